import { bands, type Fingerprint, fingerprint, isNear, isSameText } from '../language/fingerprint.js';
import type { Extraction } from '../schema/extraction.js';

/** What is known of a report when it is decided whether it counts. */
export interface Candidate {
  id: string;
  source: string;
  fingerprint: Fingerprint;
  /** What it covers, where it says so: one county's reports of two years may be nearly the same text. */
  period?: string;
  /** The body that it speaks for, where it is known: counties copy from one another. */
  reporter?: string;
}

/** What decides whether a report that was just read counts. @param file names it where it has no other source. */
export function candidateOf({ report, text }: Extraction, file: string): Candidate {
  const { id, source = file, periodFrom, periodTo, reporter } = report;
  return {
    id,
    source,
    fingerprint: fingerprint(text),
    ...(periodFrom && { period: `${periodFrom}/${periodTo}` }),
    ...(reporter && { reporter }),
  };
}

/** A report that stands for others: the same text from elsewhere, or another text under its id. */
export interface Choice<T> {
  report: T;
  /** Where else the same report was found, sorted. */
  alsoAt: string[];
  /** Where another text of the same report was found, which this one replaces, sorted. */
  replaces: string[];
}

const bySource = (a: Candidate, b: Candidate) => (a.source < b.source ? -1 : 1);

const differ = (a: string | undefined, b: string | undefined) => a !== undefined && b !== undefined && a !== b;

/** Whether two texts are one report: equal but for spaces and breaks, or nearly equal and not of two periods or bodies. */
function isSame(a: Candidate, b: Candidate): boolean {
  if (a.fingerprint.exact === b.fingerprint.exact) return true;
  if (differ(a.period, b.period) || differ(a.reporter, b.reporter)) return false;
  return isNear(a.fingerprint.near, b.fingerprint.near);
}

/** Of texts under one id the last by its source; those that are the same text are other places where it was found. */
function oneOfEachId<T extends Candidate>(candidates: readonly T[]): Choice<T>[] {
  const byId = new Map<string, T[]>();
  for (const candidate of [...candidates].sort(bySource))
    byId.set(candidate.id, [...(byId.get(candidate.id) ?? []), candidate]);
  return [...byId.values()].map((texts) => {
    const report = texts[texts.length - 1];
    const sources = (same: boolean) =>
      texts.filter((t) => t !== report && isSameText(t.fingerprint, report.fingerprint) === same).map((t) => t.source);
    return { report, alsoAt: sources(true), replaces: sources(false) };
  });
}

/** Of the same text under several ids the first by its source. */
function oneOfEachText<T extends Candidate>(choices: readonly Choice<T>[]): Choice<T>[] {
  const kept: Choice<T>[] = [];
  const byBand = new Map<string, Choice<T>[]>();
  for (const choice of [...choices].sort((a, b) => bySource(a.report, b.report))) {
    const { exact, near } = choice.report.fingerprint;
    const keys = [exact, ...bands(near)];
    const same = keys.flatMap((key) => byBand.get(key) ?? []).find(({ report }) => isSame(report, choice.report));
    if (same) {
      same.alsoAt = [...same.alsoAt, choice.report.source, ...choice.alsoAt].sort();
      same.replaces = [...same.replaces, ...choice.replaces].sort();
      continue;
    }
    kept.push(choice);
    for (const key of keys) byBand.set(key, [...(byBand.get(key) ?? []), choice]);
  }
  return kept;
}

/**
 * Chooses the reports that count: of texts under one id the last by its source, as the queue has it, where the last that
 * was put in counts; of the same text under several ids the first. The order in which they are given does not matter.
 */
export const chooseReports = <T extends Candidate>(candidates: readonly T[]): Choice<T>[] =>
  oneOfEachText(oneOfEachId(candidates)).sort((a, b) => (a.report.id < b.report.id ? -1 : 1));
