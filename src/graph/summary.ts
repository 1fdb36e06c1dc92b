import { NODE_KINDS, type NodeKind } from '../schema/nodes.js';
import { RELATIONSHIP_TYPES, STATED_RELATIONS } from '../schema/relationships.js';
import { type KnowledgeGraph, kindOf } from './build.js';

/** A fact with the sentence that states it. */
export interface SampleFact {
  type: string;
  from: string;
  to: string;
  sentence: string;
}

export interface Summary {
  /** Counts by kind, without those that do not occur. */
  nodes: Record<string, number>;
  relationships: Record<string, number>;
  /** Entities by the number of relationships other than PART_OF. */
  best: { name: string; kind: NodeKind; degree: number }[];
  facts: SampleFact[];
}

function counted(kinds: readonly string[], each: (count: (kind: string) => void) => void): Record<string, number> {
  const counts = new Map<string, number>();
  each((kind) => counts.set(kind, (counts.get(kind) ?? 0) + 1));
  return Object.fromEntries(kinds.flatMap((k) => (counts.has(k) ? [[k, counts.get(k) as number]] : [])));
}

/** How many nodes of each kind and relationships of each type a graph has. */
export function countKinds(graph: KnowledgeGraph): Pick<Summary, 'nodes' | 'relationships'> {
  return {
    nodes: counted(NODE_KINDS, (count) => graph.forEachNode((_, attributes) => count(kindOf(attributes)))),
    relationships: counted(RELATIONSHIP_TYPES, (count) => graph.forEachEdge((_, { type }) => count(type))),
  };
}

const STRUCTURE = new Set<NodeKind>(['Report', 'Section', 'Statement', 'Count', 'Indicator']);

function bestConnected(graph: KnowledgeGraph, most: number): Summary['best'] {
  const degrees = new Map<string, number>();
  graph.forEachEdge((_e, { type }, from, to) => {
    if (type === 'PART_OF') return;
    for (const id of [from, to]) degrees.set(id, (degrees.get(id) ?? 0) + 1);
  });
  return [...degrees]
    .map(([id, degree]) => ({ id, degree, attributes: graph.getNodeAttributes(id) }))
    .filter(({ attributes }) => !STRUCTURE.has(kindOf(attributes)))
    .sort((a, b) => b.degree - a.degree || (a.id < b.id ? -1 : 1))
    .slice(0, most)
    .map(({ degree, attributes }) => ({ name: attributes.name, kind: kindOf(attributes), degree }));
}

/** One fact of each relation in turn until there are enough: the surest first, then of the best-connected things. */
function sampleFacts(graph: KnowledgeGraph, most: number): SampleFact[] {
  type Candidate = { edge: string; confidence: number; degree: number };
  const byType = new Map<string, Candidate[]>(STATED_RELATIONS.map((t) => [t, []]));
  graph.forEachEdge((edge, { type, confidence }, _from, to) =>
    byType.get(type)?.push({ edge, confidence: Number(confidence), degree: graph.degree(to) }),
  );
  for (const list of byType.values())
    list.sort((a, b) => b.confidence - a.confidence || b.degree - a.degree || (a.edge < b.edge ? -1 : 1));
  const facts: SampleFact[] = [];
  for (let round = 0; facts.length < most && [...byType.values()].some((l) => l.length > round); round++) {
    for (const [type, list] of byType) {
      const found = list[round];
      if (!found || facts.length >= most) continue;
      const nameOf = (id: string) => graph.getNodeAttribute(id, 'name');
      const statement = String(graph.getEdgeAttribute(found.edge, 'statement'));
      const sentence = String(graph.getNodeAttribute(statement, 'text'));
      facts.push({ type, from: nameOf(graph.source(found.edge)), to: nameOf(graph.target(found.edge)), sentence });
    }
  }
  return facts;
}

/** What a person wants to know of a graph just built: counts by kind, the ten best-connected nodes, five facts. */
export function summarise(graph: KnowledgeGraph): Summary {
  return { ...countKinds(graph), best: bestConnected(graph, 10), facts: sampleFacts(graph, 5) };
}
