import { type KnowledgeGraph, kindOf } from '../graph/build.js';

/** The days that something is of, both included: YYYY-MM-DD. */
export interface Span {
  start: string;
  end: string;
}

const lastDay = (year: number, month: number) => new Date(Date.UTC(year, month, 0)).getUTCDate();

/** The first and the last day of 2023, 2023-12 or 2023-12-31. */
export function daysOf(date: string): Span {
  const [year, month, day] = date.split('-');
  if (day) return { start: date, end: date };
  if (month) return { start: `${date}-01`, end: `${date}-${lastDay(Number(year), Number(month))}` };
  return { start: `${date}-01-01`, end: `${date}-12-31` };
}

/** What each report of a graph covers; one that tells no period is not in it. */
export function reportSpans(graph: KnowledgeGraph): Map<string, Span> {
  const spans = new Map<string, Span>();
  graph.forEachNode((id, attributes) => {
    const { periodFrom, periodTo } = attributes;
    if (kindOf(attributes) === 'Report' && typeof periodFrom === 'string' && typeof periodTo === 'string')
      spans.set(id, { start: daysOf(periodFrom).start, end: daysOf(periodTo).end });
  });
  return spans;
}

/** From the first to the last day of several spans. */
export function hull(a: Span | undefined, b: Span | undefined): Span | undefined {
  if (!a || !b) return a ?? b;
  const [start] = [a.start, b.start].sort();
  const [, end] = [a.end, b.end].sort();
  return { start, end };
}

/** What a node is of: the periods of the reports that say something of it. */
export function nodeSpan(graph: KnowledgeGraph, id: string, spans: ReadonlyMap<string, Span>): Span | undefined {
  let span = spans.get(id);
  graph.forEachEdge(id, (_key, { report }) => {
    span = hull(span, spans.get(report));
  });
  return span;
}
