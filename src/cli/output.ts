import { once } from 'node:events';
import { closeSync, fsyncSync, mkdirSync, mkdtempSync, openSync, renameSync, rmSync, writeSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { InputError } from '../lexicon/errors.js';

/** What an export gives: at once, or in pieces where the whole would be large. */
export type Content = string | Uint8Array | Iterable<string>;

/** Pieces are gathered up to this many characters before they are written. */
const GATHERED = 2 ** 18;

function* gathered(content: Content): Generator<string | Uint8Array> {
  if (typeof content === 'string' || content instanceof Uint8Array) {
    yield content;
    return;
  }
  let waiting = '';
  for (const piece of content) {
    waiting += piece;
    if (waiting.length < GATHERED) continue;
    yield waiting;
    waiting = '';
  }
  yield waiting;
}

function writeTo(path: string, content: Content): void {
  const file = openSync(path, 'w');
  try {
    for (const piece of gathered(content)) {
      const bytes = typeof piece === 'string' ? Buffer.from(piece) : piece;
      for (let at = 0; at < bytes.length; ) at += writeSync(file, bytes, at);
    }
    fsyncSync(file);
  } finally {
    closeSync(file);
  }
}

const refused = (path: string, error: unknown) => {
  const { code } = error as NodeJS.ErrnoException;
  if (!code) return error;
  return new InputError(`${path}: cannot be written (${code}). Choose another --out or mend its permissions.`, 5);
};

/** Writes a file whole or not at all: beside it, then renamed. @throws InputError where it cannot be written. */
export function writeWhole(path: string, content: Content): void {
  const partial = `${path}.${process.pid}.part`;
  try {
    writeTo(partial, content);
    renameSync(partial, path);
  } catch (error) {
    rmSync(partial, { force: true });
    throw refused(path, error);
  }
}

/** Writes several files of a folder, each whole; none is in place before all are written. @throws InputError as above. */
export function writeFolder(folder: string, files: Readonly<Record<string, Content>>): void {
  let partial: string | undefined;
  try {
    mkdirSync(folder, { recursive: true });
    partial = mkdtempSync(join(dirname(join(folder, '_')), '.gongwen-'));
    for (const [name, content] of Object.entries(files)) writeTo(join(partial, name), content);
    for (const name of Object.keys(files)) renameSync(join(partial, name), join(folder, name));
  } catch (error) {
    throw refused(folder, error);
  } finally {
    if (partial) rmSync(partial, { recursive: true, force: true });
  }
}

/** Writes on standard output, waiting where its reader is slow. */
export async function writeOut(content: Content): Promise<void> {
  for (const piece of gathered(content)) if (!process.stdout.write(piece)) await once(process.stdout, 'drain');
}
