import type { Statement } from '../../read/reading.js';
import { indicatorOf } from './indicator.js';
import { type Quantity, quantityAt } from './quantity.js';

export interface CountMention extends Quantity {
  type: 'Count';
  text: string;
  /** The words that tell what is counted. */
  indicator: string;
}

const STARTS = /[\d零〇一二两三四五六七八九十百千万亿数几上超近]/g;

/** Measures that the words before a rate make of it. */
function measureOf(quantity: Quantity, indicator: string): Quantity['measure'] {
  if (/增长|下降|上升|上涨|降低|增加|减少|提高|回落|提升/.test(indicator)) return 'growth';
  if (quantity.measure === 'rate' && /占|比重|份额/.test(indicator)) return 'share';
  return quantity.measure;
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
  const found: CountMention[] = [];
  for (const { body: start, end } of statements) {
    let last = start;
    let indicator: string | undefined;
    const counted: string[] = [];
    const sentence = text.slice(start, end);
    for (const m of sentence.matchAll(STARTS)) {
      const at = start + m.index;
      if (at < last) continue;
      const quantity = quantityAt(text, at);
      if (!quantity || quantity.end > end || !free(quantity.start, quantity.end)) continue;
      indicator = indicatorOf(text, quantity, { end: last, indicator, counted, from: start });
      const written = text.slice(quantity.start, quantity.end);
      counted.push(written);
      found.push({ ...quantity, type: 'Count', text: written, indicator, measure: measureOf(quantity, indicator) });
      last = quantity.end;
    }
  }
  return found;
}
