import type { CountMention } from '../extract/count/count.js';
import { GROWTH_VERBS } from '../extract/count/growth.js';
import { lexicon } from '../lexicon/load.js';

/** What counts of several reports measure in common. */
export interface CanonicalIndicator {
  name: string;
  unit: string;
}

interface Compiled extends CanonicalIndicator {
  units: ReadonlySet<string>;
  pattern: RegExp;
}

let compiled: Compiled[] | undefined;

function catalogue(): Compiled[] {
  if (compiled) return compiled;
  const { indicators, dimensions } = lexicon('indicators');
  compiled = indicators.map(({ name, unit, dimension, patterns }) => ({
    name,
    unit,
    units: new Set(dimensions[dimension]),
    pattern: new RegExp(patterns.join('|')),
  }));
  return compiled;
}

const byUnit = new Map<string, Compiled[]>();

/** The entries that a count of a unit may measure: of its dimension, of any, and, where it is a growth, of all but rates. */
function entriesFor(unit: string, growth: boolean): Compiled[] {
  const key = `${unit}|${growth}`;
  let entries = byUnit.get(key);
  if (!entries) {
    entries = catalogue().filter(({ units }) => !units.size || units.has(unit) || (growth && !units.has('%')));
    byUnit.set(key, entries);
  }
  return entries;
}

const GROWTH = new RegExp(`${GROWTH_VERBS}|增幅|降幅|增速`);
/** A growth over several years is not one year's: an average of them, or all of them together. */
const YEARLY = /年均|平均每年|每年平均/;
const TOGETHER = /累计|[比较]\d{4}年|[一二三四五六七八九十]年/;
const PERCENT = new Set(['%', '个百分点', '百分点', '‰']);

/**
 * The indicator of the catalogue (data/lexicon/indicators.yaml) that a count measures; undefined where its words or its
 * unit fit none. A growth in per cent of an indicator that is no rate itself is that indicator's 增速, 年均增速 or 累计增幅.
 */
export function canonicalIndicator({
  indicator,
  unit,
}: Pick<CountMention, 'indicator' | 'unit'>): CanonicalIndicator | undefined {
  const growth = PERCENT.has(unit) && GROWTH.test(indicator);
  const words = indicator.replaceAll(/[“”"]/g, '');
  const found = entriesFor(unit, growth).find(({ pattern }) => pattern.test(words));
  if (!found) return undefined;
  const { name, units } = found;
  if (!growth || units.has('%')) return { name, unit: found.unit };
  const over = YEARLY.test(words) ? '年均增速' : TOGETHER.test(words) ? '累计增幅' : '增速';
  return { name: `${name}${over}`, unit: '%' };
}

let names: Set<string> | undefined;

/** Whether an indicator's name is one of the catalogue, itself or as its 增速; ranks have names of their own. */
export function isCatalogued(name: string): boolean {
  names ??= new Set(catalogue().map((c) => c.name));
  return names.has(name.replace(/(?:(?:年均)?增速|累计增幅)$/, '')) || names.has(name) || name.endsWith('排名');
}
