import { readFileSync } from 'node:fs';
import { PDFDocument, StandardFonts } from 'pdf-lib';
import { docx, encoded, sitePage, zip } from './formats.js';

/** A fixed sequence of numbers, 0 ≤ n < below. */
export function sequence(seed: number): (below: number) => number {
  let state = (seed % 2147483646) + 1;
  return (below) => {
    state = (state * 48271) % 2147483647;
    return state % below;
  };
}

const SHORT =
  '英德市人民政府关于2023年度法治政府建设情况的报告\n一、主要工作\n市司法局运用“粤执法”办理行政执法案件8件,印发《英德市〈办法〉》(2022-2025年)。\n';

/** A PDF with a text layer, made by a library. */
async function pdf(): Promise<Buffer> {
  const document = await PDFDocument.create();
  const font = await document.embedFont(StandardFonts.Helvetica);
  for (let i = 0; i < 3; i++)
    document.addPage().drawText(`Report 2023 page ${i}: 8 cases, 5370 decisions.`, { font, y: 700, x: 50 });
  return Buffer.from(await document.save({ useObjectStreams: false }));
}

/** One file of each format that is read. */
export async function samples(): Promise<Record<string, Buffer>> {
  const word = await docx(SHORT);
  return {
    text: Buffer.from(SHORT),
    gb18030: encoded(SHORT, 'gb18030'),
    utf16: Buffer.from(`\ufeff${SHORT}`, 'utf16le'),
    html: Buffer.from(sitePage(SHORT)),
    markdown: Buffer.from(`# 报告\n\n${SHORT}`),
    jsonl: Buffer.from(`${JSON.stringify({ text: SHORT })}\n${JSON.stringify({ text: SHORT })}\n`),
    csv: Buffer.from(`title,text\n报告,"${SHORT}"\n`),
    docx: word,
    zip: await zip({ 'a.txt': SHORT, 'b.docx': word, 'c.html': sitePage(SHORT) }),
    pdf: await pdf(),
    // The same, saved by LibreOffice as Word 97 to 2003.
    doc: readFileSync(new URL('short.doc', import.meta.url)),
    ole: Buffer.concat([Buffer.from('d0cf11e0a1b11ae1', 'hex'), word, Buffer.alloc(2048, 1)]),
  };
}

/** Bytes that break parsers: zeros, marks of other formats, lone surrogates, controls of writing direction. */
const BITS = [
  '\0',
  '\xff\xfe',
  'PK\x03\x04',
  '%PDF-',
  '<',
  '</',
  '"',
  '《',
  '\u202e',
  '\xed\xa0\x80',
  '{"',
  '\r',
  '&#0;',
  ']]>',
];

/** A file with something wrong with it: cut off, bits turned over, bytes put in, a part doubled or taken out. */
export function mutated(bytes: Buffer, next: (below: number) => number): Buffer {
  const at = next(bytes.length);
  const length = next(Math.min(200, bytes.length)) + 1;
  const kind = next(6);
  if (kind === 0) return bytes.subarray(0, at);
  if (kind === 1) {
    const copy = Buffer.from(bytes);
    for (let i = 0; i < length; i++) copy[next(copy.length)] ^= 1 << next(8);
    return copy;
  }
  if (kind === 2) {
    const bit = Buffer.from(BITS[next(BITS.length)], 'latin1');
    return Buffer.concat([bytes.subarray(0, at), bit, bytes.subarray(at)]);
  }
  if (kind === 3) return Buffer.concat([bytes.subarray(0, at), bytes.subarray(Math.max(0, at - length))]);
  if (kind === 4) return Buffer.concat([bytes.subarray(0, at), bytes.subarray(at + length)]);
  return Buffer.concat([bytes.subarray(at), bytes.subarray(0, at)]);
}
