/** Marks, and what some readers take for a line's end and make a space or a line feed of. */
const ESCAPES: Record<string, string> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&apos;',
  '\t': '&#9;',
  '\n': '&#10;',
  '\r': '&#13;',
  '\u0085': '&#x85;',
  '\u2028': '&#x2028;',
};
/** What XML 1.0 forbids: control characters and surrogates without their partner. */
const FORBIDDEN =
  /[\0-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g;

const escaped = (text: string) => text.replace(/[&<>"'\t\n\r\u0085\u2028]/g, (c) => ESCAPES[c]);

/** Text as XML 1.0 takes it, in elements and attributes: marks escaped, characters that it forbids replaced by U+FFFD. */
export const xmlText = (text: string): string => escaped(text.replace(FORBIDDEN, '\ufffd'));

/** An id as XML 1.0 takes it: what it forbids is written \\uXXXX, so that two ids stay two. */
export function xmlId(id: string): string {
  const hex = (c: string) => `\\u${c.charCodeAt(0).toString(16).padStart(4, '0')}`;
  return escaped(id.replaceAll('\\', '\\\\').replace(FORBIDDEN, hex));
}
