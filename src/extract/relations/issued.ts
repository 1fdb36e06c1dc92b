import type { RelationReader } from './relation.js';
import { fact } from './relation.js';
import { coordinated, subjectOf } from './sentence.js';

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
    const subjects = subjectOf(sentence, match.from);
    const documents = coordinated(sentence, first, 'Document');
    const issuers = subjects.length ? subjects : [undefined];
    return documents.flatMap((to) => issuers.map((from) => fact(match, sentence, { ...(from && { from }), to })));
  },
};

/** The first of the titles that stand joined before the one at `at`. */
function firstOfList(terms: { tags: Set<string> }[], at: number): number {
  let first = at;
  for (let i = at - 1; i >= 0; i--) {
    if (terms[i].tags.has('Document')) first = i;
    else if (!['Enum', 'And'].some((t) => terms[i].tags.has(t))) break;
  }
  return first;
}
