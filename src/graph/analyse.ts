import louvainModule from 'graphology-communities-louvain';
import { connectedComponents } from 'graphology-components';
import betweennessModule from 'graphology-metrics/centrality/betweenness.js';
import pagerankModule from 'graphology-metrics/centrality/pagerank.js';
import seedrandom from 'seedrandom';
import type { NodeKind } from '../schema/nodes.js';
import type { KnowledgeGraph } from './build.js';
import { PROJECTIONS, type ProjectionName } from './projectionNames.js';
import { joiningThings, type Projection, project } from './projections.js';

// CommonJS: what their types call the default export is the module itself.
const louvain = louvainModule as unknown as typeof louvainModule.default;
const betweenness = betweennessModule as unknown as typeof betweennessModule.default;
const pagerank = pagerankModule as unknown as typeof pagerankModule.default;

/** Betweenness takes time by the square of the nodes: beyond this many it is left out. */
export const BETWEENNESS_LIMIT = 20_000;
/** The same seed, the same communities. */
const SEED = 'gongwen';

/** What analysis tells of one node. */
export interface Standing {
  id: string;
  name: string;
  kind: NodeKind;
  /** With how many others it is joined. */
  degree: number;
  /** The share of all shortest paths between two others that lead through it, 0 to 1; none in a very large graph. */
  betweenness?: number;
  /** All nodes together have 1. */
  pageRank: number;
  /** The number of its community: 0 is the largest. */
  community: number;
}

export interface Community {
  number: number;
  size: number;
  /** Its nodes with the most ties, at the most five. */
  leading: string[];
}

/** One projection, analysed. */
export interface ProjectionAnalysis {
  nodes: number;
  ties: number;
  /** Parts that nothing joins to one another, and how many nodes the largest has. */
  components: number;
  largest: number;
  /** How much denser the communities are within than chance would have it: -0.5 to 1. */
  modularity: number;
  communities: Community[];
  /** Sorted by degree, then by betweenness, then by id. */
  standings: Standing[];
}

/** A document, programme or meeting that joins bodies of different communities. */
export interface Bridge {
  id: string;
  name: string;
  kind: NodeKind;
  agencies: string[];
  /** How many communities of agencies it joins. */
  communities: number;
}

export interface Analysis {
  projections: Record<ProjectionName, ProjectionAnalysis>;
  bridges: Bridge[];
}

/** Six digits: more would differ from one processor to the next. */
const rounded = (value: number) => Number(value.toPrecision(6));

/** Communities by Louvain (Blondel et al. 2008), numbered by size, then by their first id. */
function communitiesOf(projection: Projection): { of: Map<string, number>; modularity: number } {
  if (!projection.size) return { of: new Map(), modularity: 0 };
  const { communities, modularity } = louvain.detailed(projection, { rng: seedrandom(SEED), getEdgeWeight: 'weight' });
  const members = new Map<number, string[]>();
  for (const id of projection.nodes()) members.set(communities[id], [...(members.get(communities[id]) ?? []), id]);
  const ordered = [...members.values()].sort((a, b) => b.length - a.length || (a[0] < b[0] ? -1 : 1));
  return { of: new Map(ordered.flatMap((ids, n) => ids.map((id) => [id, n] as const))), modularity };
}

function largestFirst({
  nodes,
  standings,
}: {
  nodes: Map<string, number>;
  standings: readonly Standing[];
}): Community[] {
  const communities: Community[] = [];
  for (const { id, name } of standings) {
    const number = nodes.get(id) as number;
    communities[number] ??= { number, size: 0, leading: [] };
    const community = communities[number];
    community.size++;
    if (community.leading.length < 5) community.leading.push(name);
  }
  return communities;
}

function analyseProjection(projection: Projection): ProjectionAnalysis {
  const communities = communitiesOf(projection);
  const ranks = projection.size
    ? pagerank(projection, { getEdgeWeight: 'weight', maxIterations: 1000, tolerance: 1e-9 })
    : {};
  const between =
    projection.size && projection.order <= BETWEENNESS_LIMIT
      ? betweenness(projection, { getEdgeWeight: null })
      : undefined;
  const standings = projection
    .mapNodes(
      (id, { kind, name }): Standing => ({
        id,
        name,
        kind,
        degree: projection.degree(id),
        ...(between && { betweenness: rounded(between[id]) }),
        pageRank: rounded(ranks[id]),
        community: communities.of.get(id) as number,
      }),
    )
    .sort((a, b) => b.degree - a.degree || (b.betweenness ?? 0) - (a.betweenness ?? 0) || (a.id < b.id ? -1 : 1));
  const components = connectedComponents(projection);
  return {
    nodes: projection.order,
    ties: projection.size,
    components: components.length,
    largest: Math.max(0, ...components.map((c) => c.length)),
    modularity: rounded(communities.modularity),
    communities: largestFirst({ nodes: communities.of, standings }),
    standings,
  };
}

function bridgesOf(graph: KnowledgeGraph, agencies: ProjectionAnalysis): Bridge[] {
  const standing = new Map(agencies.standings.map((s) => [s.id, s]));
  return joiningThings(graph)
    .map(({ id, name, kind, actors }) => {
      const found = actors.flatMap((a) => standing.get(a) ?? []);
      return {
        id,
        name,
        kind,
        agencies: found.map((s) => s.name),
        communities: new Set(found.map((s) => s.community)).size,
      };
    })
    .filter(({ communities }) => communities > 1)
    .sort((a, b) => b.communities - a.communities || b.agencies.length - a.agencies.length || (a.id < b.id ? -1 : 1));
}

/** Analyses every projection of a graph. The same graph gives the same figures. */
export function analyse(graph: KnowledgeGraph): Analysis {
  const entries = PROJECTIONS.map((name) => [name, analyseProjection(project(graph, name))] as const);
  const projections = Object.fromEntries(entries) as Analysis['projections'];
  return { projections, bridges: bridgesOf(graph, projections.agencies) };
}

/** Writes what the projection of facts tells onto the nodes; those that no fact joins to anything have nothing of it. */
export function writeBack(graph: KnowledgeGraph, { projections }: Analysis): void {
  for (const { id, degree, betweenness, pageRank, community } of projections.facts.standings)
    graph.mergeNodeAttributes(id, {
      degree,
      ...(betweenness !== undefined && { betweenness }),
      pageRank,
      community,
    });
}
