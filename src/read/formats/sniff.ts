export type Format = 'pdf' | 'zip' | 'ole' | 'text';

const SIGNATURES: readonly [Format, readonly number[]][] = [
  ['zip', [0x50, 0x4b, 0x03, 0x04]],
  ['zip', [0x50, 0x4b, 0x05, 0x06]],
  ['ole', [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]],
];
/** PDF readers allow some bytes before the header (ISO 32000-1, annex H). */
const PDF_REACH = 1024;

/** What a file is, by its first bytes: its name may say anything. */
export function formatOf(bytes: Buffer): Format {
  for (const [format, signature] of SIGNATURES) if (signature.every((byte, i) => bytes[i] === byte)) return format;
  return bytes.subarray(0, PDF_REACH).includes('%PDF-') ? 'pdf' : 'text';
}

export type TextFormat = 'html' | 'jsonl' | 'csv' | 'markdown' | 'plain';

const HTML =
  /^\s*(?:<\?xml[^>]*>\s*)?(?:<!--[\s\S]{0,2000}?-->\s*)*<(?:!doctype\s+html|html|head|body|meta|title|div|table|p|h1)\b/i;
/** Columns and fields that hold a report's text, the surest first. */
export const TEXT_FIELDS = ['text', 'content', 'body', 'fulltext', '正文', '内容', '全文', '文本'] as const;

function isJsonl(text: string): boolean {
  if (!text.startsWith('{')) return false;
  const end = text.indexOf('\n');
  try {
    const first = JSON.parse(end < 0 ? text : text.slice(0, end)) as Record<string, unknown>;
    return TEXT_FIELDS.some((f) => typeof first[f] === 'string');
  } catch {
    return false;
  }
}

function isCsv(text: string): boolean {
  const header = text.slice(0, 2000).split(/\r?\n/)[0];
  const columns = header.split(',').map((c) =>
    c
      .trim()
      .replace(/^"(.*)"$/, '$1')
      .toLowerCase(),
  );
  return columns.length > 1 && TEXT_FIELDS.some((f) => columns.includes(f));
}

/** What a text is written in, by its own marks. */
export function textFormatOf(text: string): TextFormat {
  const head = text.slice(0, 4000);
  if (HTML.test(head)) return 'html';
  const trimmed = text.trimStart();
  if (isJsonl(trimmed)) return 'jsonl';
  if (isCsv(trimmed)) return 'csv';
  return /^#{1,6} \S/m.test(head) ? 'markdown' : 'plain';
}
