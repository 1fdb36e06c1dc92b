import { GROWTH_VERBS } from './growth.js';
import type { Quantity } from './quantity.js';

/** What is said of every item alike, behind the last: 分别达到, 平均每年实际增长, 同比分别下降. */
const PREDICATE = new RegExp(
  `(?:,?(?:分别|平均|每年|年均|实际|同比|环比|比上年|较上年|比去年|${GROWTH_VERBS}|达到|达|为|至|到|双双))*$`,
);
const GROWTH = new RegExp(`(?:平均|每年|年均|实际|同比|环比|比上年|较上年|比去年)*(?:${GROWTH_VERBS})`);
const JOINT = /、|和|及|与|以及/;

/** What stands between two counts of a row, and nothing else. */
export const JOINED = /^(?:、|和|及|与|,)$/;

/** Runs of counts that stand joined with nothing else between them (4.2%、5%、5.4%), two or more of one unit. */
export function runs(text: string, quantities: readonly Quantity[]): Quantity[][] {
  const found: Quantity[][] = [];
  let run: Quantity[] = [];
  for (const q of quantities) {
    const last = run.at(-1);
    const joined = last && last.unit === q.unit && JOINED.test(text.slice(last.end, q.start));
    if (joined) run.push(q);
    else run = [q];
    if (run.length === 2) found.push(run);
  }
  return found;
}

/** 一、二、三产业增加值; 城镇和农村居民收入: the words that the items share stand behind the last. */
function completed(items: string[]): string[] {
  const last = items.at(-1) ?? '';
  const short = items.slice(0, -1).every((i) => i.length <= 2 && i.length < last.length);
  return short ? items.map((i) => (i === last ? i : i + last.slice(i.length))) : items;
}

/**
 * What each count of a run measures, where the words before it name as many things as there are counts:
 * 城镇居民收入和农村居民收入实际增长 | 8.4%和11.4%. @returns undefined where they do not.
 */
export function distributed(words: string, count: number): { subjects: string[]; indicators: string[] } | undefined {
  const predicate = PREDICATE.exec(words)?.[0] ?? '';
  const subjects = completed(
    words
      .slice(0, words.length - predicate.length)
      .replace(/,$/, '')
      .split(JOINT),
  );
  if (subjects.length !== count || subjects.some((s) => s.length < 2)) return undefined;
  return { subjects, indicators: subjects.map((s) => s + growthOf(predicate)) };
}

/** The growth that a predicate speaks of; empty where it only says how much there is. */
export const growthOf = (predicate: string) => GROWTH.exec(predicate)?.[0] ?? '';

/** Whether words say nothing but what is said of subjects named before: 平均每年实际增长. */
export const isPredicate = (words: string) => words !== '' && PREDICATE.exec(words)?.[0].length === words.length;
