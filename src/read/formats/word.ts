import { InputError } from '../../lexicon/errors.js';
import { oleFault } from './ole.js';

const lines = (text: string) =>
  text
    .split(/[\r\n]+/)
    .map((line) => line.trim())
    .filter(Boolean)
    .join('\n');

const unreadable = (source: string, why: unknown) =>
  new InputError(
    `${source}: a Word file that cannot be read (${why instanceof Error ? why.message.split('\n')[0] : why}). Save it anew.`,
  );

/** The text of a DOCX, a paragraph a line. @throws InputError for a damaged one. */
export async function docxText(bytes: Buffer, source: string): Promise<string> {
  const { default: mammoth } = await import('mammoth');
  try {
    return lines((await mammoth.extractRawText({ buffer: bytes })).value);
  } catch (error) {
    throw unreadable(source, error);
  }
}

/** What its types leave out. */
interface WordDocument {
  getBody(options: { filterUnicode: boolean }): string;
}

/** The text of a .doc of Word 97 to 2003. @throws InputError for a damaged one, or an OLE file of another program. */
export async function docText(bytes: Buffer, source: string): Promise<string> {
  const fault = oleFault(bytes);
  if (fault) throw unreadable(source, fault);
  const { default: WordExtractor } = await import('word-extractor');
  try {
    // Its filter would make straight quotes of “”, by which programmes are known.
    const document = (await new WordExtractor().extract(bytes)) as unknown as WordDocument;
    return lines(document.getBody({ filterUnicode: false }));
  } catch (error) {
    throw unreadable(source, error);
  }
}
