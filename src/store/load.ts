import type { KnowledgeGraph } from '../graph/build.js';
import type { NodeKind } from '../schema/nodes.js';
import { type Contribution, contributions, isOwned, kindOfId } from './contribution.js';
import {
  ALIASED,
  createNodes,
  createRelationships,
  finishLoads,
  formsOf,
  knownAliases,
  knownLoads,
  lockLoads,
  mergeNodes,
  removeLoads,
  removeOrphans,
  removeReport,
  reportsNamed,
  setAliases,
  touchedByReport,
} from './statements.js';
import type { GraphStore, Row, Transaction } from './store.js';
import { keepStandings, standings } from './turns.js';

/** Rows a statement: large enough for the round trip, small enough for the transaction's memory. */
const BATCH = 2500;
/** Rows a transaction: reports are loaded together up to so many. */
const GROUP = 10_000;

export interface LoadProgress {
  /** Reports loaded or found unchanged, and how many there are where that is known. */
  done: number;
  of?: number;
}

/** What a load did. */
export interface Loaded {
  reports: number;
  unchanged: number;
  nodes: number;
  relationships: number;
}

async function inBatches(tx: Transaction, cypher: string, rows: Row[], parameter = 'rows'): Promise<void> {
  for (let i = 0; i < rows.length; i += BATCH) await tx.run(cypher, { [parameter]: rows.slice(i, i + BATCH) });
}

/** Rows by a key, with the keys in their order, so that two loaders lock nodes in the same order. */
function grouped<T>(items: Iterable<T>, key: (item: T) => string): [string, T[]][] {
  const groups = new Map<string, T[]>();
  for (const item of items) {
    const group = groups.get(key(item));
    if (group) group.push(item);
    else groups.set(key(item), [item]);
  }
  return [...groups].sort(([a], [b]) => (a < b ? -1 : 1));
}

async function loadNodes(tx: Transaction, group: readonly Contribution[]): Promise<void> {
  const nodes = new Map(group.flatMap((c) => c.nodes.map((n) => [n.id, n] as const)));
  for (const [labels, rows] of grouped(nodes.values(), (n) => n.labels.join(':'))) {
    const sorted = rows.sort((a, b) => (a.id < b.id ? -1 : 1)).map(({ id, properties }): Row => ({ id, properties }));
    const names = labels.split(':');
    await inBatches(tx, isOwned(rows[0].id) ? createNodes(names) : mergeNodes(names), sorted);
  }
}

async function loadRelationships(tx: Transaction, group: readonly Contribution[]): Promise<void> {
  const all = group.flatMap((c) => c.relationships);
  for (const [, rels] of grouped(all, (r) => `${r.type}|${kindOfId(r.from)}|${kindOfId(r.to)}`)) {
    const { type, from, to } = rels[0];
    const rows = rels.map(({ from, to, properties }): Row => ({ from, to, properties }));
    await inBatches(tx, createRelationships(type, kindOfId(from), kindOfId(to)), rows);
  }
}

/** The forms in which a group's reports name shared nodes, by node. */
function formsIn(group: readonly Contribution[]): Map<string, Set<string>> {
  const forms = new Map<string, Set<string>>();
  const add = (id: string, form: string) => forms.set(id, (forms.get(id) ?? new Set()).add(form));
  for (const { nodes, relationships } of group) {
    for (const { id, aliases } of nodes) if (aliases) forms.set(id, forms.get(id) ?? new Set());
    const names = new Map(nodes.map((n) => [n.id, n.properties]));
    for (const { type, from, to, properties } of relationships) {
      if (type === 'MENTIONS' && !isOwned(to)) add(to, String(properties.text));
      if (type !== 'MEASURES') continue;
      const { name, text } = names.get(from) ?? {};
      add(to, String(name).slice(0, -String(text).length - 1));
    }
  }
  return forms;
}

async function writeAliases(tx: Transaction, kind: NodeKind, forms: Map<string, Set<string>>): Promise<void> {
  await inBatches(
    tx,
    setAliases(kind),
    [...forms].map(([id, known]): Row => ({ id, aliases: [...known].sort() })),
  );
}

/** Adds the forms that a group brings to the aliases that its nodes have already. */
async function addAliases(tx: Transaction, group: readonly Contribution[]): Promise<void> {
  for (const [kind, own] of grouped(formsIn(group), ([id]) => kindOfId(id))) {
    const ids = own.map(([id]) => id);
    const changed = new Map(own);
    for (let i = 0; i < ids.length; i += BATCH) {
      const { rows } = await tx.run(knownAliases(kind as NodeKind), { ids: ids.slice(i, i + BATCH) });
      for (const { id, aliases } of rows) {
        const forms = changed.get(String(id));
        const known = aliases as string[];
        if (known.length && forms && [...forms].every((f) => known.includes(f))) changed.delete(String(id));
        else for (const alias of known) forms?.add(alias);
      }
    }
    await writeAliases(tx, kind as NodeKind, changed);
  }
}

