import type { KnowledgeGraph } from '../graph/build.js';
import { type Column, EDGE_COLUMNS, type FlatType, type FlatValue, flatEdge, flatNode, NODE_COLUMNS } from './flat.js';
import { xmlId, xmlText } from './xml.js';

const TYPES: Record<FlatType, string> = { string: 'string', integer: 'long', double: 'double', boolean: 'boolean' };
type Owner = 'node' | 'edge';
/** igraph takes an attribute `id` for the node's own: keys are n-… and e-…, names the properties'. */
const keyOf = (owner: Owner, name: string) => `${owner[0]}-${name}`;

function* keys(owner: Owner, columns: readonly Column[]): Generator<string> {
  for (const { name, type } of columns)
    yield `<key id="${keyOf(owner, name)}" for="${owner}" attr.name="${name}" attr.type="${TYPES[type]}"/>\n`;
}

function data(owner: Owner, columns: readonly Column[], cells: Record<string, FlatValue>): string {
  const given = columns.filter(({ name }) => cells[name] !== undefined);
  return given.map(({ name }) => `<data key="${keyOf(owner, name)}">${xmlText(String(cells[name]))}</data>`).join('');
}

/**
 * A graph as GraphML (graphml.graphdrawing.org), which networkx, igraph and yEd read: every property, typed. In pieces,
 * so that it is never whole in memory.
 */
export function* graphml(graph: KnowledgeGraph): Generator<string> {
  yield '<?xml version="1.0" encoding="UTF-8"?>\n<graphml xmlns="http://graphml.graphdrawing.org/xmlns">\n';
  yield* keys('node', NODE_COLUMNS);
  yield* keys('edge', EDGE_COLUMNS);
  yield '<graph edgedefault="directed">\n';
  for (const { node: id, attributes } of graph.nodeEntries())
    yield `<node id="${xmlId(id)}">${data('node', NODE_COLUMNS, flatNode(attributes))}</node>\n`;
  for (const { edge: key, attributes, source, target } of graph.edgeEntries())
    yield `<edge id="${xmlId(key)}" source="${xmlId(source)}" target="${xmlId(target)}">${data('edge', EDGE_COLUMNS, flatEdge(attributes))}</edge>\n`;
  yield '</graph>\n</graphml>\n';
}
