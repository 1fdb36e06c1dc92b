import { existsSync, readdirSync, readFileSync, realpathSync, statSync } from 'node:fs';
import { join, sep } from 'node:path';
import { InputError } from '../lexicon/errors.js';
import { type DocumentText, LARGEST } from './document.js';
import { documentsOf } from './documents.js';

/** What stands for standard input on a command line. */
export const STDIN = '-';

/** Endings of what folders hold beside reports; anything else is looked at, whatever its ending. */
const OTHERS =
  /\.(?:png|jpe?g|gif|bmp|svg|ico|webp|mp[34]|avi|mov|wav|css|js|mjs|map|woff2?|ttf|exe|dll|so|db|ann|ya?ml|store)$/i;

/** Whether a file of a folder lies in it, and not behind a link that leads out of it. */
function liesIn(folder: string, file: string): boolean {
  try {
    const real = realpathSync(file);
    return real.startsWith(realpathSync(folder) + sep) && statSync(real).isFile();
  } catch {
    return false;
  }
}

/** A folder's files at any depth, in the order of their names; hidden ones, links out of it and pictures are left out. */
function filesOf(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((f) => !f.split(sep).some((part) => part.startsWith('.')) && !OTHERS.test(f))
    .sort()
    .map((f) => join(folder, f))
    .filter((f) => liesIn(folder, f));
}

/**
 * The report files that paths name: a file itself, a folder's files at any depth, - for standard input.
 * @throws InputError for a path that is not there, or a folder without files.
 */
export function reportFiles(paths: readonly string[]): string[] {
  return paths.flatMap((path) => {
    if (path === STDIN) return [path];
    if (!existsSync(path)) throw new InputError(`${path}: no such file or folder. Check the path.`);
    if (!statSync(path).isDirectory()) return [path];
    const files = filesOf(path);
    if (!files.length) throw new InputError(`${path}: no reports in this folder.`);
    return files;
  });
}

/** The bytes of a file, or of standard input. @throws InputError where it cannot be read. */
export function bytesOf(path: string): Buffer {
  try {
    if (path === STDIN) return readFileSync(0);
    const { size } = statSync(path);
    if (statSync(path).isDirectory()) throw new InputError(`${path}: is a folder; name a report's file.`);
    if (size > LARGEST) throw new InputError(`${path}: larger than ${LARGEST / 2 ** 20} MB. Split it.`);
    return readFileSync(path);
  } catch (error) {
    if (error instanceof InputError) throw error;
    const { code } = error as NodeJS.ErrnoException;
    if (code === 'ENOENT') throw new InputError(`${path}: no such file. Check the path.`);
    if (code === 'EACCES') throw new InputError(`${path}: may not be read. Check its permissions.`);
    throw error;
  }
}

/** The reports of one file. @throws InputError as above and as documentsOf. */
export async function documentsIn(path: string): Promise<DocumentText[]> {
  const documents: DocumentText[] = [];
  for await (const document of documentsOf(path === STDIN ? 'standard input' : path, bytesOf(path)))
    documents.push(document);
  return documents;
}
