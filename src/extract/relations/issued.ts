import type { RawMention } from '../mentions.js';
import type { RelationReader } from './relation.js';
import { fact } from './relation.js';
import { agenciesBefore, clauseStart, coordinated, partnersBefore, type Sentence, subjectOf } from './sentence.js';

const HELPS = /配合|协助/;

/** ISSUED: it drew up, issued, published or compiled the document (印发《甲》《乙》; 推动《甲》等文件出台). */
export const issued: RelationReader = {
  type: 'ISSUED',
  rules: [
    {
      name: 'verb before the title',
      match: '[<trigger>#IssueVerb] (#Gap|#Program|#Meeting){0,8} [<document>#Document]',
      confidence: 0.93,
    },
    { name: 'verb behind the titles', match: '[<document>#Document] #Filler? [<trigger>#IssueVerb]', confidence: 0.8 },
  ],
  read(match, sentence) {
    const at = match.groups.document[0].order;
    const first = match.rule.name === 'verb before the title' ? at : firstOfList(sentence.terms, at);
    const verb = match.groups.trigger[0].order;
    // 配合市人大常委会完成《甲条例》修订: the helper did not issue it.
    if (first < verb && HELPS.test(clauseWords(sentence, first))) return [];
    const documents = coordinated(sentence, first, 'Document');
    const issuers = issuersOf(sentence, match.from, verb);
    return documents.flatMap((to) => issuers.map((from) => fact(match, sentence, { ...(from && { from }), to })));
  },
};

/**
 * Who issued it: the bodies before an attribute (国务院办公厅印发的《甲》), else the subject or the reporter with those that
 * it did it with (与县法院联合印发, 会同县财政局制定).
 */
function issuersOf(sentence: Sentence, from: number, verb: number): (RawMention | undefined)[] {
  const near = agenciesBefore(sentence, verb);
  if (near.length && sentence.terms[verb + 1]?.text === '的') return near;
  const subjects = subjectOf(sentence, from);
  return [...new Set([...(subjects.length ? subjects : [undefined]), ...partnersBefore(sentence, verb)])];
}

const clauseWords = (sentence: Sentence, index: number) =>
  sentence.terms
    .slice(clauseStart(sentence, index), index)
    .map((t) => t.text)
    .join('');

/** The first of the titles that stand joined before the one at `at`. */
function firstOfList(terms: { tags: Set<string> }[], at: number): number {
  let first = at;
  for (let i = at - 1; i >= 0; i--) {
    if (terms[i].tags.has('Document')) first = i;
    else if (!['Enum', 'And'].some((t) => terms[i].tags.has(t))) break;
  }
  return first;
}