/** Sets the aliases of nodes to the forms that the loaded reports use: after some of them went, none may stay behind. */
async function refreshAliases(tx: Transaction, ids: readonly string[]): Promise<void> {
  for (const [kind, own] of grouped(ids, kindOfId)) {
    if (!ALIASED.includes(kind as NodeKind)) continue;
    const forms = new Map<string, Set<string>>();
    for (let i = 0; i < own.length; i += BATCH) {
      const { rows } = await tx.run(formsOf(kind as NodeKind), { ids: own.slice(i, i + BATCH) });
      for (const { id, form } of rows) {
        const known = forms.get(String(id)) ?? new Set();
        forms.set(String(id), known);
        if (form !== null) known.add(String(form));
      }
    }
    await writeAliases(tx, kind as NodeKind, forms);
  }
}

/** Takes out what reports contributed. @returns the shared nodes that they touched. */
async function takeOut(tx: Transaction, reports: readonly string[]): Promise<string[]> {
  const touched = new Set<string>();
  for (const report of reports) {
    for (const cypher of touchedByReport)
      for (const { id } of (await tx.run(cypher, { report })).rows) touched.add(String(id));
    for (const cypher of removeReport) await tx.run(cypher, { report });
  }
  return [...touched].sort();
}

async function tidy(tx: Transaction, touched: readonly string[]): Promise<void> {
  if (!touched.length) return;
  for (const cypher of removeOrphans) await tx.run(cypher, { ids: [...touched] });
  await refreshAliases(tx, touched);
}

/** Loads a group of reports in one transaction: those that changed, whole, or nothing. */
async function loadGroup(tx: Transaction, group: readonly Contribution[]): Promise<Contribution[]> {
  const reports = group.map((c) => c.report);
  await tx.run(lockLoads, { reports });
  const { rows } = await tx.run(knownLoads, { reports });
  const known = new Map(rows.map((r) => [String(r.report), r]));
  const stand = standings(group, known);
  const counts = (c: Contribution) => !c.turn || stand.get(c.report)?.first.order === c.turn.order;
  const changed = group.filter((c) => known.get(c.report)?.hash !== c.hash && counts(c));
  await replace(tx, changed, known);
  await keepStandings(tx, stand);
  return changed;
}

/** Puts what reports contribute in the place of what they contributed before. */
async function replace(
  tx: Transaction,
  changed: readonly Contribution[],
  known: ReadonlyMap<string, Row>,
): Promise<void> {
  if (!changed.length) return;
  // A report that stands there under another hash, or was brought there by other means, is replaced.
  const replaced = changed.filter((c) => known.get(c.report)?.present).map((c) => c.report);
  const touched = await takeOut(tx, replaced);
  await loadNodes(tx, changed);
  await loadRelationships(tx, changed);
  await addAliases(tx, changed);
  await tidy(tx, touched);
  const loads = changed.map(
    ({ report, hash, nodes, relationships }): Row => ({
      report,
      properties: { hash, nodes: nodes.length, relationships: relationships.length },
    }),
  );
  await tx.run(finishLoads, { loads });
}

/** The contributions in groups that one transaction takes. */
async function* groups(all: AsyncIterable<Contribution> | Iterable<Contribution>): AsyncGenerator<Contribution[]> {
  let group: Contribution[] = [];
  let rows = 0;
  for await (const contribution of all) {
    const own = contribution.nodes.length + contribution.relationships.length;
    if (group.length && rows + own > GROUP) {
      yield group;
      group = [];
      rows = 0;
    }
    group.push(contribution);
    rows += own;
  }
  if (group.length) yield group;
}

/**
 * Loads what reports contribute. Each report replaces all that it contributed before and nothing else: what it no longer
 * says goes, what other reports say stays. A report whose hash its Load node bears already costs one look-up; a load that
 * was broken off is done by loading again; loaders at the same time wait for each other at the Load nodes.
 */
export async function loadContributions(
  store: GraphStore,
  all: AsyncIterable<Contribution> | Iterable<Contribution>,
  { of, progress }: { of?: number; progress?: (p: LoadProgress) => void } = {},
): Promise<Loaded> {
  await store.prepare();
  const loaded: Loaded = { reports: 0, unchanged: 0, nodes: 0, relationships: 0 };
  for await (const group of groups(all)) {
    progress?.({ done: loaded.reports, ...(of && { of }) });
    const changed = await store.write((tx) => loadGroup(tx, group));
    loaded.reports += group.length;
    loaded.unchanged += group.length - changed.length;
    for (const { nodes, relationships } of changed) {
      loaded.nodes += nodes.length;
      loaded.relationships += relationships.length;
    }
  }
  return loaded;
}

/** Loads a whole graph; see loadContributions. */
export function loadGraph(
  store: GraphStore,
  graph: KnowledgeGraph,
  progress?: (p: LoadProgress) => void,
): Promise<Loaded> {
  const of = graph.filterNodes((_id, { labels }) => labels[0] === 'Report').length;
  return loadContributions(store, contributions(graph), { of, ...(progress && { progress }) });
}

/**
 * Takes a report out: all that it contributed, the shared nodes that nothing else names, and its Load node.
 * @param report its id, its title or the file that it was read from.
 * @returns the ids of the reports taken out; none where no report is called so.
 */
export async function unload(store: GraphStore, report: string): Promise<string[]> {
  await store.prepare();
  return store.write(async (tx) => {
    const ids = (await tx.run(reportsNamed, { report })).rows.map((r) => String(r.id)).sort();
    if (!ids.length) return ids;
    await tx.run(lockLoads, { reports: ids });
    const touched = await takeOut(tx, ids);
    await tidy(tx, touched);
    await tx.run(removeLoads, { reports: ids });
    return ids;
  });
}
