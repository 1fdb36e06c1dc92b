import { UndirectedGraph } from 'graphology';
import type { NodeKind } from '../schema/nodes.js';
import { STATED_RELATIONS } from '../schema/relationships.js';
import { type KnowledgeGraph, kindOf } from './build.js';
import type { ProjectionName } from './projectionNames.js';

/** A simple weighted graph over nodes of the knowledge graph: what analysis reads. */
export type Projection = UndirectedGraph<{ kind: NodeKind; name: string }, { weight: number }>;

const TIES = new Set<string>(STATED_RELATIONS.filter((t) => t !== 'MEASURED_FOR'));
/** Whether a relationship is a fact that joins two things (a count is none). */
export const isTie = (type: string): boolean => TIES.has(type);

type Join = (a: string, b: string) => void;
type Maker = (graph: KnowledgeGraph, join: Join) => void;

/** Everything that a fact joins to another thing: agencies, places, programmes, documents, meetings, honours. */
function facts(graph: KnowledgeGraph, join: Join): void {
  graph.forEachEdge((_key, { type }, from, to) => {
    if (isTie(type)) join(from, to);
  });
}

/** What bodies do jointly: who applies the same law does not work together. */
const JOINT = new Set(['ISSUED', 'CONVENED', 'RUNS']);
/** What more bodies than these share joins none of them: a platform of the whole province is no joint work. */
const MOST_JOINED = 50;

/** The bodies that issued, convened or run a thing. */
function actorsOf(graph: KnowledgeGraph, thing: string): string[] {
  const actors = new Set<string>();
  graph.forEachInEdge(thing, (_key, { type }, from) => {
    if (JOINT.has(type)) actors.add(from);
  });
  return actors.size > MOST_JOINED ? [] : [...actors].sort();
}

const SHARED = new Set<NodeKind>(['Program', 'Document', 'Meeting']);

/** A document, programme or meeting with the bodies that it joins. */
export interface Joining {
  id: string;
  name: string;
  kind: NodeKind;
  actors: string[];
}

/** The documents, programmes and meetings that join two bodies or more. */
export function joiningThings(graph: KnowledgeGraph): Joining[] {
  return graph.nodes().flatMap((id) => {
    const attributes = graph.getNodeAttributes(id);
    const kind = kindOf(attributes);
    const actors = SHARED.has(kind) ? actorsOf(graph, id) : [];
    return actors.length > 1 ? [{ id, name: attributes.name, kind, actors }] : [];
  });
}

/** Agencies (and places that act) by joint work: they cooperate, or share a programme, a document or a meeting. */
function agencies(graph: KnowledgeGraph, join: Join): void {
  graph.forEachEdge((_key, { type }, from, to) => {
    if (type === 'COOPERATES_WITH') join(from, to);
  });
  for (const { actors } of joiningThings(graph))
    actors.forEach((a, i) => {
      for (const b of actors.slice(i + 1)) join(a, b);
    });
}

/** Which agency runs which programme. */
function agencyProgramme(graph: KnowledgeGraph, join: Join): void {
  graph.forEachEdge((_key, { type }, from, to) => {
    if (type === 'RUNS') join(from, to);
  });
}

/** Which county's (city's, province's) reports tell a count of which indicator, and how many of them. */
function countyIndicator(graph: KnowledgeGraph, join: Join): void {
  const places = new Map<string, string>();
  graph.forEachEdge((_key, { type }, from, to) => {
    if (type === 'REPORTS_ON') places.set(from, to);
  });
  graph.forEachEdge((_key, { type, report }, _from, to) => {
    const place = places.get(report);
    if (type === 'MEASURES' && place) join(place, to);
  });
}

const MAKERS: Record<ProjectionName, Maker> = {
  facts,
  agencies,
  'agency-programme': agencyProgramme,
  'county-indicator': countyIndicator,
};

/** A projection of the graph; nodes come in the order of their ids, whatever the order in which ties were found. */
export function project(graph: KnowledgeGraph, name: ProjectionName): Projection {
  const ties = new Map<string, [string, string]>();
  const counts = new Map<string, number>();
  MAKERS[name](graph, (a, b) => {
    if (a === b) return;
    const pair: [string, string] = a < b ? [a, b] : [b, a];
    const key = pair.join('\n');
    ties.set(key, pair);
    counts.set(key, (counts.get(key) ?? 0) + 1);
  });
  const projection: Projection = new UndirectedGraph();
  for (const id of [...new Set([...ties.values()].flat())].sort()) {
    const attributes = graph.getNodeAttributes(id);
    projection.addNode(id, { kind: kindOf(attributes), name: attributes.name });
  }
  for (const key of [...ties.keys()].sort()) {
    const [a, b] = ties.get(key) as [string, string];
    projection.addEdge(a, b, { weight: counts.get(key) as number });
  }
  return projection;
}
