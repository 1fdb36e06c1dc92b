import { InputError } from '../../lexicon/errors.js';
import { withoutRadicals } from './radicals.js';

/** A page's number on a line of its own: 3, - 3 -, 第3页 共9页. */
const PAGE_NUMBER = /^(?:[-—–― ]*\d{1,4}[-—–― ]*|第 ?\d+ ?页.{0,12})$/;
/** What a line of prose ends in only where it is cut. */
const ENDS = /[。!?;:!?;:]["”』」)》)]*$/;
const OPENS =
  /^(?:[一二三四五六七八九十]{1,3}、|[((][一二三四五六七八九十\d]{1,3}[))]|\d{1,2}[.、]|第[一二三四五六七八九十百]+[章节条])/;
/** A line that reaches this share of the widest is broken by the margin and goes on in the next. */
const FULL = 0.85;

const widthOf = (line: string) => [...line].reduce((n, c) => n + (c.charCodeAt(0) < 0x2000 ? 0.5 : 1), 0);

/** Joins lines that the margin broke; paragraphs, headings and what ends a sentence stay on lines of their own. */
export function joinLines(lines: readonly string[]): string {
  const widest = Math.max(0, ...lines.map(widthOf));
  const out: string[] = [];
  let open = false;
  for (const raw of lines) {
    const line = raw.trim();
    if (!line || PAGE_NUMBER.test(line)) continue;
    if (open && !OPENS.test(line)) out[out.length - 1] += line;
    else out.push(line);
    open = widthOf(line) >= widest * FULL && !ENDS.test(line);
  }
  return out.join('\n');
}

/** Spaces that a PDF sets between two Chinese characters are its own. */
const closed = (line: string) =>
  line.replace(/(?<=[\u3400-\u9fff,。、;:“”《》()]) +(?=[\u3400-\u9fff,。、;:“”《》()])/g, '');

/**
 * The text of a PDF's text layer, page by page in the order of its content, lines joined to paragraphs.
 * @throws InputError for a PDF that is encrypted, damaged or scanned (without a text layer).
 */
export async function pdfText(bytes: Buffer, source: string): Promise<string> {
  const { extractText, getDocumentProxy } = await import('unpdf');
  let pages: string[];
  try {
    const pdf = await getDocumentProxy(new Uint8Array(bytes), { verbosity: 0, isEvalSupported: false });
    ({ text: pages } = await extractText(pdf, { mergePages: false }));
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
