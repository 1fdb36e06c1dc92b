import type { RawMention } from '../extract/mentions.js';
import type { AgencyMention } from '../extract/names/scan.js';
import type { Division } from '../places/gazetteer.js';
import type { Reading } from '../read/reading.js';
import { officialName, officialPlace, type ResolvedAgency } from './officialName.js';

const within = (m: { start: number; end: number }, span?: { start: number; end: number }) =>
  Boolean(span && m.start >= span.start && m.end <= span.end);

/** The body that a report speaks for: the one that its title begins with, its publisher, its signature, its speaker. */
export function findReporter(
  reading: Reading,
  mentions: readonly RawMention[],
  lineage: readonly Division[],
): ResolvedAgency | undefined {
  const { normal, title, metadata, signature } = reading;
  const agencies = mentions.filter((m): m is AgencyMention => m.type === 'Agency');
  const resolve = (m: AgencyMention | undefined) => m && officialName(m.name, normal.slice(m.start, m.end), lineage);
  const opening = title && normal.slice(title.start, title.end).replace(/^\d{4}年(度)?/, '');
  const inTitle = agencies.find((m) => within(m, title) && opening?.startsWith(normal.slice(m.start, m.end)));
  const speaker = agencies.find(
    (m) =>
      m.start < 2500 &&
      /(由|代表)$/.test(normal.slice(m.start - 2, m.start)) &&
      /^(编制|,?向)/.test(normal.slice(m.end, m.end + 4)),
  );
  const named =
    resolve(inTitle) ??
    resolve(agencies.find((m) => within(m, signature.body))) ??
    resolve(agencies.find((m) => within(m, metadata.publisher))) ??
    resolve(speaker);
  if (named) return named;
  // 佛冈县2023年法治政府建设情况报告 speaks for the county's government.
  const division = lineage.at(-1);
  if (!division || division.level === 'national') {
    return division && { name: '国务院', division, level: 'national', system: 'government' };
  }
  return { name: `${officialPlace(division)}人民政府`, division, level: division.level, system: 'government' };
}
