import { join } from 'node:path';
import { countsCsv, countsParquet } from '../export/countTable.js';
import { cypherScript } from '../export/cypherScript.js';
import { ofKinds } from '../export/flat.js';
import { gexf } from '../export/gexf.js';
import { graphml } from '../export/graphml.js';
import { explorerPage } from '../export/html.js';
import { jsonld } from '../export/jsonld.js';
import { positionsOf } from '../export/layout.js';
import { writeNeo4jCsv } from '../export/neo4jCsv.js';
import { png } from '../export/png.js';
import { readSnapshot } from '../export/snapshot.js';
import { snapshotContributions } from '../export/snapshotStream.js';
import { svg } from '../export/svg.js';
import { edgeTable, nodeTable, tableCsv, tableParquet } from '../export/tables.js';
import type { KnowledgeGraph } from '../graph/build.js';
import { neighbourhood } from '../graph/neighbourhood.js';
import { InputError } from '../lexicon/errors.js';
import type { NodeKind } from '../schema/nodes.js';
import { contributions } from '../store/contribution.js';
import type { ExportFormat } from './formats.js';
import { type Content, fillFolder, writeFolder, writeOut, writeWhole } from './output.js';

export interface ExportOptions {
  format: ExportFormat;
  out?: string;
  focus?: string;
  steps: number;
  most: number;
  kinds?: NodeKind[];
}

/** Several files of one folder. */
class Files {
  constructor(readonly contents: Record<string, Content>) {}
}

type Maker = (graph: KnowledgeGraph, folder: string, options: ExportOptions) => Content | Files;

const picture: (...args: Parameters<Maker>) => string = (graph, folder, { focus, steps, most }) =>
  svg(neighbourhood(graph, { focus, steps, most }), focus ?? folder);

/** What makes each form of a graph that is read whole. */
const EXPORTS: Record<Exclude<ExportFormat, 'neo4j-csv'>, Maker> = {
  html: (graph) => explorerPage(graph),
  svg: picture,
  png: (...args) => png(picture(...args)),
  gexf: (graph) => gexf(graph, positionsOf(graph)),
  graphml,
  csv: (graph) => new Files({ 'nodes.csv': tableCsv(nodeTable(graph)), 'edges.csv': tableCsv(edgeTable(graph)) }),
  parquet: (graph) =>
    new Files({ 'nodes.parquet': tableParquet(nodeTable(graph)), 'edges.parquet': tableParquet(edgeTable(graph)) }),
  jsonld,
  cypher: cypherScript,
  'counts-csv': countsCsv,
  'counts-parquet': countsParquet,
};

function outFolder({ format, out }: ExportOptions): string {
  if (!out) throw new InputError(`${format} is several files: name a folder for them with --out DIR.`, 2);
  return out;
}

/** The files of neo4j-admin: made report by report, as a graph that needs them may be larger than the memory. */
async function exportImportFiles(snapshot: string, options: ExportOptions): Promise<void> {
  const out = outFolder(options);
  const all = options.kinds
    ? contributions(ofKinds(readSnapshot(snapshot), options.kinds))
    : snapshotContributions(snapshot);
  await fillFolder(out, (partial) => writeNeo4jCsv(all, partial));
  process.stdout.write(`Import it with the server stopped: sh ${join(out, 'import.sh')}\nWritten to ${out}.\n`);
}

/** gongwen export: a snapshot in another form, into a file or folder, or on standard output. */
export async function exportGraph(folder: string, options: ExportOptions): Promise<void> {
  const { format, out, kinds } = options;
  if (format === 'neo4j-csv') return exportImportFiles(folder, options);
  const whole = readSnapshot(folder);
  const content = EXPORTS[format](kinds ? ofKinds(whole, kinds) : whole, folder, options);
  if (content instanceof Files) {
    await writeFolder(outFolder(options), content.contents);
    process.stdout.write(`Written to ${out}.\n`);
  } else if (out) writeWhole(out, content);
  else await writeOut(content);
}
