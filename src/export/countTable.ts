import { parquetWriteBuffer } from 'hyparquet-writer';
import { type KnowledgeGraph, kindOf } from '../graph/build.js';
import { csv } from './csv.js';

/** The columns of the tidy table of counts, one count a row, with their Parquet types. */
export const COUNT_COLUMNS = {
  place: 'STRING',
  place_code: 'STRING',
  reporter: 'STRING',
  period: 'STRING',
  year: 'INT32',
  indicator: 'STRING',
  words: 'STRING',
  value: 'DOUBLE',
  unit: 'STRING',
  measure: 'STRING',
  bound: 'STRING',
  stance: 'STRING',
  about: 'STRING',
  doubts: 'STRING',
  report: 'STRING',
  sentence: 'STRING',
  start: 'INT32',
  end: 'INT32',
} as const;

type Column = keyof typeof COUNT_COLUMNS;
export type CountRow = Record<Column, string | number | null>;

const text = (value: unknown) => (typeof value === 'string' && value ? value : null);
const number = (value: unknown) => (typeof value === 'number' ? value : null);

/** The names of the nodes that edges of a type lead to, in the order of their ids. */
function named(graph: KnowledgeGraph, from: string, type: string): string[] {
  return graph
    .filterOutEdges(from, (_e, a) => a.type === type)
    .map((e) => graph.target(e))
    .sort()
    .map((id) => graph.getNodeAttribute(id, 'name') as string);
}

/** What of a report stands on each of its counts' rows. */
function ofReport(
  graph: KnowledgeGraph,
  report: string,
): Pick<CountRow, 'place' | 'place_code' | 'reporter' | 'report'> {
  const [place] = graph.filterOutNeighbors(report, (n) => kindOf(graph.getNodeAttributes(n)) === 'Place');
  return {
    place: place ? text(graph.getNodeAttribute(place, 'name')) : null,
    place_code: place ? text(graph.getNodeAttribute(place, 'code')) : null,
    reporter: named(graph, report, 'ISSUED_BY')[0] ?? null,
    report: text(graph.getNodeAttribute(report, 'title')),
  };
}

/** The sentence that tells a count. */
function sentenceOf(graph: KnowledgeGraph, count: string): string | null {
  const [edge] = graph.filterInEdges(count, (_e, a) => a.type === 'MENTIONS');
  return edge ? text(graph.getNodeAttribute(graph.source(edge), 'text')) : null;
}

/** Every count of a graph as a row, in the order of report and place in it. Offsets are UTF-16, money in yuan, rates in per cent. */
export function countRows(graph: KnowledgeGraph): CountRow[] {
  const reports = new Map<string, ReturnType<typeof ofReport>>();
  const counts = graph
    .filterNodes((_id, a) => kindOf(a) === 'Count')
    .map((id) => ({ id, a: graph.getNodeAttributes(id) }))
    .sort(
      (x, y) =>
        compare(String(x.a.report), String(y.a.report)) || Number(x.a.start) - Number(y.a.start) || compare(x.id, y.id),
    );
  return counts.map(({ id, a }) => {
    const report = String(a.report);
    const known = reports.get(report) ?? ofReport(graph, report);
    reports.set(report, known);
    return {
      ...known,
      period: text(a.period),
      year: number(a.year),
      indicator: named(graph, id, 'MEASURES')[0] ?? null,
      words: text(a.indicator),
      value: number(a.value),
      unit: text(a.unit),
      measure: text(a.measure),
      bound: text(a.bound),
      stance: text(a.stance),
      about: named(graph, id, 'MEASURED_FOR').join('; ') || null,
      doubts: Array.isArray(a.doubts) ? a.doubts.join('; ') : null,
      sentence: sentenceOf(graph, id),
      start: number(a.start),
      end: number(a.end),
    };
  });
}

const compare = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0);
const COLUMNS = Object.keys(COUNT_COLUMNS) as Column[];

/** The table as CSV with a byte order mark, by which Excel knows that it is UTF-8. */
export const countsCsv = (graph: KnowledgeGraph): string => `\ufeff${csv(COLUMNS, countRows(graph))}`;

/** The table as Parquet. */
export function countsParquet(graph: KnowledgeGraph): Uint8Array {
  const rows = countRows(graph);
  const columnData = COLUMNS.map((name) => ({
    name,
    type: COUNT_COLUMNS[name],
    nullable: true,
    data: rows.map((row) => row[name]),
  }));
  return new Uint8Array(parquetWriteBuffer({ columnData }));
}
