import type { RawMention } from '../mentions.js';
import type { RelationReader } from './relation.js';
import { fact } from './relation.js';
import { coordinated, type Sentence, subjectOf } from './sentence.js';

/** AWARDED: it holds or received the honour (高岗镇新联村、龙山镇上岳村被认定为…). */
export const awarded: RelationReader = {
  type: 'AWARDED',
  rules: [
    { name: 'verb before the honour', match: '[<trigger>#AwardVerb] #Filler? [<honor>#Honor]', confidence: 0.9 },
    {
      name: 'conferred on',
      match: '[<trigger>#AwardVerb] (#Actor|#Enum|#And){1,8} #Filler? [<honor>#Honor]',
      confidence: 0.9,
    },
  ],
  read(match, sentence) {
    const honors = coordinated(sentence, sentence.terms.indexOf(match.groups.honor[0]), 'Honor');
    const named = match.terms.flatMap(({ mention, tags }) => (mention && tags.has('Actor') ? [mention] : []));
    const holders = named.length ? named : received(sentence, match.from);
    return honors.flatMap((to) => holders.map((from) => fact(match, sentence, { ...(from && { from }), to })));
  },
};

/** Who received it: what stands right before the verb, before 被 and who conferred it, else the clause's subject. */
function received(sentence: Sentence, verb: number): (RawMention | undefined)[] {
  const passive = sentence.terms.findLastIndex(
    ({ text, tags }, i) => i < verb && i >= verb - 6 && tags.has('Filler') && /[被经由]$/.test(text),
  );
  const before = passive < 0 ? verb : passive;
  const near = holdersBefore(sentence, before);
  const subjects = near.length ? near : subjectOf(sentence, before);
  return subjects.length ? subjects : [undefined];
}

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
