import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { MultiDirectedGraph } from 'graphology';
import { z } from 'zod';
import { type EdgeAttributes, type KnowledgeGraph, kindOf, type NodeAttributes } from '../graph/build.js';
import { countKinds } from '../graph/summary.js';
import { InputError } from '../lexicon/errors.js';
import { packagePath } from '../lexicon/paths.js';
import type { Extraction } from '../schema/extraction.js';
import { NODE_KINDS } from '../schema/nodes.js';
import { RELATIONSHIP_TYPES } from '../schema/relationships.js';
import { validateNode, validateRelationship } from '../schema/validate.js';

/** The version of the graph's form: a snapshot of another one is refused. */
export const SCHEMA_VERSION = 2;

/** graph.json: what graphology's Graph.import takes, in a stable order. */
export function graphJson(graph: KnowledgeGraph): string {
  const { attributes, options, nodes, edges } = graph.export();
  const lines = (items: unknown[]) => items.map((i) => JSON.stringify(i)).join(',\n');
  const head = `"attributes":${JSON.stringify(attributes)},"options":${JSON.stringify(options)}`;
  return `{${head},"nodes":[\n${lines(nodes)}\n],"edges":[\n${lines(edges)}\n]}\n`;
}

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

/** manifest.json: what made the snapshot, of which reports, with what in it. Holds no time, so that it is the same on every run. */
export function manifestJson(graph: KnowledgeGraph, reports: readonly Extraction[]): string {
  const manifest = {
    schema: SCHEMA_VERSION,
    program: packageVersion(),
    lexicons: lexiconHash(),
    graph: sha256(graphJson(graph)),
    reports: [...reports]
      .sort((a, b) => (a.report.id < b.report.id ? -1 : 1))
      .map(({ report: { id, title, source, sha256, jurisdiction, jurisdictionEvidence, reporter }, warnings }) => ({
        id,
        title,
        source,
        sha256,
        jurisdiction,
        jurisdictionEvidence,
        reporter,
        warnings,
      })),
    ...countKinds(graph),
  };
  return `${JSON.stringify(manifest, null, 2)}\n`;
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
  let text: string;
  try {
    text = readFileSync(file, 'utf8');
  } catch {
    throw new InputError(`${file}: no snapshot there. Build one with: gongwen build PATH… --out ${folder}`);
  }
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
