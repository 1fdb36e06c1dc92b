import { Resvg } from '@resvg/resvg-js';

/** Twice the drawing's size, so that small letters stay legible. */
const SCALE = 2;

/** A drawing as PNG. Chinese names need a Chinese font on the machine (Debian: fonts-noto-cjk). */
export function png(drawing: string): Uint8Array {
  const font = { loadSystemFonts: true, defaultFontFamily: 'Noto Sans CJK SC' };
  return new Resvg(drawing, { fitTo: { mode: 'zoom', value: SCALE }, font, background: '#ffffff' }).render().asPng();
}
