import { bands, type Fingerprint, isNear } from './fingerprint.js';

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

/** A report that stands for others: the same text from elsewhere, or an older text under its id. */
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

/**
 * Chooses the reports that count: of the same text on several sites the first by its source, of different texts under
 * one id the last. The order in which they are given does not matter.
 */
export function chooseReports<T extends Candidate>(candidates: readonly T[]): Choice<T>[] {
  const kept: Choice<T>[] = [];
  const byBand = new Map<string, Choice<T>[]>();
  for (const candidate of [...candidates].sort(bySource)) {
    const keys = [candidate.fingerprint.exact, ...bands(candidate.fingerprint.near)];
    const near = keys.flatMap((key) => byBand.get(key) ?? []);
    const same = near.find(({ report }) => isSame(report, candidate));
    if (same) {
      same.alsoAt.push(candidate.source);
      continue;
    }
    const choice = { report: candidate, alsoAt: [], replaces: [] };
    kept.push(choice);
    for (const key of keys) byBand.set(key, [...(byBand.get(key) ?? []), choice]);
  }
  const byId = new Map<string, Choice<T>>();
  for (const choice of kept) {
    const before = byId.get(choice.report.id);
    if (before) choice.replaces = [...before.replaces, before.report.source, ...before.alsoAt].sort();
    byId.set(choice.report.id, choice);
  }
  return [...byId.values()].sort((a, b) => (a.report.id < b.report.id ? -1 : 1));
}
