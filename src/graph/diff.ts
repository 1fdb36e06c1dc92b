import { NODE_KINDS, type NodeKind, OWNED_KINDS } from '../schema/nodes.js';
import { type KnowledgeGraph, kindOf } from './build.js';
import { isTie } from './projections.js';

/** A thing that stands in one graph and not in the other. */
export interface ComparedThing {
  kind: NodeKind;
  name: string;
}

export interface ComparedFact {
  type: string;
  from: string;
  to: string;
  /** The sentence that states it. */
  sentence: string;
}

/** A number as one of the graphs tells it. */
export interface ComparedCount {
  indicator: string;
  /** The programme, body or place that it is about, where it is about one. */
  about: string[];
  value: number;
  unit: string;
  period?: string;
  text: string;
  sentence: string;
}

/** The same indicator of the same thing in both, with another value. */
export interface ChangedCount {
  before: ComparedCount;
  after: ComparedCount;
  /** after − before, in the count's unit; of rates in percentage points. */
  difference: number;
  /** The difference in per cent of the value before; none for rates, growths and shares, or where that value is 0. */
  percent?: number;
}

/** What appeared and went between two graphs. */
export interface Appearance<T> {
  appeared: T[];
  gone: T[];
}

export interface GraphDiff {
  /** Titles of the reports of the first and of the second graph. */
  reports: { before: string[]; after: string[] };
  things: Appearance<ComparedThing>;
  facts: Appearance<ComparedFact>;
  counts: Appearance<ComparedCount> & { changed: ChangedCount[]; same: number };
}

const reportsOf = (graph: KnowledgeGraph) => graph.filterNodes((_, attributes) => kindOf(attributes) === 'Report');

/** An id without the report's: a name that nothing resolved is the same name in the other year's report. */
function identities(graph: KnowledgeGraph): (id: string) => string {
  const reports = reportsOf(graph).sort((a, b) => b.length - a.length);
  return (id) => {
    const report = reports.find((r) => id.includes(r));
    return report ? id.replace(report, 'report') : id;
  };
}

const isThing = (kind: NodeKind) => !OWNED_KINDS.includes(kind) && kind !== 'Indicator';

function thingsOf(graph: KnowledgeGraph): Map<string, ComparedThing> {
  const identity = identities(graph);
  const things = new Map<string, ComparedThing>();
  graph.forEachNode((id, attributes) => {
    const kind = kindOf(attributes);
    if (isThing(kind)) things.set(identity(id), { kind, name: attributes.name });
  });
  return things;
}

function sentenceOf(graph: KnowledgeGraph, statement: unknown): string {
  return typeof statement === 'string' && graph.hasNode(statement)
    ? String(graph.getNodeAttribute(statement, 'text'))
    : '';
}

function factsOf(graph: KnowledgeGraph): Map<string, ComparedFact> {
  const identity = identities(graph);
  const facts = new Map<string, ComparedFact>();
  graph.forEachEdge((_key, { type, statement }, from, to, source, target) => {
    if (!isTie(type)) return;
    const key = `${identity(from)}\n${type}\n${identity(to)}`;
    if (!facts.has(key))
      facts.set(key, { type, from: source.name, to: target.name, sentence: sentenceOf(graph, statement) });
  });
  return facts;
}

