import type { RawMention } from '../mentions.js';
import type { RelationReader } from './relation.js';
import { fact } from './relation.js';
import { clauseStart, coordinated, type Sentence, subjectOf } from './sentence.js';

/** AWARDED: it holds or received the honour (高岗镇新联村、龙山镇上岳村被认定为…). */
export const awarded: RelationReader = {
  type: 'AWARDED',
  rules: [
    { name: 'verb before the honour', match: '[<trigger>#AwardVerb] #Filler? [<honor>#Honor]', confidence: 0.8 },
    {
      name: 'conferred on',
      match: '[<trigger>#AwardVerb] (#Actor|#Enum|#And){1,8} #Filler? [<honor>#Honor]',
      confidence: 0.8,
    },
  ],
  read(match, sentence) {
    const honors = coordinated(sentence, match.groups.honor[0].order, 'Honor');
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
  if (near.length) return near;
  if (anothersHonor(sentence, before)) return [];
  const subjects = subjectOf(sentence, before);
  return subjects.length ? subjects : [undefined];
}

/** Words that may stand between a clause's beginning and its verb of award without naming who received it. */
const NO_HOLDER =
  /[0-9]+|年度?|[我本][省市县区州旗镇乡街道局厅委院]|全[省市县区州旗镇乡]|连续|先后|成功|再次|首次|多次|荣幸|共|累计|分别|均|已|并|被|还|也|多项|工作|[一二三四五六七八九十两]/g;

/** Whether the clause names somebody else who received it (7个城市获评…, 工作人员荣获…): not the reporter's, then. */
function anothersHonor(sentence: Sentence, verb: number): boolean {
  const words = sentence.terms
    .slice(clauseStart(sentence, verb), verb)
    .filter(({ tags }) => tags.has('Filler'))
    .map(({ text }) => text)
    .join('');
  return words.replace(NO_HOLDER, '').length >= 2;
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
