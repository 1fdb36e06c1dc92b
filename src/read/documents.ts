import { InputError } from '../lexicon/errors.js';
import { checkText } from './checkText.js';
import { type DocumentText, LARGEST } from './document.js';
import { archiveFiles } from './formats/archive.js';
import { decodeText } from './formats/encoding.js';
import { markdownText } from './formats/markdown.js';
import { csvTexts, jsonlTexts } from './formats/rows.js';
import { formatOf, textFormatOf } from './formats/sniff.js';

/** Archives within archives are unpacked to this depth. */
const DEEPEST = 3;
/** Without this file a ZIP is no Word document. */
const WORD = 'word/document.xml';

function checked(source: string, text: string, verbatim = false): DocumentText {
  checkText(text, source);
  return { source, text, verbatim };
}

async function* textDocuments(source: string, bytes: Buffer): AsyncGenerator<DocumentText> {
  const text = decodeText(bytes, source);
  checkText(text, source);
  const format = textFormatOf(text);
  if (format === 'html') {
    // A DOM costs a second to load: only pages need one.
    const { htmlText } = await import('./formats/html.js');
    yield checked(source, htmlText(text, source));
  } else if (format === 'markdown') yield checked(source, markdownText(text));
  else if (format === 'plain') yield { source, text, verbatim: true };
  else {
    const rows = format === 'jsonl' ? jsonlTexts : csvTexts;
    for (const row of rows(text, source)) yield checked(`${source}#${row.part}`, row.text);
  }
}

async function* zipDocuments(source: string, bytes: Buffer, depth: number): AsyncGenerator<DocumentText> {
  const files = archiveFiles(bytes, source);
  const others: { name: string; bytes: Buffer }[] = [];
  let isWord = false;
  // All of it is unpacked under the limit before Word's reader, which has none, sees it.
  for await (const file of files) {
    if (file.name === WORD) isWord = true;
    others.push(file);
  }
  if (isWord) {
    const { docxText } = await import('./formats/word.js');
    yield checked(source, await docxText(bytes, source));
    return;
  }
  if (depth >= DEEPEST) throw new InputError(`${source}: archives within archives. Unpack it first.`);
  for (const file of others.sort((a, b) => (a.name < b.name ? -1 : 1))) {
    // What a Mac packs beside each file, and the list of a package's parts, are no reports.
    if (/(?:^|\/)(?:__MACOSX\/|\.)/.test(file.name) || !file.bytes.length) continue;
    yield* documentsOf(`${source}/${file.name}`, file.bytes, depth + 1);
  }
}

/**
 * The reports that a file holds, whatever its name: text in any Chinese encoding, Markdown, HTML, PDF, Word, JSON
 * Lines or CSV with a text column, or a ZIP archive of these. Nothing is fetched, nothing is written.
 * @param source names the file in messages and on the Report node.
 * @throws InputError for what cannot be read, with what to do.
 */
export async function* documentsOf(source: string, bytes: Buffer, depth = 0): AsyncGenerator<DocumentText> {
  if (bytes.length > LARGEST) throw new InputError(`${source}: larger than ${LARGEST / 2 ** 20} MB. Split it.`);
  if (!bytes.length) throw new InputError(`${source}: empty, no report in it.`);
  const format = formatOf(bytes);
  if (format === 'pdf') {
    const { pdfText } = await import('./formats/pdf.js');
    yield checked(source, await pdfText(bytes, source));
  } else if (format === 'ole') {
    const { docText } = await import('./formats/word.js');
    yield checked(source, await docText(bytes, source));
  } else if (format === 'zip') yield* zipDocuments(source, bytes, depth);
  else yield* textDocuments(source, bytes);
}
