import { join } from 'node:path';
import { type ReportEntry, readManifest, readSnapshot, reportEntry } from '../export/snapshot.js';
import { joinParts, type KnowledgeGraph, partOf } from '../graph/build.js';
import { partsOf } from '../graph/parts.js';
import { type Summary, summarise } from '../graph/summary.js';
import { InputError } from '../lexicon/errors.js';
import { reportFiles } from '../read/files.js';
import type { Extraction } from '../schema/extraction.js';
import { contributions } from '../store/contribution.js';
import { isServer } from '../store/open.js';
import { loadInto, openTarget } from './load.js';
import { type ReadOptions, ReportReader } from './reports.js';
import { checkWritable, PARTS, writeSnapshot } from './snapshotFolder.js';

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

/** What a snapshot holds: its graph, and its manifest's entries. */
interface Content {
  graph: KnowledgeGraph;
  entries: ReportEntry[];
}

/** The reports just read, with what a snapshot holds already where they are added to one. */
function joined(reports: readonly Extraction[], before: Content | undefined): Content {
  return {
    graph: joinParts([...(before ? partsOf(before.graph) : []), ...reports.map(partOf)]),
    entries: [...(before?.entries ?? []), ...reports.map(reportEntry)],
  };
}

/**
 * gongwen build: reads, extracts, resolves; writes a snapshot and an embedded store; loads them where --to says. What
 * could stop it (an output that cannot be written, a server that does not answer) is tried before any work is done.
 */
export async function build(
  paths: readonly string[],
  { out, to, add, ...options }: ReadOptions & { out?: string; to?: string; add?: boolean },
): Promise<void> {
  const folder = out ?? (to ? undefined : 'out');
  const files = reportFiles(paths);
  if (add && !folder) throw new InputError('--add needs the snapshot to add to: name its folder with --out DIR.', 2);
  const reader = new ReportReader(options);
  const before = add && folder ? { graph: readSnapshot(folder), entries: readManifest(folder) } : undefined;
  if (folder) checkWritable(folder);
  let target = to && isServer(to) ? await openTarget(to) : undefined;
  try {
    const { graph, entries } = joined(await reader.readAll(files), before);
    // A store of a path is made only when there is something for it.
    if (to) target ??= await openTarget(to);
    if (folder) await writeSnapshot(folder, graph, entries);
    process.stdout.write(summaryText(summarise(graph)));
    if (folder) process.stdout.write(written(folder));
    if (target) await loadInto(contributions(graph), target);
    reader.end();
  } finally {
    await target?.close();
  }
}
