import type { RawMention } from '../mentions.js';
import type { RelationReader } from './relation.js';
import { fact } from './relation.js';
import { coordinated, type Sentence, subjectOf } from './sentence.js';

/** AWARDED: it holds or received the honour (高岗镇新联村、龙山镇上岳村被认定为…). */
export const awarded: RelationReader = {
  type: 'AWARDED',
  rules: [{ name: 'verb before the honour', match: '[<trigger>#AwardVerb] #Filler? [<honor>#Honor]', confidence: 0.9 }],
  read(match, sentence) {
    const honors = coordinated(sentence, sentence.terms.indexOf(match.groups.honor[0]), 'Honor');
    const near = holdersBefore(sentence, match.from);
    const subjects = near.length ? near : subjectOf(sentence, match.from);
    const holders = subjects.length ? subjects : [undefined];
    return honors.flatMap((to) => holders.map((from) => fact(match, sentence, { ...(from && { from }), to })));
  },
};

/** The places and bodies that stand joined right before the verb. */
function holdersBefore({ terms }: Sentence, verb: number): RawMention[] {
  const found: RawMention[] = [];
  for (let i = verb - 1; i >= 0; i--) {
    const { mention, tags, text } = terms[i];
    if (mention && tags.has('Actor')) found.unshift(mention);
    else if (
      !(
        tags.has('Enum') ||
        tags.has('And') ||
        (!found.length && tags.has('Filler') && text.length <= 3 && !text.includes('我'))
      )
    )
      break;
  }
  return found;
}
