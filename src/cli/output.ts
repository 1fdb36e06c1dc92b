import { renameSync, rmSync, writeFileSync } from 'node:fs';
import { InputError } from '../lexicon/errors.js';

/** Writes a file whole or not at all: beside it, then renamed. @throws InputError where it cannot be written. */
export function writeWhole(path: string, content: string | Uint8Array): void {
  const partial = `${path}.${process.pid}.part`;
  try {
    writeFileSync(partial, content, { flush: true });
    renameSync(partial, path);
  } catch (error) {
    rmSync(partial, { force: true });
    const { code } = error as NodeJS.ErrnoException;
    throw new InputError(`${path}: cannot be written (${code}). Choose another --out or mend its permissions.`, 5);
  }
}
