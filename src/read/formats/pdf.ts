import { InputError } from '../../lexicon/errors.js';
import { withoutRadicals } from './radicals.js';

/** A page's number on a line of its own: 3, - 3 -, 第3页 共9页. */
const PAGE_NUMBER = /^(?:[-—–― ]*\d{1,4}[-—–― ]*|第 ?\d+ ?页.{0,12})$/;
/** What a line of prose ends in only where it is cut. */
const ENDS = /[。!?;:!?;:]["”』」)》)]*$/;
const OPENS =
  /^(?:[一二三四五六七八九十]{1,3}、|[((][一二三四五六七八九十\d]{1,3}[))]|\d{1,2}[.、](?!\d)|第[一二三四五六七八九十百]+[章节条])/;
/** A line that reaches this share of the widest is broken by the margin and goes on in the next. */
const FULL = 0.85;

const widthOf = (line: string) => [...line].reduce((n, c) => n + (c.charCodeAt(0) < 0x2000 ? 0.5 : 1), 0);

/** What cannot be broken at the head of a line: a number with its marks, a word; else a character with the marks behind it. */
const HEAD = /^(?:[\w.%+\-/]+|[“《(「『]*.)[,。、;:?!,;:?!”》)」』%]*/u;

/** Joins lines that the margin broke; paragraphs, headings and what ends a sentence stay on lines of their own. */
export function joinLines(lines: readonly string[]): string {
  const kept = lines.map((line) => line.trim()).filter((line) => line && !PAGE_NUMBER.test(line));
  const widest = Math.max(0, ...kept.map(widthOf));
  const out: string[] = [];
  kept.forEach((line, i) => {
    const before = kept[i - 1];
    const room = before === undefined ? 0 : widest - widthOf(before);
    const full = room < widest * (1 - FULL) || room < widthOf(HEAD.exec(line)?.[0] ?? '');
    if (before !== undefined && full && !ENDS.test(before) && !OPENS.test(line)) out[out.length - 1] += line;
    else out.push(line);
  });
  return out.join('\n');
}

const CHINESE = '\\u3400-\\u9fff,。、;:“”《》()';
/** Spaces between Chinese characters, and between these and numbers, are the layout's; those before a label of a table are not. */
const SPACE = new RegExp(`(?<=[${CHINESE}]) +(?=[${CHINESE}\\w])|(?<=[\\w%]) +(?=[${CHINESE}])(?!.{2,8}[::])`, 'g');
const closed = (line: string) => line.replace(SPACE, '');

async function pagesOf(bytes: Buffer): Promise<string[]> {
  const { extractText, getDocumentProxy } = await import('unpdf');
  const pdf = await getDocumentProxy(new Uint8Array(bytes), { verbosity: 0, isEvalSupported: false });
  try {
    return (await extractText(pdf, { mergePages: false })).text;
  } finally {
    await pdf.destroy();
  }
}

/**
 * Does a work whose library leaves some of its promises alone: one that fails would end the process. What failed so
 * fails the work.
 */
async function withoutStrays<T>(work: () => Promise<T>): Promise<T> {
  let stray: unknown;
  const note = (error: unknown) => {
    stray ??= error;
  };
  process.on('unhandledRejection', note);
  try {
    const result = await work();
    // A rejection is unhandled when the next turn begins.
    await new Promise((next) => setImmediate(next));
    if (stray) throw stray;
    return result;
  } finally {
    await new Promise((next) => setImmediate(next));
    process.off('unhandledRejection', note);
  }
}

/**
 * The text of a PDF's text layer, page by page in the order of its content, lines joined to paragraphs.
 * @throws InputError for a PDF that is encrypted, damaged or scanned (without a text layer).
 */
export async function pdfText(bytes: Buffer, source: string): Promise<string> {
  let pages: string[];
  try {
    pages = await withoutStrays(() => pagesOf(bytes));
  } catch (error) {
    const { name, message } = error as Error;
    if (name === 'PasswordException')
      throw new InputError(`${source}: a PDF that needs a password. Save it without one.`);
    throw new InputError(`${source}: a PDF that cannot be read (${message.split('\n')[0]}). Save it anew.`);
  }
  const text = joinLines(pages.flatMap((page) => page.split('\n')).map((line) => closed(withoutRadicals(line))));
  if (!text.trim())
    throw new InputError(`${source}: a PDF without a text layer (scanned). Recognise its text first (OCR).`);
  return text;
}
