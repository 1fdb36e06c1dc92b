import type { Net } from 'compromise/misc';
import nlp from 'compromise/one';
import type { Term } from './terms.js';

/** A rule over tags in compromise's match syntax, with the words in [<name> …] given back by name. */
export interface Rule {
  name: string;
  match: string;
}

/** A rule's match: the terms that it covers, and those of its named groups. */
export interface Match<M, R extends Rule> {
  rule: R;
  /** Index of the first term and behind the last. */
  from: number;
  to: number;
  terms: Term<M>[];
  groups: Record<string, Term<M>[]>;
}

type View = ReturnType<typeof nlp>;
type Parsed = ReturnType<typeof nlp.parseMatch>;
const ViewOf = nlp('').constructor as new (document: unknown[][]) => View;

/** The tags that a match of a rule cannot do without. */
const needs = (parsed: Parsed): string[] =>
  (parsed as unknown as { tag?: string; optional?: boolean }[]).flatMap(({ tag, optional }) =>
    tag && !optional ? [tag] : [],
  );

/** Terms that are swept at once: compromise's time grows with the square of a sentence's length. */
const LONGEST = 1000;

/**
 * A net of rules. compromise is one instance for the whole application; nothing of it is changed here: no plugin, no
 * tags, no words. The document is handed over ready-made, and tags are not set by matching.
 */
export class RuleNet<R extends Rule> {
  private readonly net: Net;
  private readonly rules = new Map<string, { rule: R; parsed: Parsed }>();
  private readonly needs: string[][] = [];

  constructor(rules: readonly R[]) {
    for (const rule of rules) {
      const parsed = nlp.parseMatch(rule.match);
      this.rules.set(rule.match, { rule, parsed });
      this.needs.push(needs(parsed));
    }
    // buildNet writes into what it is given.
    this.net = nlp.buildNet(rules.map(({ match }) => ({ match })));
  }

  /** Every match of every rule in one sentence; one that is longer than any prose is swept in pieces. */
  sweep<M>(sentence: Term<M>[]): Match<M, R>[] {
    const found: Match<M, R>[] = [];
    for (let i = 0; i < sentence.length; i += LONGEST) found.push(...this.sweepPiece(sentence.slice(i, i + LONGEST)));
    return found;
  }

  /** Whether any rule finds its tags in a sentence: it saves most sentences the sweep. */
  private mayMatch(piece: Term<unknown>[]): boolean {
    const present = new Set<string>();
    for (const { tags } of piece) for (const tag of tags) present.add(tag);
    return this.needs.some((tags) => tags.every((tag) => present.has(tag)));
  }

  private sweepPiece<M>(piece: Term<M>[]): Match<M, R>[] {
    if (!this.mayMatch(piece)) return [];
    const doc = new ViewOf([piece]);
    doc.compute('index');
    const { found } = doc.sweep(this.net, { tagger: false }) as unknown as { found: { match: string; view: View }[] };
    return found.flatMap(({ match, view }) => {
      const known = this.rules.get(match);
      const terms = view.docs[0] as unknown as Term<M>[];
      if (!known || !terms?.length) return [];
      const named = view.match(known.parsed as never).groups() as unknown as Record<string, View>;
      const groups = Object.fromEntries(
        Object.entries(named).map(([k, v]) => [k, v.docs.flat() as unknown as Term<M>[]]),
      );
      const from = terms[0].order;
      return [{ rule: known.rule, from, to: from + terms.length, terms, groups }];
    });
  }
}
