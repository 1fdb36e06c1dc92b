import { cutTerms, type Recognised, type Term, type TriggerAt } from '../../language/terms.js';
import { lexicon } from '../../lexicon/load.js';
import { PrefixIndex } from '../../lexicon/prefixIndex.js';
import type { Statement } from '../../read/reading.js';
import type { RawMention } from '../mentions.js';

export type SentenceTerm = Term<RawMention>;

/** A statement cut into terms for the relation rules. */
export interface Sentence {
  text: string;
  statement: Statement;
  terms: SentenceTerm[];
}

/** Tags of mentions; a tag tree written out, so that rules match the general and the particular. */
const TAGS: Record<RawMention['type'], readonly string[]> = {
  Agency: ['Agency', 'Actor'],
  Place: ['Place', 'Actor'],
  Program: ['Program', 'Object'],
  Document: ['Document', 'Object'],
  Count: ['Count'],
  Date: ['Date'],
  Meeting: ['Meeting', 'Object'],
  Honor: ['Honor', 'Object'],
  Rank: [],
};
const BREAKS = ['Comma', 'Semicolon', 'Stop', 'Colon'];
/** What may not stand between a verb and its object; a gap is greedy, so objects are never in one. */
const NO_GAP = [...BREAKS, 'Object', 'IssueVerb', 'ApplyVerb'];

let triggers: PrefixIndex<string[]> | undefined;

function triggerIndex(): PrefixIndex<string[]> {
  if (triggers) return triggers;
  const tags = new Map<string, string[]>();
  for (const [tag, words] of Object.entries(lexicon('verbs'))) {
    for (const word of words) tags.set(word, [...(tags.get(word) ?? []), tag]);
  }
  triggers = new PrefixIndex(tags);
  return triggers;
}

const triggerAt: TriggerAt = (text, at) => {
  const found = triggerIndex().longestAt(text, at);
  return found && { length: found.word.length, tags: found.value };
};

/** Cuts a statement into terms. `mentions` are those that stand in it, in order. */
export function cutSentence(text: string, statement: Statement, mentions: RawMention[]): Sentence {
  const recognised: Recognised<RawMention>[] = mentions.map((m) => ({
    start: m.start,
    end: m.end,
    tags: TAGS[m.type],
    mention: m,
  }));
  const terms = cutTerms(text, statement.body, statement.end, recognised, triggerAt);
  for (const { tags } of terms) {
    if (BREAKS.some((t) => tags.has(t))) tags.add('Break');
    if (!NO_GAP.some((t) => tags.has(t))) tags.add('Gap');
  }
  return { text, statement, terms };
}

/** No clause of prose is longer; what is, in a damaged file, is not searched to its beginning again for every verb. */
const LONGEST_CLAUSE = 400;

/** The first term's index of the clause that `index` stands in. */
export function clauseStart({ terms }: Sentence, index: number): number {
  let start = index;
  const least = Math.max(0, index - LONGEST_CLAUSE);
  while (start > least && !terms[start - 1].tags.has('Break')) start--;
  return start;
}

/** What may open a clause before its subject. */
const OPENING =
  /^(同时|今年|全年|去年|其中|此外|目前|近年来|一年来|由|经|是|[一二三四五六七八九十]是|\([一二三四五六七八九十]+\)|[一二三四五六七八九十]+、|\d+\.|.{0,4}以来|期间|过去.{1,2}年|当前|随后|另外)*$/;
/** What after an agency shows that it is not the subject: 省委的, 市政府关于…, 县委部署. */
const NOT_SUBJECT = /^(的|关于|决策|部署|要求|精神|有关|工作部署|安排|各项|统一|坚强|领导下|主要|“)/;

/** The agencies or places that open the clause as its subject; empty where none does. */
function clauseSubject(sentence: Sentence, start: number, before: number): RawMention[] {
  const { terms } = sentence;
  let i = start;
  while (i < before && (terms[i].tags.has('Date') || OPENING.test(terms[i].text))) i++;
  const subjects: RawMention[] = [];
  for (; i < before; i++) {
    const { mention, tags } = terms[i];
    if (mention && tags.has('Actor')) subjects.push(mention);
    else if (!subjects.length || !(tags.has('Enum') || tags.has('And'))) break;
  }
  const next = terms[i];
  // 市委“十大行动方案” is the committee's; the committee does nothing here.
  if (!subjects.length || !next || next.tags.has('Object') || NOT_SUBJECT.test(next.text)) return [];
  return subjects;
}

/**
 * Who does what the term at `index` says: the subject of its clause, else of an earlier clause of the sentence; an
 * empty list means the reporter, for whom the report leaves the subject out.
 */
export function subjectOf(sentence: Sentence, index: number): RawMention[] {
  let start = clauseStart(sentence, index);
  let before = index;
  while (index - before < LONGEST_CLAUSE) {
    const subject = clauseSubject(sentence, start, before);
    if (subject.length) return subject;
    if (start === 0 || sentence.terms[start - 1].tags.has('Stop')) return [];
    before = start - 1;
    start = clauseStart(sentence, Math.max(before - 1, 0));
    if (start >= before) return [];
  }
  return [];
}

function closing(terms: readonly SentenceTerm[], open: number): number {
  for (let i = open + 1; i < terms.length; i++) if (terms[i].tags.has('Close')) return i;
  return terms.length;
}

/** The mentions of a kind that are joined to the one at `index` (《甲》《乙》和《丙》), it among them. */
export function coordinated({ terms }: Sentence, index: number, tag: string): RawMention[] {
  const found: RawMention[] = [];
  const most = Math.min(terms.length, index + LONGEST_CLAUSE);
  for (let i = index; i < most; i++) {
    const { mention, tags } = terms[i];
    if (mention && tags.has(tag)) found.push(mention);
    // What stands in brackets behind a title is about it: its number, its short form.
    else if (tags.has('Open')) i = closing(terms, i);
    else if (!['Enum', 'And', 'Count'].some((t) => tags.has(t))) break;
  }
  return found;
}

/** The agencies that stand joined right before the term at `index`. */
export function agenciesBefore({ terms }: Sentence, index: number): RawMention[] {
  const found: RawMention[] = [];
  for (let i = index - 1; i >= 0; i--) {
    const { mention, tags } = terms[i];
    if (mention?.type === 'Agency') found.unshift(mention);
    else if (!found.length || !(tags.has('Enum') || tags.has('And'))) break;
  }
  return found;
}

const TOGETHER = /(?:与|和|同|会同|联合|协同)$/;

/** With whom something is done: the agencies that stand before a verb behind 与 or 会同 (与县法院、县检察院联合印发). */
export function partnersBefore(sentence: Sentence, verb: number): RawMention[] {
  const near = agenciesBefore(sentence, verb);
  const lead = near.length ? sentence.terms[indexOf(sentence, near[0]) - 1]?.text : undefined;
  return lead && TOGETHER.test(lead) ? near : [];
}

/** The index of the term that is a mention. */
export function indexOf({ terms }: Sentence, mention: RawMention): number {
  return terms.findIndex((t) => t.mention === mention);
}
