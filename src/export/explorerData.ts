import { analyse } from '../graph/analyse.js';
import { type KnowledgeGraph, kindOf, type NodeAttributes } from '../graph/build.js';
import { DRAWN_KINDS } from './drawnKinds.js';
import type {
  ExplorerData,
  ExplorerEdge,
  ExplorerIndicator,
  ExplorerMention,
  ExplorerNode,
  ExplorerReport,
  ExplorerStatement,
} from './explorerFormat.js';
import { ofKinds } from './flat.js';
import { positionsOf } from './layout.js';
import { nodeSize } from './size.js';

/** How many nodes the explorer draws at the most: the best-connected. */
export const DRAWN_MOST = 5000;
/** Beyond this much text, in UTF-16 units, the page holds only the sentences that something drawn is said in. */
const WHOLE_TEXT = 8_000_000;

const HIDDEN = new Set(['labels', 'name', 'aliases', 'start', 'end', 'report', 'degree', 'betweenness', 'pageRank']);

function propertiesOf(attributes: NodeAttributes): ExplorerNode['properties'] {
  return Object.fromEntries(
    Object.entries(attributes).filter(([key]) => !HIDDEN.has(key) && key !== 'community'),
  ) as ExplorerNode['properties'];
}

const index = (keys: readonly string[]) => new Map(keys.map((key, i) => [key, i]));

/** The nodes to draw: those of the drawn kinds with the most ties, in the order of their ids. */
function drawnPart(things: KnowledgeGraph, most: number): KnowledgeGraph {
  if (things.order <= most) return things;
  const part = things.copy() as KnowledgeGraph;
  const ranked = part.nodes().sort((a, b) => part.degree(b) - part.degree(a) || (a < b ? -1 : 1));
  for (const id of ranked.slice(most)) part.dropNode(id);
  return part;
}

function reportsOf(graph: KnowledgeGraph, ids: readonly string[]): ExplorerReport[] {
  return ids.map((id) => {
    const { title, periodFrom, periodTo } = graph.getNodeAttributes(id);
    const of = (wanted: string) => graph.findOutEdge(id, (_k, { type }) => type === wanted);
    const on = of('REPORTS_ON') ?? of('ISSUED_BY');
    return {
      title: String(title),
      ...(on && { place: graph.getNodeAttribute(graph.target(on), 'name') }),
      ...(typeof periodFrom === 'string' && { from: periodFrom }),
      ...(typeof periodTo === 'string' && { to: periodTo, year: Number(periodTo.slice(0, 4)) }),
    };
  });
}

/** The ids of the statements that go onto the page, report by report in the order of the text. */
function statementIds(graph: KnowledgeGraph, part: KnowledgeGraph): { ids: string[]; whole: boolean } {
  const all = graph.filterNodes((_, a) => kindOf(a) === 'Statement');
  const length = all.reduce((n, id) => n + String(graph.getNodeAttribute(id, 'text')).length, 0);
  const whole = length <= WHOLE_TEXT;
  const cited = new Set<string>();
  if (!whole)
    part.forEachNode((id) => {
      graph.forEachInEdge(id, (_k, { type }, from) => {
        if (type === 'MENTIONS') cited.add(from);
      });
    });
  const ids = (whole ? all : [...cited]).sort((a, b) => {
    const [x, y] = [graph.getNodeAttributes(a), graph.getNodeAttributes(b)];
    return x.report === y.report ? Number(x.order) - Number(y.order) : String(x.report) < String(y.report) ? -1 : 1;
  });
  return { ids, whole };
}

/** The level of the section that opens at each place of each report. */
function sectionStarts(graph: KnowledgeGraph): Map<string, number> {
  const starts = new Map<string, number>();
  graph.forEachNode((_id, attributes) => {
    const { report, start, level } = attributes;
    if (kindOf(attributes) === 'Section' && Number(level) > 0) starts.set(`${report}#${start}`, Number(level));
  });
  return starts;
}

function statementsOf(
  graph: KnowledgeGraph,
  ids: readonly string[],
  reports: Map<string, number>,
): ExplorerStatement[] {
  const sections = sectionStarts(graph);
  return ids.map((id) => {
    const { report, start, end, text } = graph.getNodeAttributes(id);
    const level = sections.get(`${report}#${start}`);
    return {
      report: reports.get(String(report)) as number,
      start: Number(start),
      end: Number(end),
      text: String(text),
      ...(level !== undefined && { level }),
    };
  });
}

