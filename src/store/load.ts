import { type KnowledgeGraph, kindOf } from '../graph/build.js';
import { type NodeKind, OWNED_KINDS } from '../schema/nodes.js';
import type { RelationshipType } from '../schema/relationships.js';
import {
  ALIASED,
  createRelationships,
  formsOf,
  mergeNodes,
  removeOrphans,
  removeReport,
  setAliases,
  touchedByReport,
} from './statements.js';
import type { CypherValue, GraphStore, Row, Transaction } from './store.js';

/** Rows a statement: large enough for the round trip, small enough for the transaction's memory. */
const BATCH = 2000;

export interface LoadProgress {
  report: string;
  done: number;
  of: number;
}

interface Contribution {
  nodes: Map<string, { labels: string[]; rows: Row[] }>;
  relationships: Map<string, { type: RelationshipType; from: NodeKind; to: NodeKind; rows: Row[] }>;
  ids: Set<string>;
}

/** What each report of a graph contributes: its own nodes, the shared ones that its relationships touch. */
function contributions(graph: KnowledgeGraph): Map<string, Contribution> {
  const byReport = new Map<string, Contribution>();
  const of = (report: string) => {
    const found = byReport.get(report) ?? { nodes: new Map(), relationships: new Map(), ids: new Set() };
    byReport.set(report, found);
    return found;
  };
  const addNode = (contribution: Contribution, id: string) => {
    if (contribution.ids.has(id)) return;
    contribution.ids.add(id);
    const { labels, aliases: _aliases, ...properties } = graph.getNodeAttributes(id);
    const key = labels.join(':');
    const group = contribution.nodes.get(key) ?? { labels, rows: [] };
    contribution.nodes.set(key, group);
    group.rows.push({ id, properties: properties as Row });
  };
  graph.forEachNode((id, { labels, report }) => {
    const kind = kindOf({ labels });
    if (kind === 'Report') addNode(of(id), id);
    else if (OWNED_KINDS.includes(kind)) addNode(of(String(report)), id);
  });
  graph.forEachEdge((_key, { type, ...properties }, source, target) => {
    const contribution = of(properties.report);
    addNode(contribution, source);
    addNode(contribution, target);
    const from = kindOf(graph.getNodeAttributes(source));
    const to = kindOf(graph.getNodeAttributes(target));
    const key = `${type}|${from}|${to}`;
    const group = contribution.relationships.get(key) ?? { type, from, to, rows: [] };
    contribution.relationships.set(key, group);
    group.rows.push({ from: source, to: target, properties: properties as Row });
  });
  return byReport;
}

async function inBatches(tx: Transaction, cypher: string, rows: Row[]): Promise<void> {
  for (let i = 0; i < rows.length; i += BATCH) await tx.run(cypher, { rows: rows.slice(i, i + BATCH) });
}

/** Sets the aliases of shared nodes to the forms that all loaded reports use, sorted. */
async function refreshAliases(tx: Transaction, ids: string[]): Promise<void> {
  for (const kind of ALIASED) {
    const own = ids.filter((id) => id.startsWith(`${kind.toLowerCase()}:`));
    for (let i = 0; i < own.length; i += BATCH) {
      const { rows } = await tx.run(formsOf(kind), { ids: own.slice(i, i + BATCH) });
      const forms = new Map<string, Set<string>>();
      for (const { id, form } of rows) {
        const known = forms.get(String(id)) ?? new Set();
        forms.set(String(id), known);
        if (form !== null) known.add(String(form));
      }
      const sorted = [...forms].map(([id, known]): Row => ({ id, aliases: [...known].sort() as CypherValue }));
      await tx.run(setAliases(kind), { rows: sorted });
    }
  }
}

async function replaceReport(
  store: GraphStore,
  report: string,
  { nodes, relationships, ids }: Contribution,
): Promise<void> {
  await store.write(async (tx) => {
    const touched = new Set<string>(ids);
    for (const cypher of touchedByReport)
      for (const { id } of (await tx.run(cypher, { report })).rows) touched.add(String(id));
    for (const cypher of removeReport) await tx.run(cypher, { report });
    for (const { labels, rows } of nodes.values()) await inBatches(tx, mergeNodes(labels), rows);
    for (const { type, from, to, rows } of relationships.values())
      await inBatches(tx, createRelationships(type, from, to), rows);
    const shared = [...touched];
    const lost = shared.filter((id) => !ids.has(id));
    if (lost.length) for (const cypher of removeOrphans) await tx.run(cypher, { ids: lost });
    await refreshAliases(tx, shared);
  });
}

/**
 * Loads a graph into a store. Each report's load replaces all that this report contributed before and nothing else, in
 * a transaction of its own: what it no longer says goes, what other reports say stays. Loading again changes nothing.
 */
export async function loadGraph(
  store: GraphStore,
  graph: KnowledgeGraph,
  progress?: (p: LoadProgress) => void,
): Promise<void> {
  for (const statement of store.schema) await store.run(statement);
  const reports = contributions(graph);
  let done = 0;
  for (const [report, contribution] of reports) {
    progress?.({ report, done: done++, of: reports.size });
    await replaceReport(store, report, contribution);
  }
}
