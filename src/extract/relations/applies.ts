import type { RelationReader } from './relation.js';
import { fact } from './relation.js';
import { coordinated, subjectOf } from './sentence.js';

/** APPLIES: it implements, follows or studies the document (贯彻落实《甲》, 按照《乙》). */
export const applies: RelationReader = {
  type: 'APPLIES',
  rules: [
    {
      name: 'verb before the title',
      match: '[<trigger>#ApplyVerb] (#Gap|#Program|#Meeting){0,8} [<document>#Document]',
      confidence: 0.86,
    },
    {
      name: 'verb before who issued the title',
      match: '[<trigger>#ApplyVerb] #Gap{1,8} #IssueVerb 的 [<document>#Document]',
      confidence: 0.86,
    },
  ],
  read(match, sentence) {
    const subjects = subjectOf(sentence, match.from);
    const documents = coordinated(sentence, match.groups.document[0].order, 'Document');
    const followers = subjects.length ? subjects : [undefined];
    return documents.flatMap((to) => followers.map((from) => fact(match, sentence, { ...(from && { from }), to })));
  },
};
