import type { RawMention } from '../mentions.js';
import type { Fact, RelationReader } from './relation.js';
import { fact } from './relation.js';
import { coordinated, partnersBefore, subjectOf } from './sentence.js';

/** COOPERATES_WITH: worked together (联合县法院、县住房城乡建设局…; 县委宣传部、县司法局联合…). */
export const cooperates: RelationReader = {
  type: 'COOPERATES_WITH',
  rules: [
    { name: 'joins others', match: '[<trigger>#JoinVerb] #Filler? [<other>#Agency]', confidence: 0.75 },
    {
      name: 'are joined',
      match: '[<first>#Agency] (#Enum|#And) (#Agency|#Enum|#And)+ [<trigger>#JoinVerb]',
      confidence: 0.75,
    },
    { name: 'with others', match: '(与|和|同) (#Agency|#Enum|#And)+ [<trigger>#JoinVerb]', confidence: 0.75 },
  ],
  read(match, sentence) {
    if (match.rule.name === 'are joined') {
      const members = match.terms.flatMap((t) => (t.mention?.type === 'Agency' ? [t.mention] : []));
      return pairs(members).map(([from, to]) => fact(match, sentence, { from, to }));
    }
    const others = match.groups.other
      ? coordinated(sentence, match.groups.other[0].order, 'Agency')
      : partnersBefore(sentence, match.groups.trigger[0].order);
    const subjects = subjectOf(sentence, match.from).filter((s) => s.type === 'Agency');
    const hosts: (RawMention | undefined)[] = subjects.length ? subjects : [undefined];
    const joint: Fact[] = others.flatMap((to) =>
      hosts.map((from) => fact(match, sentence, { ...(from && { from }), to })),
    );
    return [...joint, ...pairs(others).map(([from, to]) => fact(match, sentence, { from, to }))];
  },
};

function pairs<T>(items: T[]): [T, T][] {
  return items.flatMap((a, i) => items.slice(i + 1).map((b) => [a, b] as [T, T]));
}
