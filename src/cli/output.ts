import { once } from 'node:events';
import {
  closeSync,
  fsyncSync,
  mkdirSync,
  mkdtempSync,
  openSync,
  readdirSync,
  renameSync,
  rmSync,
  writeSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import { InputError } from '../lexicon/errors.js';

/** What an export gives: at once, or in pieces where the whole would be large. */
export type Content = string | Uint8Array | Iterable<string | Uint8Array>;

/** Pieces are gathered in one buffer of this many bytes: a new one for each would leave the collector much to do. */
const BUFFER = 2 ** 20;

/** Gives the content as bytes; what is given is only good until the next is asked for. */
function* bytesOf(content: Content): Generator<Uint8Array> {
  if (content instanceof Uint8Array) {
    yield content;
    return;
  }
  const buffer = Buffer.allocUnsafe(BUFFER);
  let filled = 0;
  for (const piece of typeof content === 'string' ? [content] : content) {
    // A UTF-16 unit takes three bytes at the most.
    if (typeof piece !== 'string' || piece.length * 3 > BUFFER) {
      yield buffer.subarray(0, filled);
      filled = 0;
      yield typeof piece === 'string' ? Buffer.from(piece) : piece;
      continue;
    }
    if (piece.length * 3 > BUFFER - filled) {
      yield buffer.subarray(0, filled);
      filled = 0;
    }
    filled += buffer.write(piece, filled);
  }
  yield buffer.subarray(0, filled);
}

function writeTo(path: string, content: Content): void {
  const file = openSync(path, 'w');
  try {
    for (const bytes of bytesOf(content)) for (let at = 0; at < bytes.length; ) at += writeSync(file, bytes, at);
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

/**
 * Fills a folder: none of its files is in place before all are written.
 * @param fill writes the files into the folder that it is given. @throws InputError where they cannot be written.
 */
export async function fillFolder(folder: string, fill: (partial: string) => Promise<void> | void): Promise<void> {
  let partial: string | undefined;
  try {
    mkdirSync(folder, { recursive: true });
    partial = mkdtempSync(join(dirname(join(folder, '_')), '.gongwen-'));
    await fill(partial);
    for (const name of readdirSync(partial)) renameSync(join(partial, name), join(folder, name));
  } catch (error) {
    throw refused(folder, error);
  } finally {
    if (partial) rmSync(partial, { recursive: true, force: true });
  }
}

/** Writes several files of a folder. @throws InputError where they cannot be written. */
export const writeFolder = (folder: string, files: Readonly<Record<string, Content>>): Promise<void> =>
  fillFolder(folder, (partial) => {
    for (const [name, content] of Object.entries(files)) writeTo(join(partial, name), content);
  });

/** Writes on standard output, waiting where its reader is slow. */
export async function writeOut(content: Content): Promise<void> {
  for (const bytes of bytesOf(content))
    if (!process.stdout.write(Buffer.from(bytes))) await once(process.stdout, 'drain');
}
