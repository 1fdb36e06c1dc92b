import type { Match, Rule } from '../../language/match.js';
import type { StatedRelation } from '../../schema/relationships.js';
import type { RawMention } from '../mentions.js';
import type { Sentence } from './sentence.js';

/** A fact between mentions; a missing `from` is the reporter. */
export interface Fact {
  type: StatedRelation;
  from?: RawMention;
  to: RawMention;
  /** The words that gave it, and the stretch of text that it came from. */
  trigger: string;
  start: number;
  end: number;
  /** How often a fact of its rule is right: (right + 1) / (found + 2) on data/gold/dev and tune, the rule of succession
   * (Laplace 1814); COOPERATES_WITH, which they do not mark, by reading. */
  confidence: number;
  statement: Sentence['statement'];
}

export interface RelationRule extends Rule {
  type: StatedRelation;
  confidence: number;
}

/** One relation: its rules over tags, and how a match of one becomes facts. */
export interface RelationReader {
  type: StatedRelation;
  rules: readonly Omit<RelationRule, 'type'>[];
  read(match: Match<RawMention, RelationRule>, sentence: Sentence): Fact[];
}

/** A fact that a match gives, with its words and place. */
export function fact(
  match: Match<RawMention, RelationRule>,
  { text, statement }: Sentence,
  ends: { from?: RawMention; to: RawMention },
): Fact {
  const trigger = match.groups.trigger?.[0];
  const points = [match.terms[0].at, match.terms[match.terms.length - 1].end, ends.to.start, ends.to.end];
  if (ends.from) points.push(ends.from.start, ends.from.end);
  const words = trigger ?? match.terms[0];
  return {
    type: match.rule.type,
    ...ends,
    trigger: text.slice(words.at, words.end),
    start: Math.min(...points),
    end: Math.max(...points),
    confidence: match.rule.confidence,
    statement,
  };
}
