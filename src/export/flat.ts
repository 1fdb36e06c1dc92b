import { z } from 'zod';
import { type EdgeAttributes, type KnowledgeGraph, kindOf, type NodeAttributes } from '../graph/build.js';
import { NODE_KINDS, type NodeKind, nodeKinds } from '../schema/nodes.js';
import { RELATIONSHIP_TYPES, relationshipKinds } from '../schema/relationships.js';

/** What a cell of a flat export holds; nothing where the node or edge has no such property. */
export type FlatValue = string | number | boolean | undefined;
export type FlatType = 'string' | 'integer' | 'double' | 'boolean';

export interface Column {
  name: string;
  type: FlatType;
}

/** Between the items of a list; an item's own bar is written full-width. */
const BAR = '|';

/** A list in one cell: 县司法局|佛冈县司法局. */
export const listText = (items: readonly unknown[]): string =>
  items.map((item) => String(item).replaceAll(BAR, '|')).join(BAR);

/** The same word is of two types: an agency's level is a name, a section's a number; an honour's year is text. */
const RENAMED: Partial<Record<NodeKind, Readonly<Record<string, string>>>> = {
  Section: { level: 'sectionLevel' },
  Honor: { year: 'honorYear' },
};
const columnName = (kind: NodeKind, property: string) => RENAMED[kind]?.[property] ?? property;

interface JsonSchema {
  type?: string;
  properties?: Record<string, JsonSchema>;
}

const TYPES: Record<string, FlatType> = { integer: 'integer', number: 'double', boolean: 'boolean' };

/**
 * The columns of some schemas, in the order in which they name them; a list is a string here.
 * @throws Error where a column would have two types: a typed form could not hold it.
 */
function columnsOf(schemas: readonly [schema: z.ZodType, rename: (property: string) => string][]): Column[] {
  const columns = new Map<string, FlatType>();
  for (const [schema, rename] of schemas) {
    const { properties = {} } = z.toJSONSchema(schema, { io: 'output' }) as JsonSchema;
    for (const [property, { type: given }] of Object.entries(properties)) {
      const [name, type] = [rename(property), TYPES[given ?? ''] ?? 'string'];
      const known = columns.get(name) ?? type;
      if (known !== type) throw new Error(`the property ${name} is ${known} and ${type}: rename it in RENAMED`);
      columns.set(name, type);
    }
  }
  return [...columns].map(([name, type]) => ({ name, type }));
}

/** The properties that nodes of any kind may have, beside their id: what they are, then as the schema lists them. */
export const NODE_COLUMNS: readonly Column[] = [
  { name: 'nodeKind', type: 'string' },
  { name: 'labels', type: 'string' },
  ...columnsOf(NODE_KINDS.map((kind) => [nodeKinds[kind], (p) => columnName(kind, p)])).filter((c) => c.name !== 'id'),
];

/** The properties that edges of any type may have, beside their key and ends. */
export const EDGE_COLUMNS: readonly Column[] = [
  { name: 'type', type: 'string' },
  ...columnsOf(RELATIONSHIP_TYPES.map((type) => [relationshipKinds[type].properties, (p) => p])),
];

const flat = (value: unknown): FlatValue => (Array.isArray(value) ? listText(value) : (value as FlatValue));

/** A node's properties as cells, by column. */
export function flatNode(attributes: NodeAttributes): Record<string, FlatValue> {
  const kind = kindOf(attributes);
  const cells: Record<string, FlatValue> = { nodeKind: kind };
  for (const [name, value] of Object.entries(attributes)) cells[columnName(kind, name)] = flat(value);
  return cells;
}

/** An edge's properties as cells, by column. */
export function flatEdge(attributes: EdgeAttributes): Record<string, FlatValue> {
  return Object.fromEntries(Object.entries(attributes).map(([name, value]) => [name, flat(value)]));
}

/** The part of a graph that has the given kinds of nodes, with the edges between them. */
export function ofKinds(graph: KnowledgeGraph, kinds: readonly NodeKind[]): KnowledgeGraph {
  const part = graph.nullCopy() as KnowledgeGraph;
  graph.forEachNode((id, attributes) => {
    if (kinds.includes(kindOf(attributes))) part.addNode(id, attributes);
  });
  graph.forEachEdge((key, attributes, from, to) => {
    if (part.hasNode(from) && part.hasNode(to)) part.addDirectedEdgeWithKey(key, from, to, attributes);
  });
  return part;
}
