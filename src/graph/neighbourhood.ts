import { MultiDirectedGraph } from 'graphology';
import { InputError } from '../lexicon/errors.js';
import type { NodeKind } from '../schema/nodes.js';
import { type KnowledgeGraph, kindOf } from './build.js';

/** The kinds that a picture shows: things and facts, not the text's own structure. */
const DRAWN = new Set<NodeKind>(['Agency', 'Place', 'Program', 'Document', 'Meeting', 'Honor', 'Count']);

/** The ids of the nodes of a name; as typed, or as an alias. */
export function nodesNamed(graph: KnowledgeGraph, name: string): string[] {
  return graph.filterNodes((id, { name: own, aliases }) => {
    return id === name || own === name || (Array.isArray(aliases) && aliases.includes(name));
  });
}

/** The nodes within `steps` of the given ones, nearest first, then best-connected first; they themselves lead. */
function within(graph: KnowledgeGraph, from: readonly string[], steps: number): string[] {
  const found = new Set(from);
  let edge = [...from];
  for (let step = 0; step < steps; step++) {
    const next = new Set(edge.flatMap((id) => graph.neighbors(id)).filter((id) => !found.has(id)));
    edge = [...next].sort((a, b) => graph.degree(b) - graph.degree(a) || (a < b ? -1 : 1));
    for (const id of edge) found.add(id);
  }
  return [...found];
}

/**
 * The part of a graph that a picture shows: the entities and what joins them, around one node or all of them.
 * @param options.focus a node's name, alias or id; options.steps how far from it (1 is its neighbours);
 * options.most how many nodes at the most, the best-connected of them.
 * @throws InputError where no node has the name.
 */
export function neighbourhood(
  graph: KnowledgeGraph,
  { focus, steps = 2, most = 60 }: { focus?: string; steps?: number; most?: number } = {},
): KnowledgeGraph {
  const drawn: KnowledgeGraph = new MultiDirectedGraph();
  graph.forEachNode((id, attributes) => {
    if (DRAWN.has(kindOf(attributes))) drawn.addNode(id, attributes);
  });
  graph.forEachEdge((key, attributes, from, to) => {
    if (drawn.hasNode(from) && drawn.hasNode(to)) drawn.addDirectedEdgeWithKey(key, from, to, attributes);
  });
  const centre = focus === undefined ? [] : nodesNamed(drawn, focus);
  if (focus !== undefined && !centre.length)
    throw new InputError(`no node is named "${focus}". Names are as in name or aliases.`, 2);
  const order = focus === undefined ? bestConnected(drawn) : within(drawn, centre, steps);
  const kept = new Set(order.slice(0, most));
  for (const id of drawn.nodes()) if (!kept.has(id)) drawn.dropNode(id);
  return drawn;
}

function bestConnected(graph: KnowledgeGraph): string[] {
  return graph.nodes().sort((a, b) => graph.degree(b) - graph.degree(a) || (a < b ? -1 : 1));
}
