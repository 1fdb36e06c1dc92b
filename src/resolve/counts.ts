import type { CountMention } from '../extract/count/count.js';
import type { RankMention } from '../extract/count/rank.js';
import type { Stance } from '../read/outline.js';
import type { Entity, Relation } from '../schema/extraction.js';
import { canonicalIndicator } from './indicators.js';

export type Counted = CountMention | RankMention;

/** One number of a report as a node, with what it measures. */
export interface CountRecord {
  mention: Counted;
  entity: Entity;
  /** The words of the one thing that it is told of. */
  words: string;
  indicator?: Entity;
  /** The indicator is one of the catalogue. */
  catalogued: boolean;
  period?: string;
  stance: Stance;
  /** The index of its statement. */
  statement: number;
}

function indicatorEntity(words: string, { unit, measure }: Counted): Pick<CountRecord, 'indicator' | 'catalogued'> {
  if (!words) return { catalogued: false };
  const known = measure === 'rank' ? undefined : canonicalIndicator({ indicator: words, unit });
  const { name, unit: its } = known ?? { name: measure === 'rank' ? `${words}排名` : words, unit };
  const indicator: Entity = { id: `indicator:${name}(${its})`, type: 'Indicator', name, properties: { unit: its } };
  return { indicator, catalogued: known !== undefined };
}

/** The year that a period lies in; none for a stretch of several. */
const yearOf = (period: string): { year?: number } =>
  /^\d{4}(?:$|-)/.test(period) ? { year: Number(period.slice(0, 4)) } : {};

/**
 * The records of a count: one, or one for each thing that it is told of (答复率、办结率、满意率三个100% is three rates). The
 * first keeps the plain id, the others are numbered.
 */
export function countRecords(
  mention: Counted,
  reportId: string,
  place: Pick<CountRecord, 'stance' | 'period' | 'statement'>,
): CountRecord[] {
  const { start, end, value, unit, measure, bound, indicator, text } = mention;
  const exact = mention.type === 'Count' ? mention.exact : undefined;
  const { stance, period } = place;
  const each = (mention.type === 'Count' && mention.each) || [indicator];
  return each.map(
    (words, i): CountRecord => ({
      mention,
      words,
      ...place,
      ...indicatorEntity(words, mention),
      entity: {
        id: `count:${reportId}#${start}-${end}${i ? `/${i + 1}` : ''}`,
        type: 'Count',
        name: words ? `${words}:${text}` : text,
        properties: {
          value,
          ...(exact && { exact }),
          unit,
          text,
          measure,
          bound,
          indicator,
          stance,
          start,
          end,
          ...(period ? { period, ...yearOf(period) } : {}),
        },
      },
    }),
  );
}

/** Joins two counts' records: one to one where they are as many, else all to the first. */
function pairs(from: readonly CountRecord[], to: readonly CountRecord[]): [string, string][] {
  return from.map((f, i) => [f.entity.id, (to.length === from.length ? to[i] : to[0]).entity.id]);
}

/** GROWTH_OF and PART_OF_COUNT between the counts of a report. */
export function countLinks(records: ReadonlyMap<Counted, readonly CountRecord[]>): Relation[] {
  const links: Relation[] = [];
  for (const [mention, own] of records) {
    if (mention.type !== 'Count') continue;
    const join = (type: 'GROWTH_OF' | 'PART_OF_COUNT', other: CountMention | undefined) => {
      const others = other && records.get(other);
      if (others) for (const [from, to] of pairs(own, others)) links.push({ type, from, to });
    };
    join('GROWTH_OF', mention.growthOf);
    join('PART_OF_COUNT', mention.partOf);
  }
  return links;
}
