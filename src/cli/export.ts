import { join } from 'node:path';
import { countsCsv, countsParquet } from '../export/countTable.js';
import { writeNeo4jCsv } from '../export/neo4jCsv.js';
import { readSnapshot } from '../export/snapshot.js';
import { svg } from '../export/svg.js';
import type { KnowledgeGraph } from '../graph/build.js';
import { neighbourhood } from '../graph/neighbourhood.js';
import { InputError } from '../lexicon/errors.js';
import type { ExportFormat } from './formats.js';
import { writeWhole } from './output.js';

export interface ExportOptions {
  format: ExportFormat;
  out?: string;
  focus?: string;
  steps: number;
  most: number;
}

/** What makes each form. */
const EXPORTS = {
  svg: (graph: KnowledgeGraph, folder: string, { focus, steps, most }: ExportOptions) =>
    svg(neighbourhood(graph, { focus, steps, most }), focus ?? folder),
  'counts-csv': (graph: KnowledgeGraph) => countsCsv(graph),
  'counts-parquet': (graph: KnowledgeGraph) => countsParquet(graph),
  'neo4j-csv': (graph: KnowledgeGraph, _folder: string, { out }: ExportOptions) => {
    if (!out) throw new InputError('neo4j-csv is several files: name a folder for them with --out DIR.', 2);
    writeNeo4jCsv(graph, out);
    process.stdout.write(`Written to ${out}. Import it with the server stopped: sh ${join(out, 'import.sh')}\n`);
    return undefined;
  },
} as const satisfies Record<
  ExportFormat,
  (graph: KnowledgeGraph, folder: string, options: ExportOptions) => string | Uint8Array | undefined
>;

/** gongwen export: a snapshot in another form, into a file or on standard output. */
export function exportGraph(folder: string, options: ExportOptions): void {
  const content = EXPORTS[options.format](readSnapshot(folder), folder, options);
  if (content === undefined) return;
  if (options.out) writeWhole(options.out, content);
  else process.stdout.write(content);
}
