import type { RawMention } from '../extract/mentions.js';
import type { Jurisdiction } from '../places/jurisdiction.js';
import { isoDate } from '../read/metadata.js';
import { type Reading, reportKind, reportPeriod } from '../read/reading.js';
import type { ReportRecord } from '../schema/extraction.js';
import { fullCode } from './entities.js';

const defined = <T extends object>(fields: T) =>
  Object.fromEntries(Object.entries(fields).filter(([, v]) => v !== undefined)) as Partial<T>;

/** The report as a record: its id is made of jurisdiction, reporter, period and kind. */
export function reportRecord(
  reading: Reading,
  reporter: string | undefined,
  jurisdiction: Jurisdiction | undefined,
): ReportRecord {
  const { normal, title, metadata, signature, sha256, source } = reading;
  const name = title ? normal.slice(title.start, title.end) : '';
  const period = reportPeriod(reading);
  const code = jurisdiction ? fullCode(jurisdiction.division.code) : 'unknown';
  const kind = reportKind(name);
  // A body gives one report of a kind for a year; without a year, a kind of its own or a body, only the words tell.
  const told =
    period.periodFrom && kind !== '报告' && (jurisdiction || reporter)
      ? `${period.periodFrom.slice(0, 4)}:${kind}`
      : `${name || 'untitled'}:${sha256.slice(0, 12)}`;
  const signed = signature.date && normal.slice(signature.date.start, signature.date.end).replaceAll(' ', '');
  return {
    id: `report:${code}:${reporter ?? ''}:${told}`,
    title: name || '(无标题)',
    kind,
    sha256,
    ...defined({
      ...period,
      issuedOn: isoDate(metadata.issuedOn?.value) ?? isoDate(signed),
      publishedOn: isoDate(metadata.publishedOn?.value),
      indexNumber: metadata.indexNumber?.value,
      documentNumber: metadata.documentNumber?.value,
      jurisdictionEvidence: jurisdiction?.evidence,
      source,
    }),
  };
}

/** 比2002年增长: the year that is compared with is not the count's. */
const COMPARED = /[比较与]/;

/** The period that a count is of: the last year that its sentence names before it, else the report's;
 * of a value that something moved from, none but what the sentence says. */
export function countPeriod(
  count: { start: number; from?: boolean },
  inSentence: readonly RawMention[],
  report: ReportRecord,
  normal: string,
): string | undefined {
  const before = inSentence.findLast(
    (m) =>
      m.type === 'Date' && m.end <= count.start && /^\d{4}/.test(m.value) && !COMPARED.test(normal[m.start - 1] ?? ''),
  );
  if (before?.type === 'Date') return before.value;
  return count.from ? undefined : report.periodTo?.slice(0, 4);
}
