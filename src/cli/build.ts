import { accessSync, constants, existsSync, mkdirSync, mkdtempSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { graphJson, manifestJson } from '../export/snapshot.js';
import { buildGraph, type KnowledgeGraph } from '../graph/build.js';
import { type Summary, summarise } from '../graph/summary.js';
import { InputError } from '../lexicon/errors.js';
import type { Extraction } from '../schema/extraction.js';
import { contributions } from '../store/contribution.js';
import { openEmbedded } from '../store/embedded.js';
import { loadGraph } from '../store/load.js';
import { isServer } from '../store/open.js';
import { loadInto, openTarget } from './load.js';
import { type ReadOptions, ReportReader, reportFiles } from './reports.js';

const PARTS = ['graph.json', 'manifest.json', 'store'] as const;

/** The nearest folder of the path that exists. */
function existing(path: string): string {
  return existsSync(path) ? path : existing(dirname(path));
}

/** @throws InputError where the folder cannot be written, before any work is done. */
function checkWritable(out: string): void {
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
async function writeSnapshot(out: string, graph: KnowledgeGraph, reports: readonly Extraction[]): Promise<void> {
  const parent = existing(dirname(out));
  const partial = mkdtempSync(join(parent, '.gongwen-'));
  try {
    writeFileSync(join(partial, 'graph.json'), graphJson(graph), { flush: true });
    writeFileSync(join(partial, 'manifest.json'), manifestJson(graph, reports), { flush: true });
    const store = openEmbedded(join(partial, 'store'), { create: true });
    try {
      await loadGraph(store, graph);
    } finally {
      await store.close();
    }
    mkdirSync(out, { recursive: true });
    for (const part of PARTS) {
      rmSync(join(out, part), { recursive: true, force: true });
      renameSync(join(partial, part), join(out, part));
    }
  } finally {
    rmSync(partial, { recursive: true, force: true });
  }
}

const listed = (counts: Record<string, number>) =>
  Object.entries(counts)
    .map(([k, n]) => `${k} ${n}`)
    .join(' · ');

/** The summary that `build` prints. */
export function summaryText({ nodes, relationships, best, facts }: Summary): string {
  const lines = [
    `Nodes          ${listed(nodes)}`,
    `Relationships  ${listed(relationships)}`,
    '',
    'Best connected',
    ...best.map(({ name, kind, degree }) => `  ${String(degree).padStart(4)}  ${kind.padEnd(8)}  ${name}`),
    '',
    'Facts, with the sentences that they come from',
    ...facts.flatMap(({ type, from, to, sentence }) => [`  ${from} —${type}→ ${to}`, `      ${sentence}`]),
  ];
  return `${lines.join('\n')}\n`;
}

const written = (folder: string) =>
  `\nWritten to ${folder}: ${PARTS.join(', ')}. Ask it: gongwen query programmes-by-cases --on ${join(folder, 'store')}\n`;

/**
 * gongwen build: reads, extracts, resolves; writes a snapshot and an embedded store; loads them where --to says. What
 * could stop it (an output that cannot be written, a server that does not answer) is tried before any work is done.
 */
export async function build(
  paths: readonly string[],
  { out, to, ...options }: ReadOptions & { out?: string; to?: string },
): Promise<void> {
  const folder = out ?? (to ? undefined : 'out');
  const files = reportFiles(paths);
  const reader = new ReportReader(options);
  if (folder) checkWritable(folder);
  let target = to && isServer(to) ? await openTarget(to) : undefined;
  try {
    const reports = reader.readAll(files);
    const graph = buildGraph(reports);
    // A store of a path is made only when there is something for it.
    if (to) target ??= await openTarget(to);
    if (folder) await writeSnapshot(folder, graph, reports);
    process.stdout.write(summaryText(summarise(graph)));
    if (folder) process.stdout.write(written(folder));
    if (target) await loadInto(contributions(graph), target);
    reader.end();
  } finally {
    await target?.close();
  }
}
