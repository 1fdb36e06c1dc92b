import { analyse } from 'chardet';
import { InputError } from '../../lexicon/errors.js';

const decode = (bytes: Buffer, encoding: string) => new TextDecoder(encoding, { fatal: true }).decode(bytes);

function tried(bytes: Buffer, encoding: string): string | undefined {
  try {
    return decode(bytes, encoding);
  } catch {
    return undefined;
  }
}

/** How much of a file is looked at to tell UTF-16 without a byte order mark, in bytes. */
const SAMPLE = 4096;

/** The share of a text that Chinese prose is made of: ideographs, its marks, ASCII that is written. */
const plausible = (text: string) =>
  (text.match(/[\u4e00-\u9fff\u3000-\u303f\uff00-\uffef\u2010-\u201f\n\r\t -~]/g)?.length ?? 0) / (text.length || 1);

/** UTF-16 without a mark: it has zero bytes, which no other encoding of a text has, and one order of bytes makes sense. */
function utf16(bytes: Buffer): 'utf-16le' | 'utf-16be' | undefined {
  const sample = bytes.subarray(0, SAMPLE - (SAMPLE % 2));
  if (bytes.length % 2 || !sample.includes(0)) return undefined;
  return (['utf-16le', 'utf-16be'] as const).find(
    (encoding) => plausible(new TextDecoder(encoding).decode(sample)) > 0.9,
  );
}

/** The encoding that a page names for itself. */
function declared(bytes: Buffer): string | undefined {
  const head = bytes.subarray(0, 2048).toString('latin1');
  const name = /<meta[^>]{1,200}charset\s*=\s*["']?\s*([\w-]+)/i.exec(head)?.[1]?.toLowerCase();
  return name && /^(?:gb|big5|utf-16)/.test(name) ? name.replace(/^gb(?:2312|k)$/, 'gb18030') : undefined;
}

/** GB18030 (with GB 2312 and GBK in it) or Big5, by the characters that either would make of the bytes. */
function doubleByte(bytes: Buffer): string | undefined {
  const guesses = analyse(bytes.subarray(0, 64 * 1024))
    .map((m) => m.name.toLowerCase())
    .filter((n) => n === 'big5' || n === 'gb18030');
  for (const encoding of [...guesses, 'gb18030', 'big5']) {
    const text = tried(bytes, encoding);
    if (text !== undefined) return text;
  }
  return undefined;
}

/**
 * The text that bytes stand for: UTF-8, UTF-16, GB18030, GBK or Big5, by byte order mark, by what is valid, by what a page
 * names, by frequency. A byte order mark is not part of the text.
 * @throws InputError for what is text in none of them.
 */
export function decodeText(bytes: Buffer, source: string): string {
  const mark = bytes.subarray(0, 2).toString('hex');
  const text =
    mark === 'fffe' || mark === 'feff'
      ? tried(bytes, mark === 'fffe' ? 'utf-16le' : 'utf-16be')
      : decodeUnmarked(bytes);
  if (text === undefined)
    throw new InputError(
      `${source}: not text in UTF-8, UTF-16, GB18030 or Big5, and no format that is read. Save the report as UTF-8 text.`,
    );
  return text;
}

function decodeUnmarked(bytes: Buffer): string | undefined {
  const wide = utf16(bytes);
  if (wide) return tried(bytes, wide);
  const utf8 = tried(bytes, 'utf-8');
  if (utf8 !== undefined) return utf8;
  const named = declared(bytes);
  return (named && tried(bytes, named)) ?? doubleByte(bytes);
}
