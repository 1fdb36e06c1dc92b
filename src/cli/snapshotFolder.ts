import { createHash, type Hash } from 'node:crypto';
import { accessSync, constants, existsSync, mkdirSync, mkdtempSync, renameSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { InputError } from '../lexicon/errors.js';
import { openEmbedded } from '../store/embedded.js';
import type { GraphStore } from '../store/store.js';
import { writeWhole } from './output.js';

/** What `build` writes into its folder. */
const PARTS = ['graph.json', 'manifest.json', 'texts', 'store'] as const;

/** The nearest folder of the path that exists. */
function existing(path: string): string {
  return existsSync(path) ? path : existing(dirname(path));
}

/** @throws InputError where the folder cannot be written, before any work is done. */
export function checkWritable(out: string): void {
  const parent = existing(out);
  try {
    accessSync(parent, constants.W_OK);
    // Root may write what the permissions forbid, but not into a file.
    mkdirSync(out, { recursive: true });
    if (parent !== out) rmSync(out, { recursive: true });
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    throw new InputError(`${out}: cannot be written (${code}). Choose another --out or mend its permissions.`, 5);
  }
}

/** What goes into a snapshot: graph.json in pieces; what the manifest says of them by their hash; texts by theirs. */
export interface SnapshotContent {
  graph: Iterable<string | Uint8Array>;
  manifest: (sha256: string) => string;
  texts: Iterable<readonly [name: string, text: Uint8Array]>;
  /** What fills the embedded store; asked once the graph is written, and none where that is too large for it. */
  store: () => ((store: GraphStore, folder: string) => Promise<unknown>) | undefined;
}

/** The pieces as they are, put into a hash as they go by. */
function* hashed(pieces: Iterable<string | Uint8Array>, hash: Hash): Generator<string | Uint8Array> {
  for (const piece of pieces) {
    hash.update(piece);
    yield piece;
  }
}

/** Writes a snapshot whole or not at all, and gives the parts that it has: into a folder of its own beside, then renamed into place. */
export async function writeSnapshot(
  out: string,
  { graph, manifest, texts, store }: SnapshotContent,
): Promise<string[]> {
  const parent = existing(dirname(out));
  const partial = mkdtempSync(join(parent, '.gongwen-'));
  try {
    const hash = createHash('sha256');
    writeWhole(join(partial, 'graph.json'), hashed(graph, hash));
    writeWhole(join(partial, 'manifest.json'), manifest(hash.digest('hex')));
    for (const [name, text] of texts) {
      mkdirSync(join(partial, 'texts'), { recursive: true });
      writeWhole(join(partial, 'texts', name), text);
    }
    const fill = store();
    if (fill) {
      const made = openEmbedded(join(partial, 'store'), { create: true });
      await fill(made, partial).finally(() => made.close());
    }
    mkdirSync(out, { recursive: true });
    // An analysis is of the graph that was here before.
    for (const part of [...PARTS, 'analysis.json']) rmSync(join(out, part), { recursive: true, force: true });
    const made = PARTS.filter((part) => existsSync(join(partial, part)));
    for (const part of made) renameSync(join(partial, part), join(out, part));
    return made;
  } finally {
    rmSync(partial, { recursive: true, force: true });
  }
}