/** The counts of a graph by what they measure of what, in the order of the text. */
function countsOf(graph: KnowledgeGraph): Map<string, ComparedCount[]> {
  const identity = identities(graph);
  const groups = new Map<string, { at: number; count: ComparedCount }[]>();
  graph.forEachNode((id, attributes) => {
    if (kindOf(attributes) !== 'Count') return;
    const { value, unit, text, period, measure, start, stance } = attributes;
    const indicator = graph.outNeighbors(id).find((n) => kindOf(graph.getNodeAttributes(n)) === 'Indicator');
    if (!indicator) return;
    const about = graph.filterOutEdges(id, (_k, { type }) => type === 'MEASURED_FOR').map((e) => graph.target(e));
    const statement = graph.findInEdge(id, (_k, { type }) => type === 'MENTIONS');
    // What five years brought is not what one year brought, nor is a plan what was achieved.
    const kind = [measure, stance === 'plan' ? 'plan' : '', String(period).includes('/') ? 'years' : 'year'];
    const key = [identity(indicator), ...kind, ...about.map(identity).sort()].join('\n');
    const count: ComparedCount = {
      indicator: graph.getNodeAttribute(indicator, 'name'),
      about: about.map((a) => graph.getNodeAttribute(a, 'name')).sort(),
      value: Number(value),
      unit: String(unit),
      ...(typeof period === 'string' && { period }),
      text: String(text),
      sentence: sentenceOf(graph, statement && graph.source(statement)),
    };
    const group = groups.get(key) ?? [];
    groups.set(key, group);
    group.push({ at: Number(start), count });
  });
  return new Map(
    [...groups].map(([key, group]) => [key, group.sort((a, b) => a.at - b.at).map(({ count }) => count)] as const),
  );
}

function compareMaps<T>(before: Map<string, T>, after: Map<string, T>): Appearance<T> {
  const only = (a: Map<string, T>, b: Map<string, T>) =>
    [...a]
      .filter(([key]) => !b.has(key))
      .sort(([x], [y]) => (x < y ? -1 : 1))
      .map(([, item]) => item);
  return { appeared: only(after, before), gone: only(before, after) };
}

/** Numbers that arithmetic on binary fractions would give noise at the end of. */
const tidy = (value: number) => Number(value.toPrecision(12));

function change(before: ComparedCount, after: ComparedCount): ChangedCount {
  const difference = tidy(after.value - before.value);
  const percent = before.value && before.unit !== '%' ? tidy((difference / Math.abs(before.value)) * 100) : undefined;
  return { before, after, difference, ...(percent !== undefined && { percent }) };
}

/** Counts of one key: equal values are the same, the rest are paired in the order of the text. */
function compareGroup(before: readonly ComparedCount[], after: readonly ComparedCount[]): GraphDiff['counts'] {
  const left = [...before];
  const rest = after.filter((count) => {
    const twin = left.findIndex((b) => b.value === count.value);
    if (twin >= 0) left.splice(twin, 1);
    return twin < 0;
  });
  const pairs = Math.min(left.length, rest.length);
  return {
    same: after.length - rest.length,
    changed: left.slice(0, pairs).map((b, i) => change(b, rest[i])),
    appeared: rest.slice(pairs),
    gone: left.slice(pairs),
  };
}

function compareCounts(before: Map<string, ComparedCount[]>, after: Map<string, ComparedCount[]>): GraphDiff['counts'] {
  const keys = [...new Set([...before.keys(), ...after.keys()])].sort();
  const groups = keys.map((key) => compareGroup(before.get(key) ?? [], after.get(key) ?? []));
  return {
    same: groups.reduce((n, g) => n + g.same, 0),
    changed: groups.flatMap((g) => g.changed),
    appeared: groups.flatMap((g) => g.appeared),
    gone: groups.flatMap((g) => g.gone),
  };
}

/**
 * What changed from one graph to another: things, facts and numbers that appeared, went or changed. Two reports are
 * compared by what they say, not by their ids: one county's reports of two years have most things in common.
 */
export function diffGraphs(before: KnowledgeGraph, after: KnowledgeGraph): GraphDiff {
  const titles = (graph: KnowledgeGraph) => reportsOf(graph).map((id) => graph.getNodeAttribute(id, 'name'));
  const order = (a: ComparedThing, b: ComparedThing) => NODE_KINDS.indexOf(a.kind) - NODE_KINDS.indexOf(b.kind);
  const things = compareMaps(thingsOf(before), thingsOf(after));
  return {
    reports: { before: titles(before), after: titles(after) },
    things: { appeared: things.appeared.sort(order), gone: things.gone.sort(order) },
    facts: compareMaps(factsOf(before), factsOf(after)),
    counts: compareCounts(countsOf(before), countsOf(after)),
  };
}
