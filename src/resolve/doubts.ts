import type { Warning } from '../schema/extraction.js';
import type { CountRecord } from './counts.js';

/** What a careful reader would question about a count. */
interface Doubt {
  record: CountRecord;
  message: string;
}

const RATE = /率$|占|比重|占比/;

/** A rate or share over 100 %. */
function over(records: readonly CountRecord[]): Doubt[] {
  return records.flatMap((record) => {
    const { mention, words } = record;
    const rate = (mention.measure === 'rate' || mention.measure === 'share') && mention.unit === '%';
    return rate && mention.value > 100 && RATE.test(words) ? [{ record, message: 'a rate over 100 %' }] : [];
  });
}

/** Parts that are more than their whole, one of them or all together. */
function parts(records: readonly CountRecord[]): Doubt[] {
  const byWhole = new Map<CountRecord['mention'], CountRecord[]>();
  for (const record of records) {
    const whole = record.mention.type === 'Count' && record.mention.partOf;
    if (whole) byWhole.set(whole, [...(byWhole.get(whole) ?? []), record]);
  }
  const recordOf = new Map(records.map((r) => [r.mention, r]));
  return [...byWhole].flatMap(([whole, of]) => {
    const sum = of.reduce((n, { mention }) => n + mention.value, 0);
    const record = recordOf.get(whole);
    if (!record || whole.bound === 'at least' || sum <= whole.value * (1 + 1e-9)) return [];
    return [{ record, message: `its parts add up to ${Number(sum.toPrecision(12))}` }];
  });
}

const STEM = /(成功|化解|办结|审结|结案|调处|整改|完成|答复|合格|通过)率$/;
const decimals = (text: string) => /\.(\d+)/.exec(text)?.[1].length ?? 0;

/** A rate that the two counts before it do not give: 调解504件,调解成功400件,成功率99%. */
function ratios(records: readonly CountRecord[]): Doubt[] {
  return records.flatMap((record, i) => {
    const { mention, words, statement } = record;
    const stem = STEM.exec(words)?.[1];
    if (!stem || mention.unit !== '%' || mention.bound !== 'exact') return [];
    const before = records.slice(Math.max(0, i - 4), i).filter((r) => r.statement === statement);
    const done = before.findLast((r) => r.words.includes(stem) && r.mention.measure === 'quantity');
    const all = done && before[before.indexOf(done) - 1];
    if (
      !done ||
      !all ||
      all.mention.unit !== done.mention.unit ||
      [done, all].some((r) => r.mention.bound !== 'exact') ||
      !all.mention.value
    )
      return [];
    const given = (done.mention.value / all.mention.value) * 100;
    if (given > 100 || Math.abs(given - mention.value) < 10 ** -decimals(mention.text)) return [];
    return [{ record, message: `${done.mention.text} of ${all.mention.text} are ${given.toFixed(1)} %` }];
  });
}

/** Words that are too short tell different things alike (办结率, 完成). */
const LEAST_WORDS = 5;

/** Values further apart are of different spans (a year's and five years'), not one told wrongly. */
const SAME_THING = 2;

/** One indicator of the catalogue in the same words, told with two values for one period. */
function twice(records: readonly CountRecord[]): Doubt[] {
  const first = new Map<string, CountRecord>();
  return records.flatMap((record) => {
    const { mention, words, indicator, catalogued, period, stance } = record;
    const part = mention.type === 'Count' && (mention.partOf || mention.each);
    if (!catalogued || part || mention.bound !== 'exact' || words.length < LEAST_WORDS || stance === 'plan') return [];
    const key = [indicator?.id, words, period, mention.unit].join('|');
    const known = first.get(key);
    if (!known) first.set(key, record);
    if (!known || known.statement === record.statement) return [];
    const [low, high] = [known.mention.value, mention.value].sort((a, b) => a - b);
    if (low === high || low * SAME_THING < high) return [];
    return [{ record, message: `told before as ${known.mention.text}` }];
  });
}

/**
 * The checks that a careful reader would make: each doubt goes on the count's node and into the report's warnings.
 * @param records in the order of the text.
 */
export function questionCounts(records: readonly CountRecord[]): Warning[] {
  const doubts = [over, parts, ratios, twice].flatMap((check) => check(records));
  for (const { record, message } of doubts) {
    const { properties } = record.entity;
    properties.doubts = [...((properties.doubts as string[] | undefined) ?? []), message].sort();
  }
  return doubts.map(({ record: { mention, words }, message }) => ({
    start: mention.start,
    end: mention.end,
    text: mention.text,
    message: `${words || 'a count'}: ${message}`,
  }));
}
