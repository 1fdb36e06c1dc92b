import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { MultiDirectedGraph } from 'graphology';
import { z } from 'zod';
import { type EdgeAttributes, type KnowledgeGraph, kindOf, type NodeAttributes } from '../graph/build.js';
import { countKinds, type Summary } from '../graph/summary.js';
import { InputError } from '../lexicon/errors.js';
import { packagePath } from '../lexicon/paths.js';
import { type Extraction, Warning } from '../schema/extraction.js';
import { NODE_KINDS } from '../schema/nodes.js';
import { RELATIONSHIP_TYPES } from '../schema/relationships.js';
import { validateNode, validateRelationship } from '../schema/validate.js';

/** The version of the graph's form: a snapshot of another one is refused. */
export const SCHEMA_VERSION = 2;

/** A graph.json up to this size is read as one text, in bytes: the engine has none longer. */
const LARGEST = 500 * 2 ** 20;

/** graph.json in pieces: what graphology's Graph.import takes, a node or an edge a line, in the graph's own order. */
export function* graphLines(graph: KnowledgeGraph): Generator<string> {
  const options = { type: graph.type, multi: graph.multi, allowSelfLoops: graph.allowSelfLoops };
  yield `{"attributes":${JSON.stringify(graph.getAttributes())},"options":${JSON.stringify(options)},"nodes":[\n`;
  let comma = '';
  for (const { node: key, attributes } of graph.nodeEntries()) {
    yield `${comma}${JSON.stringify({ key, attributes })}`;
    comma = ',\n';
  }
  yield '\n],"edges":[\n';
  comma = '';
  for (const { edge: key, source, target, attributes } of graph.edgeEntries()) {
    yield `${comma}${JSON.stringify({ key, source, target, attributes })}`;
    comma = ',\n';
  }
  yield '\n]}\n';
}

/** graph.json as one text. */
export const graphJson = (graph: KnowledgeGraph): string => [...graphLines(graph)].join('');

const sha256 = (text: string) => createHash('sha256').update(text).digest('hex');

/** One hash over the lexicons: two snapshots with the same one were read by the same rules. */
function lexiconHash(): string {
  const folder = packagePath('data/lexicon');
  return sha256(
    readdirSync(folder)
      .sort()
      .map((f) => `${f}\n${readFileSync(join(folder, f), 'utf8')}`)
      .join('\n'),
  );
}

const packageVersion = () => JSON.parse(readFileSync(packagePath('package.json'), 'utf8')).version as string;

/** What the manifest keeps of a report. */
const ReportEntry = z.object({
  id: z.string(),
  title: z.string(),
  source: z.string().optional(),
  sha256: z.string(),
  jurisdiction: z.string().optional(),
  jurisdictionEvidence: z.string().optional(),
  reporter: z.string().optional(),
  alsoAt: z.array(z.string()).optional().describe('where else the same text was found'),
  replaces: z.array(z.string()).optional().describe('where another text of the same report was found'),
  warnings: z.array(Warning),
});
export type ReportEntry = z.infer<typeof ReportEntry>;

/** The manifest's entry of a report that was just read. */
export const reportEntry = ({ report, warnings }: Extraction): ReportEntry =>
  ReportEntry.parse({ ...report, warnings });

/** A file that could not be read, and why. */
const FailedFile = z.object({ file: z.string(), reason: z.string() });
export type FailedFile = z.infer<typeof FailedFile>;

/** What a manifest says of a graph beside its reports. */
export interface GraphFacts extends Pick<Summary, 'nodes' | 'relationships'> {
  /** SHA-256 of graph.json. */
  hash: string;
}

/** What a manifest says of a graph in memory. */
export function graphFacts(graph: KnowledgeGraph): GraphFacts {
  const hash = createHash('sha256');
  for (const piece of graphLines(graph)) hash.update(piece);
  return { hash: hash.digest('hex'), ...countKinds(graph) };
}

