const TABLE = new Uint16Array(65536);
for (let i = 0; i < 65536; i++) TABLE[i] = i;
// Full-width ASCII and the ideographic space.
for (let i = 0xff01; i <= 0xff5e; i++) TABLE[i] = i - 0xfee0;
const set = (from: string, to: string) => {
  for (let i = 0; i < from.length; i++) TABLE[from.charCodeAt(i)] = to.charCodeAt(i);
};
set('　\u00a0\u2002\u2003\u2009\t\r', '       ');
// Characters without width, which pages leave between words.
set('\u200b\u200c\u200d\u2060\ufeff', '     ');
set('｢｣﹝﹞', '「」〔〕');
set('﹪％‰', '%%‰');
set('－–—―〜～', '------');
set('•・‧', '···');

/**
 * The text in the form that rules are written for: half-width letters, digits and marks, one kind of dash and space.
 * One UTF-16 unit stands for one, so every offset into the result is an offset into the text.
 */
export function normalise(text: string): string {
  const units = new Uint16Array(text.length);
  for (let i = 0; i < text.length; i++) units[i] = TABLE[text.charCodeAt(i)];
  return Buffer.from(units.buffer).toString('utf16le');
}
