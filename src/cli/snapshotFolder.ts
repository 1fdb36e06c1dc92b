import { accessSync, constants, existsSync, mkdirSync, mkdtempSync, renameSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { graphLines, manifestJson, type ReportEntry } from '../export/snapshot.js';
import type { KnowledgeGraph } from '../graph/build.js';
import { InputError } from '../lexicon/errors.js';
import { openEmbedded } from '../store/embedded.js';
import { loadGraph } from '../store/load.js';
import { writeWhole } from './output.js';

/** What `build` writes into its folder. */
export const PARTS = ['graph.json', 'manifest.json', 'store'] as const;

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

/** Writes a snapshot whole or not at all: into a folder of its own beside, then renamed into place. */
export async function writeSnapshot(
  out: string,
  graph: KnowledgeGraph,
  reports: readonly ReportEntry[],
): Promise<void> {
  const parent = existing(dirname(out));
  const partial = mkdtempSync(join(parent, '.gongwen-'));
  try {
    writeWhole(join(partial, 'graph.json'), graphLines(graph));
    writeWhole(join(partial, 'manifest.json'), manifestJson(graph, reports));
    const store = openEmbedded(join(partial, 'store'), { create: true });
    try {
      await loadGraph(store, graph);
    } finally {
      await store.close();
    }
    mkdirSync(out, { recursive: true });
    // An analysis is of the graph that was here before.
    rmSync(join(out, 'analysis.json'), { force: true });
    for (const part of PARTS) {
      rmSync(join(out, part), { recursive: true, force: true });
      renameSync(join(partial, part), join(out, part));
    }
  } finally {
    rmSync(partial, { recursive: true, force: true });
  }
}
