import { readFileSync, statSync } from 'node:fs';
import { InputError } from '../lexicon/errors.js';

const CONTROL = /[\0-\x08\x0e-\x1f]/;

/**
 * The text of a report's file: UTF-8, with or without a byte order mark (which is not part of the text).
 * @throws InputError for a file that is missing, a folder, empty, binary or in another encoding.
 */
export function readReportFile(path: string): string {
  let bytes: Buffer;
  try {
    if (statSync(path).isDirectory()) throw new InputError(`${path}: is a folder; name a report's file.`);
    bytes = readFileSync(path);
  } catch (error) {
    if (error instanceof InputError) throw error;
    const { code } = error as NodeJS.ErrnoException;
    if (code === 'ENOENT') throw new InputError(`${path}: no such file. Check the path.`);
    if (code === 'EACCES') throw new InputError(`${path}: may not be read. Check its permissions.`);
    throw error;
  }
  let text: string;
  try {
    text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    throw new InputError(`${path}: not UTF-8 text (binary, or another encoding). Save the report as UTF-8 text.`);
  }
  checkText(text, path);
  return text;
}

/** @throws InputError where there is nothing to read or what is there is not text. */
export function checkText(text: string, source: string): void {
  if (!text.trim()) throw new InputError(`${source}: empty, no report in it.`);
  const control = CONTROL.exec(text);
  if (control) {
    const line = text.slice(0, control.index).split('\n').length;
    throw new InputError(`${source}:${line}: a control character; not a text file. Save the report as UTF-8 text.`);
  }
}
