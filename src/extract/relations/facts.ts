import { RuleNet } from '../../language/match.js';
import type { Reading, Statement } from '../../read/reading.js';
import type { RawMention } from '../mentions.js';
import { applies } from './applies.js';
import { awarded } from './awarded.js';
import { convened } from './convened.js';
import { cooperates } from './cooperates.js';
import { issued } from './issued.js';
import { measuredFor } from './measuredFor.js';
import type { Fact, RelationReader, RelationRule } from './relation.js';
import { runs } from './runs.js';
import { cutSentence, type Sentence } from './sentence.js';

const READERS: readonly RelationReader[] = [issued, applies, convened, runs, awarded, cooperates, measuredFor];
/** A sentence without any of these states no relation. */
const SPEAKING = new Set<RawMention['type']>(['Document', 'Program', 'Meeting', 'Honor', 'Agency']);

let net: RuleNet<RelationRule> | undefined;

function ruleNet(): RuleNet<RelationRule> {
  net ??= new RuleNet(READERS.flatMap(({ type, rules }) => rules.map((rule) => ({ ...rule, type }))));
  return net;
}

/** What is planned is no fact yet, unless the sentence says that it goes on. */
const GOES_ON = /继续|持续|巩固|一以贯之/;
const NEGATED = /(未|没有|尚未|不再|暂未|还未)$/;

function stands({ type, start, end, trigger }: Fact, { text, statement }: Sentence): boolean {
  if (type === 'MEASURED_FOR') return true;
  const words = text.slice(start, end);
  const at = text.indexOf(trigger, start);
  if (NEGATED.test(text.slice(Math.max(statement.start, at - 3), at))) return false;
  if (statement.stance === 'plan') return GOES_ON.test(text.slice(statement.start, end));
  return !(statement.stance === 'problem' && /未|不足|不够|缺/.test(words));
}

/** The statements with the mentions that stand in each. */
function* withMentions(statements: Statement[], mentions: RawMention[]): Generator<[Statement, RawMention[]]> {
  let next = 0;
  for (const statement of statements) {
    while (next < mentions.length && mentions[next].start < statement.start) next++;
    const first = next;
    while (next < mentions.length && mentions[next].end <= statement.end) next++;
    yield [statement, mentions.slice(first, next)];
  }
}

/**
 * Finds the facts that the sentences of a report state between its mentions.
 * @param mentions in the order of the text, as findMentions gives them.
 */
export function findFacts({ normal, statements }: Reading, mentions: RawMention[]): Fact[] {
  const byType = new Map(READERS.map((r) => [r.type, r]));
  const facts: Fact[] = [];
  for (const [statement, own] of withMentions(statements, mentions)) {
    if (!own.some((m) => SPEAKING.has(m.type))) continue;
    const sentence = cutSentence(normal, statement, own);
    for (const match of ruleNet().sweep(sentence.terms)) {
      const reader = byType.get(match.rule.type);
      for (const found of reader?.read(match, sentence) ?? []) if (stands(found, sentence)) facts.push(found);
    }
  }
  return facts;
}
