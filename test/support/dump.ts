import { createHash } from 'node:crypto';
import type { KnowledgeGraph } from '../../src/graph/build.js';
import { NODE_KINDS } from '../../src/schema/nodes.js';
import { RELATIONSHIP_TYPES } from '../../src/schema/relationships.js';
import type { GraphStore, Row } from '../../src/store/store.js';

export type Dump = { nodes: string[]; relationships: string[] };

const ordered = (row: object) =>
  JSON.stringify(Object.fromEntries(Object.entries(row).sort(([a], [b]) => (a < b ? -1 : 1))));

const given = (properties: object) =>
  Object.fromEntries(Object.entries(properties).filter(([, v]) => !(Array.isArray(v) && !v.length)));

/** What a store dumps that holds this graph and nothing else. */
export function dumpGraph(graph: KnowledgeGraph): Dump {
  const nodes = graph.mapNodes(
    (id, { labels, ...properties }) => `${[...labels].sort().join(':')} ${ordered({ id, ...given(properties) })}`,
  );
  const relationships = graph.mapEdges(
    (_key, { type, ...properties }, from, to) => `${from} ${type} ${to} ${ordered(properties)}`,
  );
  return { nodes: nodes.sort(), relationships: relationships.sort() };
}

/** Everything in a store, in an order of its own: two stores hold the same graph when their dumps are equal. */
export async function dump(store: GraphStore): Promise<Dump> {
  const nodes: string[] = [];
  for (const kind of NODE_KINDS) {
    const { rows } = await store.run(`MATCH (n:${kind}) RETURN n AS node, labels(n) AS labels`);
    for (const { node, labels } of rows)
      nodes.push(`${[...(labels as string[])].sort().join(':')} ${ordered(node as Row)}`);
  }
  const relationships: string[] = [];
  for (const type of RELATIONSHIP_TYPES) {
    const { rows } = await store.run(`MATCH (a)-[r:${type}]->(b) RETURN a.id AS from, r AS properties, b.id AS to`);
    for (const { from, properties, to } of rows)
      relationships.push(`${from} ${type} ${to} ${ordered(properties as Row)}`);
  }
  return { nodes: nodes.sort(), relationships: relationships.sort() };
}

/** A dump as one short word, and how much is in it: two graphs are the same when these are. */
export function digest({ nodes, relationships }: Dump): string {
  const hash = createHash('sha256');
  for (const line of [...nodes, ...relationships]) hash.update(`${line}\n`);
  return `${nodes.length} nodes, ${relationships.length} relationships, ${hash.digest('hex').slice(0, 16)}`;
}
