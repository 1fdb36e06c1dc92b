import { createHash } from 'node:crypto';
import { type KnowledgeGraph, kindOf } from '../graph/build.js';
import { NODE_KINDS, type NodeKind, OWNED_KINDS, withoutAnalysis } from '../schema/nodes.js';
import type { RelationshipType } from '../schema/relationships.js';
import type { Row } from './store.js';
import type { Turn } from './turns.js';

/** A node as a load sends it: labels, id, properties without the aliases, which depend on what else is loaded. */
export interface NodeRow {
  labels: readonly string[];
  id: string;
  properties: Row;
  aliases?: readonly string[];
}

/** A relationship as a load sends it, with the kinds of its ends. */
export interface RelationshipRow {
  type: RelationshipType;
  from: string;
  to: string;
  properties: Row;
}

/** What one report contributes to a graph: its own nodes, the shared ones that its relationships touch, and those. */
export interface Contribution {
  report: string;
  nodes: NodeRow[];
  relationships: RelationshipRow[];
  /** A hash of all of it: a report that contributes the same need not be loaded again. */
  hash: string;
  /** Where it stands among the texts of its report that were given one by one; without it, it replaces all others. */
  turn?: Turn;
}

const KINDS = new Map(NODE_KINDS.map((kind) => [kind.toLowerCase(), kind]));

/** The kind of a node by its id, which begins with it (agency:441821:…). */
export function kindOfId(id: string): NodeKind {
  const kind = KINDS.get(id.slice(0, id.indexOf(':')));
  if (!kind) throw new Error(`the id ${id} names no kind`);
  return kind;
}

/** Whether a node is a report's own and goes with it. */
export const isOwned = (id: string): boolean => OWNED_KINDS.includes(kindOfId(id));

/** Gathers one report's contribution. */
export class ContributionBuilder {
  private readonly nodes = new Map<string, NodeRow>();
  private readonly relationships: RelationshipRow[] = [];

  constructor(private readonly report: string) {}

  addNode(node: NodeRow): void {
    this.nodes.set(node.id, node);
  }

  /** @param shared gives the shared nodes that it touches. */
  addRelationship(rel: RelationshipRow, shared: (id: string) => NodeRow): void {
    this.relationships.push(rel);
    for (const id of [rel.from, rel.to]) if (!isOwned(id) && !this.nodes.has(id)) this.nodes.set(id, shared(id));
  }

  build(): Contribution {
    const nodes = [...this.nodes.values()].sort((a, b) => (a.id < b.id ? -1 : 1));
    const hash = createHash('sha256');
    for (const { labels, id, properties } of nodes) hash.update(`${JSON.stringify([labels, id, properties])}\n`);
    const lines = this.relationships.map((r) => JSON.stringify([r.type, r.from, r.to, r.properties])).sort();
    for (const line of lines) hash.update(`${line}\n`);
    return { report: this.report, nodes, relationships: this.relationships, hash: hash.digest('hex') };
  }
}

/** Gathers the contributions of several reports at once. */
export class ContributionBuilders {
  private readonly builders = new Map<string, ContributionBuilder>();

  of(report: string): ContributionBuilder {
    const builder = this.builders.get(report) ?? new ContributionBuilder(report);
    this.builders.set(report, builder);
    return builder;
  }

  /** In the order of the reports' ids. */
  *build(): Generator<Contribution> {
    for (const [, builder] of [...this.builders].sort(([a], [b]) => (a < b ? -1 : 1))) yield builder.build();
  }
}

/** The attributes of a node of a graph as a load sends them. */
export function nodeRow(id: string, attributes: Record<string, unknown>): NodeRow {
  const { labels, aliases, ...properties } = withoutAnalysis(attributes);
  return {
    labels: labels as string[],
    id,
    properties: properties as Row,
    ...(Array.isArray(aliases) && { aliases: aliases as string[] }),
  };
}

/** What each report of a graph contributes, in the order of the reports' ids. */
export function* contributions(graph: KnowledgeGraph): Generator<Contribution> {
  const builders = new ContributionBuilders();
  graph.forEachNode((id, attributes) => {
    const kind = kindOf(attributes);
    if (OWNED_KINDS.includes(kind))
      builders.of(kind === 'Report' ? id : String(attributes.report)).addNode(nodeRow(id, attributes));
  });
  graph.forEachEdge((_key, { type, ...properties }, from, to) => {
    const shared = (id: string) => nodeRow(id, graph.getNodeAttributes(id));
    builders.of(properties.report).addRelationship({ type, from, to, properties: properties as Row }, shared);
  });
  yield* builders.build();
}
