import { countsCsv, countsParquet } from '../export/countTable.js';
import { readSnapshot } from '../export/snapshot.js';
import { svg } from '../export/svg.js';
import type { KnowledgeGraph } from '../graph/build.js';
import { neighbourhood } from '../graph/neighbourhood.js';
import { writeWhole } from './output.js';

export interface ExportOptions {
  format: keyof typeof EXPORTS;
  out?: string;
  focus?: string;
  steps: number;
  most: number;
}

/** The forms of `--format`, each with what makes it. */
export const EXPORTS = {
  svg: (graph: KnowledgeGraph, folder: string, { focus, steps, most }: ExportOptions) =>
    svg(neighbourhood(graph, { focus, steps, most }), focus ?? folder),
  'counts-csv': (graph: KnowledgeGraph) => countsCsv(graph),
  'counts-parquet': (graph: KnowledgeGraph) => countsParquet(graph),
} as const;

/** gongwen export: a snapshot in another form, into a file or on standard output. */
export function exportGraph(folder: string, options: ExportOptions): void {
  const content = EXPORTS[options.format](readSnapshot(folder), folder, options);
  if (options.out) writeWhole(options.out, content);
  else process.stdout.write(content);
}
