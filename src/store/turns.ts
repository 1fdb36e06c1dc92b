import { type Fingerprint, isSameText } from '../language/fingerprint.js';
import type { Contribution } from './contribution.js';
import { setAlsoAt, setTexts } from './statements.js';
import type { Row, Transaction } from './store.js';

/**
 * A text of a report that came by itself, as from a queue. Several texts of one report may come in any order, and again:
 * the last in `order` counts, and the store keeps which came.
 */
export interface Turn {
  /** When it was given; compared as text. */
  order: string;
  source: string;
  fingerprint: Fingerprint;
}

/** A report's texts after one more came. */
export interface Standing {
  /** The one that counts. */
  first: Turn;
  /** One of each source, in their order. */
  texts: Turn[];
  /** Where else the text that counts was found, sorted. */
  alsoAt: string[];
}

const later = (a: Turn, b: Turn) => (a.order === b.order ? a.source > b.source : a.order > b.order);

/** @param known the texts that came before, as the Load node keeps them. */
export function standing(turn: Turn, known: readonly string[]): Standing {
  const bySource = new Map([[turn.source, turn]]);
  for (const text of known.map((k) => JSON.parse(k) as Turn)) {
    const same = bySource.get(text.source);
    if (!same || later(text, same)) bySource.set(text.source, text);
  }
  const texts = [...bySource.values()].sort((a, b) => (later(a, b) ? -1 : 1));
  const [first, ...others] = texts;
  const alsoAt = others.filter((t) => isSameText(t.fingerprint, first.fingerprint)).map((t) => t.source);
  return { first, texts, alsoAt: alsoAt.sort() };
}

/** How a group's reports stand, of those that came by themselves. @param known the rows of knownLoads. */
export function standings(group: readonly Contribution[], known: ReadonlyMap<string, Row>): Map<string, Standing> {
  const turns = group.flatMap(({ report, turn }) => (turn ? [{ report, turn }] : []));
  return new Map(
    turns.map(({ report, turn }) => [report, standing(turn, (known.get(report)?.texts as string[] | null) ?? [])]),
  );
}

/** Keeps how reports stand on their Load and Report nodes. */
export async function keepStandings(tx: Transaction, all: ReadonlyMap<string, Standing>): Promise<void> {
  if (!all.size) return;
  const rows = [...all].map(
    ([report, { texts, alsoAt }]): Row => ({ report, alsoAt, texts: texts.map((t) => JSON.stringify(t)) }),
  );
  await tx.run(setAlsoAt, { rows });
  await tx.run(setTexts, { rows });
}