function edgesOf(
  part: KnowledgeGraph,
  nodes: Map<string, number>,
  reports: Map<string, number>,
  statements: Map<string, number>,
): ExplorerEdge[] {
  return part.mapEdges((_key, { type, report, statement, start, end, confidence }, from, to) => {
    const said = statements.get(String(statement));
    return {
      type,
      from: nodes.get(from) as number,
      to: nodes.get(to) as number,
      report: reports.get(report) as number,
      ...(said !== undefined && { statement: said, start: Number(start), end: Number(end) }),
      ...(confidence !== undefined && { confidence: Number(confidence) }),
    };
  });
}

function mentionsOf(graph: KnowledgeGraph, nodes: Map<string, number>, statements: Map<string, number>) {
  const mentions: ExplorerMention[] = [];
  graph.forEachEdge((_key, { type, start, end }, from, to) => {
    const [node, statement] = [nodes.get(to), statements.get(from)];
    if (type === 'MENTIONS' && node !== undefined && statement !== undefined)
      mentions.push([node, statement, Number(start), Number(end)]);
  });
  return mentions.sort((a, b) => a[1] - b[1] || a[2] - b[2]);
}

/** Indicators with two values or more in any year; a plan's numbers are left out. */
function indicatorsOf(
  graph: KnowledgeGraph,
  nodes: Map<string, number>,
  reports: Map<string, number>,
  statements: Map<string, number>,
): ExplorerIndicator[] {
  const found = new Map<string, ExplorerIndicator>();
  graph.forEachEdge((_key, { type, report }, from, to, count, indicator) => {
    if (type !== 'MEASURES' || count.stance === 'plan' || typeof count.year !== 'number') return;
    const mention = graph.findInEdge(from, (_k, edge) => edge.type === 'MENTIONS');
    const known = found.get(to) ?? { name: indicator.name, unit: String(indicator.unit), values: [] };
    found.set(to, known);
    const statement = mention === undefined ? -1 : (statements.get(graph.source(mention)) ?? -1);
    known.values.push([
      nodes.get(from) ?? -1,
      reports.get(report) as number,
      count.year,
      Number(count.value),
      statement,
    ]);
  });
  return [...found.values()]
    .filter(({ values }) => values.length > 1)
    .map((i) => ({ ...i, values: i.values.sort((a, b) => a[2] - b[2] || a[1] - b[1] || a[0] - b[0]) }))
    .sort((a, b) => b.values.length - a.values.length || (a.name < b.name ? -1 : 1));
}

/**
 * What the explorer's page shows of a graph: the things that reports name with their ties, the text that says so, the
 * indicators over the years, the communities.
 * @param most how many nodes are drawn at the most.
 */
export function explorerData(graph: KnowledgeGraph, most = DRAWN_MOST): ExplorerData {
  const things = ofKinds(graph, DRAWN_KINDS);
  const part = drawnPart(things, most);
  const analysis = analyse(graph).projections.facts;
  const communities = new Map(analysis.standings.map((s) => [s.id, s.community]));
  const tied = part.copy() as KnowledgeGraph;
  for (const id of part.filterNodes((n) => part.degree(n) === 0)) tied.dropNode(id);
  const positions = positionsOf(tied);
  const nodes = part.mapNodes((id, attributes): ExplorerNode => {
    const community = communities.get(id);
    const { aliases } = attributes;
    return {
      id,
      kind: kindOf(attributes),
      name: attributes.name,
      ...(Array.isArray(aliases) && aliases.length && { aliases: aliases as string[] }),
      properties: propertiesOf(attributes),
      ...(tied.hasNode(id) ? positions(id) : { x: 0, y: 0, lone: true }),
      size: nodeSize(part, id),
      ...(community !== undefined && { community }),
    };
  });
  const reportIds = graph.filterNodes((_, a) => kindOf(a) === 'Report');
  const { ids, whole } = statementIds(graph, part);
  const [byNode, byReport, byStatement] = [index(part.nodes()), index(reportIds), index(ids)];
  return {
    reports: reportsOf(graph, reportIds),
    nodes,
    edges: edgesOf(part, byNode, byReport, byStatement),
    statements: statementsOf(graph, ids, byReport),
    mentions: mentionsOf(graph, byNode, byStatement),
    indicators: indicatorsOf(graph, byNode, byReport, byStatement),
    communities: analysis.communities.filter((c) => c.size > 1),
    total: things.order,
    wholeText: whole,
  };
}