/** What reads: two files read by the same program and lexicons give the same. */
export const programStamp = (): { program: string; lexicons: string } => ({
  program: packageVersion(),
  lexicons: lexiconHash(),
});

/** manifest.json: what made the snapshot, of which reports, with what in it. Holds no time, so that it is the same on every run. */
export function manifestJson(
  { hash, nodes, relationships }: GraphFacts,
  reports: readonly ReportEntry[],
  failures: readonly FailedFile[] = [],
): string {
  const manifest = {
    schema: SCHEMA_VERSION,
    ...programStamp(),
    graph: hash,
    // A report that is given twice counts once: the later one.
    reports: [...new Map(reports.map((r) => [r.id, r])).values()].sort((a, b) => (a.id < b.id ? -1 : 1)),
    ...(failures.length && { failures }),
    nodes: inOrderOf(NODE_KINDS, nodes),
    relationships: inOrderOf(RELATIONSHIP_TYPES, relationships),
  };
  return `${JSON.stringify(manifest, null, 2)}\n`;
}

const inOrderOf = (names: readonly string[], counts: Readonly<Record<string, number>>) =>
  Object.fromEntries(names.flatMap((name) => (counts[name] ? [[name, counts[name]]] : [])));

const Listed = z.object({ reports: z.array(ReportEntry), failures: z.array(FailedFile).default([]) });

/** What a snapshot's manifest lists. @throws InputError where it is missing or damaged. */
export function readManifest(folder: string): z.infer<typeof Listed> {
  const file = join(folder, 'manifest.json');
  try {
    return Listed.parse(JSON.parse(readFileSync(file, 'utf8')));
  } catch (error) {
    const why = (error as Error).message.split('\n')[0];
    throw new InputError(`${file}: not a snapshot's manifest (${why}). Build the snapshot again.`);
  }
}

const Exported = z.object({
  nodes: z.array(
    z.object({
      key: z.string(),
      attributes: z.looseObject({ labels: z.array(z.enum([...NODE_KINDS, 'Village'])).min(1) }),
    }),
  ),
  edges: z.array(
    z.object({
      key: z.string(),
      source: z.string(),
      target: z.string(),
      attributes: z.looseObject({ type: z.enum(RELATIONSHIP_TYPES) }),
    }),
  ),
});

/**
 * Reads a snapshot's graph.
 * @param folder what `build --out` wrote.
 * @throws InputError where there is none or it is damaged, SchemaError where its content breaks the schema.
 */
export function readSnapshot(folder: string): KnowledgeGraph {
  const file = join(folder, 'graph.json');
  if (!existsSync(file))
    throw new InputError(`${file}: no snapshot there. Build one with: gongwen build PATH… --out ${folder}`);
  if (statSync(file).size > LARGEST)
    throw new InputError(
      `${file}: larger than ${LARGEST / 2 ** 20} MB, too large to be held in memory. Load it: gongwen load ${folder} --to bolt://…, or export it as neo4j-csv.`,
    );
  const text = readFileSync(file, 'utf8');
  const graph: KnowledgeGraph = new MultiDirectedGraph<NodeAttributes, EdgeAttributes>();
  let data: unknown;
  try {
    data = JSON.parse(text);
    Exported.parse(data);
    graph.import(data as Parameters<typeof graph.import>[0]);
  } catch (error) {
    throw new InputError(
      `${file}: not a snapshot of a graph (${(error as Error).message.split('\n')[0]}). Build it again.`,
    );
  }
  graph.forEachNode((id, { labels, ...properties }) =>
    validateNode({ kind: kindOf({ labels }), labels, properties: { id, ...properties } }),
  );
  graph.forEachEdge((_k, { type, ...properties }, from, to) =>
    validateRelationship({ type, from, to, properties }, (id) => kindOf(graph.getNodeAttributes(id))),
  );
  return graph;
}
