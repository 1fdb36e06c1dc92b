import { chineseNumber } from '../../language/numerals.js';
import type { Statement } from '../../read/reading.js';
import type { CountMention } from './count.js';
import { grown } from './growth.js';
import { JOINED } from './parallel.js';

const RELATIVE = new Set(['%', '‰', '个百分点', '百分点', '倍', '成', '番']);
/** A level that is told behind its growth: 增长5.8%,达266.1亿元. */
const LEVEL_BEHIND = /^[,、(]?(?:总量|总额|规模|总数)?(?:达到|达|至|为|升至|增至)$/;

const isGrowth = (count: CountMention) => count.measure === 'growth' && RELATIVE.has(count.unit);
const sameThing = (a: string, b: string) => a !== '' && b !== '' && (a === b || a.endsWith(b) || b.endsWith(a));

/** No sentence of prose has more counts that hang together; in a damaged one the search stays linear. */
const REACH = 40;

/** Where in a row of growths (分别增长8.3%、7.9%) one stands, and how many they are. */
function inRow(text: string, counts: readonly CountMention[], i: number): { first: number; length: number } {
  const joined = (a: number) =>
    counts[a + 1] &&
    isGrowth(counts[a]) &&
    isGrowth(counts[a + 1]) &&
    JOINED.test(text.slice(counts[a].end, counts[a + 1].start));
  let first = i;
  while (first > 0 && i - first < REACH && joined(first - 1)) first--;
  let last = i;
  while (last - i < REACH && joined(last)) last++;
  return { first, length: last - first + 1 };
}

/**
 * The count that a growth rate belongs to: the nearest before it of the same words; where it has no words of its own,
 * that which stands in the same place of the row before (A、B分别达甲、乙,增长丙、丁); else a level right behind it.
 */
function levelOf(text: string, counts: readonly CountMention[], i: number): CountMention | undefined {
  const stem = grown(counts[i].indicator);
  const { first, length } = inRow(text, counts, i);
  const levels = counts.slice(Math.max(0, first - REACH), first).filter((c) => !isGrowth(c) && !RELATIVE.has(c.unit));
  const before =
    levels.findLast((c) => sameThing(c.indicator, stem)) ??
    (stem === '' ? levels[Math.max(0, levels.length - length) + i - first] : undefined);
  if (before) return before;
  const next = counts[i + 1];
  const behind = next && !isGrowth(next) && LEVEL_BEHIND.test(text.slice(counts[i].end, next.start));
  return behind ? next : undefined;
}

const PARTS_BEGIN = /其中|包括/;
const MEAN = /年均|平均|人均/;
const PARTS_END = /;|。|另|总计|累计|合计|(?<!公)共(?!同)/;

/** Whether a bracket that opens between two counts is still open at the second. */
function opensBracket(between: string): boolean {
  return between.lastIndexOf('(') > between.lastIndexOf(')');
}

/** The counts that are parts of another: behind 其中, and in brackets behind it, of the same unit. */
function linkParts(text: string, counts: readonly CountMention[]): void {
  let whole: readonly CountMention[] | undefined;
  let bracket = false;
  for (let i = 1; i < counts.length; i++) {
    const between = text.slice(counts[i - 1].end, counts[i].start);
    const opened = opensBracket(between);
    if (PARTS_BEGIN.test(between) || opened) {
      whole = counts.slice(Math.max(0, i - REACH), i);
      bracket = opened;
    } else if (whole && (PARTS_END.test(between) || (bracket && between.includes(')')))) {
      whole = undefined;
    }
    const part = counts[i];
    if (!whole || RELATIVE.has(part.unit) || part.measure === 'growth') continue;
    const of = whole.findLast(
      (c) => c.unit === part.unit && c.measure !== 'growth' && !c.partOf && !MEAN.test(c.indicator),
    );
    if (of) part.partOf = of;
  }
}

/** The words that say that one number is each of the things named before: 答复率、办结率两个 | 100%, 办结率和满意率均为 | 100%. */
const EACH = /^(.*?)(?:([二两三四五六七八九])[个项]|(?:均|都|双双|全部|同时)(?:为|达到|达|是|保持|超过|超)?)$/;
const EACH_OWN = /[率度]$/;
const HOW_MANY = /[二两三四五六七八九][个项]$/;

/** The things that a rate is told of, where it is told of several at once; undefined where of one. */
function eachOf(text: string, { start, unit, indicator }: CountMention, from: number): string[] | undefined {
  if (unit !== '%') return undefined;
  const clause = /[^,;。:!?\n]*$/.exec(text.slice(Math.max(from, start - 60), start))?.[0] ?? '';
  const said = EACH.exec(clause);
  if (!said) return undefined;
  const items = indicator
    .replace(HOW_MANY, '')
    .split(/、|和|与|及/)
    .map((s) => s.trim());
  const wanted = said[2] ? chineseNumber(said[2]) : items.length;
  if (items.length < 2 || items.length !== wanted || !items.every((i) => EACH_OWN.test(i))) return undefined;
  return items;
}

/**
 * Joins the counts of one sentence: a growth to what grew, a part to its whole; and names the several things that one
 * rate is told of.
 */
export function linkCounts(text: string, { body }: Statement, counts: readonly CountMention[]): void {
  linkParts(text, counts);
  counts.forEach((count, i) => {
    const level = isGrowth(count) ? levelOf(text, counts, i) : undefined;
    if (level) count.growthOf = level;
    const each = eachOf(text, count, body);
    if (!each) return;
    count.each = each;
    count.indicator = count.indicator.replace(HOW_MANY, '');
  });
}
