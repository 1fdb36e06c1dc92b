import type { Statement } from '../../read/reading.js';
import { GROWTH_VERBS } from './growth.js';
import { about, clauseAndBefore, type Earlier, indicatorOf, movesFrom, ownWords } from './indicator.js';
import { linkCounts } from './links.js';
import { malformedAt } from './malformed.js';
import { distributed, growthOf, isPredicate, runs } from './parallel.js';
import { type Quantity, quantityAt } from './quantity.js';

export interface CountMention extends Quantity {
  type: 'Count';
  text: string;
  /** The words that tell what is counted. */
  indicator: string;
  /** The value that something moved from (由86.2%提高到98.9%): not that of the report's own period. */
  from?: boolean;
  /** The things that the count is told of, where it is told of several at once (答复率、办结率两个100%). */
  each?: string[];
  /** The count whose growth it is (总产值78.5亿元,增长21.3%). */
  growthOf?: CountMention;
  /** The count that it is a part of (审结48件,其中维持30件). */
  partOf?: CountMention;
}

const GROWTH = new RegExp(GROWTH_VERBS);
const STARTS = /[\d零〇一二两三四五六七八九十百千万亿数几上超近]/g;

/** Measures that the words before a rate make of it. */
function measureOf(quantity: Quantity, indicator: string): Quantity['measure'] {
  if (GROWTH.test(indicator)) return 'growth';
  if (quantity.measure === 'rate' && /占|比重|份额/.test(indicator)) return 'share';
  return quantity.measure;
}

/** The quantities of one sentence that are not part of a name, in order. */
function quantitiesOf(
  text: string,
  { body, end }: Statement,
  free: (start: number, end: number) => boolean,
): Quantity[] {
  const found: Quantity[] = [];
  let last = body;
  for (const m of text.slice(body, end).matchAll(STARTS)) {
    const at = body + m.index;
    if (at < last) continue;
    const malformed = malformedAt(text, at);
    if (malformed) {
      last = malformed.end;
      continue;
    }
    const quantity = quantityAt(text, at);
    if (!quantity || quantity.end > end || !free(quantity.start, quantity.end)) continue;
    found.push(quantity);
    last = quantity.end;
  }
  return found;
}

/** What each quantity of a sentence counts; runs of them share the subjects named before (…分别达甲、乙). */
function indicatorsOf(text: string, from: number, quantities: Quantity[]): string[] {
  const shared = new Map<Quantity, string>();
  const firsts = new Map(runs(text, quantities).map((run) => [run[0], run]));
  const indicators: string[] = [];
  let earlier: Earlier = { end: from, from };
  let subjects: string[] = [];
  for (const quantity of quantities) {
    const run = firsts.get(quantity);
    if (run) {
      const { words } = ownWords(text, quantity.start, earlier);
      const carried = isPredicate(words) && subjects.length === run.length;
      const named = carried
        ? { subjects, indicators: subjects.map((s) => s + growthOf(words)) }
        : (distributed(about(words, false), run.length) ??
          distributed(clauseAndBefore(text, quantity.start, from), run.length));
      subjects = named?.subjects ?? [];
      run.forEach((q, i) => {
        if (named) shared.set(q, named.indicators[i]);
      });
    }
    const indicator = shared.get(quantity) ?? indicatorOf(text, quantity, earlier);
    indicators.push(indicator);
    earlier = { end: quantity.end, indicator, from };
  }
  return indicators;
}

/**
 * Finds the counts of a report, with what each counts.
 * @param free tells whether a stretch is not already part of a name (三项制度, a date, a document).
 */
export function findCounts(
  text: string,
  statements: Statement[],
  free: (start: number, end: number) => boolean,
): CountMention[] {
  return statements.flatMap((statement) => {
    const quantities = quantitiesOf(text, statement, free);
    const indicators = quantities.length ? indicatorsOf(text, statement.body, quantities) : [];
    const counts = quantities.map(
      (quantity, i): CountMention => ({
        ...quantity,
        type: 'Count',
        text: text.slice(quantity.start, quantity.end),
        indicator: indicators[i],
        measure: measureOf(quantity, indicators[i]),
        ...(movesFrom(text, quantity, quantities[i + 1]) && { from: true }),
      }),
    );
    linkCounts(text, statement, counts);
    return counts;
  });
}
