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
import { svg } from '../export/svg.js';
import { edgeTable, nodeTable, tableCsv, tableParquet } from '../export/tables.js';
import type { KnowledgeGraph } from '../graph/build.js';
import { neighbourhood } from '../graph/neighbourhood.js';
import { InputError } from '../lexicon/errors.js';
import type { NodeKind } from '../schema/nodes.js';
import type { ExportFormat } from './formats.js';
import { type Content, writeFolder, writeOut, writeWhole } from './output.js';

export interface ExportOptions {
  format: ExportFormat;
  out?: string;
  focus?: string;
  steps: number;
  most: number;
  kinds?: NodeKind[];
}

/** Several files of one folder. */
class Folder {
  constructor(readonly write: (folder: string) => void) {}
}
const files = (contents: Record<string, Content>) => new Folder((folder) => writeFolder(folder, contents));

type Maker = (graph: KnowledgeGraph, folder: string, options: ExportOptions) => Content | Folder;

const picture: (...args: Parameters<Maker>) => string = (graph, folder, { focus, steps, most }) =>
  svg(neighbourhood(graph, { focus, steps, most }), focus ?? folder);

/** What makes each form. */
const EXPORTS: Record<ExportFormat, Maker> = {
  html: (graph) => explorerPage(graph),
  svg: picture,
  png: (...args) => png(picture(...args)),
  gexf: (graph) => gexf(graph, positionsOf(graph)),
  graphml,
  csv: (graph) => files({ 'nodes.csv': tableCsv(nodeTable(graph)), 'edges.csv': tableCsv(edgeTable(graph)) }),
  parquet: (graph) =>
    files({ 'nodes.parquet': tableParquet(nodeTable(graph)), 'edges.parquet': tableParquet(edgeTable(graph)) }),
  jsonld,
  cypher: cypherScript,
  'counts-csv': countsCsv,
  'counts-parquet': countsParquet,
  'neo4j-csv': (graph) =>
    new Folder((folder) => {
      writeNeo4jCsv(graph, folder);
      process.stdout.write(`Import it with the server stopped: sh ${join(folder, 'import.sh')}\n`);
    }),
};

/** gongwen export: a snapshot in another form, into a file or folder, or on standard output. */
export async function exportGraph(folder: string, options: ExportOptions): Promise<void> {
  const { format, out, kinds } = options;
  const whole = readSnapshot(folder);
  const content = EXPORTS[format](kinds ? ofKinds(whole, kinds) : whole, folder, options);
  if (content instanceof Folder) {
    if (!out) throw new InputError(`${format} is several files: name a folder for them with --out DIR.`, 2);
    content.write(out);
    process.stdout.write(`Written to ${out}.\n`);
  } else if (out) writeWhole(out, content);
  else await writeOut(content);
}
