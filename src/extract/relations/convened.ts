import type { RelationReader } from './relation.js';
import { fact } from './relation.js';
import { coordinated, subjectOf } from './sentence.js';

/** CONVENED: it held the meeting (召开县委依法治县委员会第六次、第七次会议). */
export const convened: RelationReader = {
  type: 'CONVENED',
  rules: [
    {
      name: 'verb before the meeting',
      match: '[<trigger>#ConveneVerb] (#Filler|#Date|#Count|#Agency|#Enum|#And){0,4} [<meeting>#Meeting]',
      confidence: 0.75,
    },
  ],
  read(match, sentence) {
    const at = match.groups.meeting[0].order;
    // 举办县政府常务会议法治讲座: what was held is the lecture.
    const behind = sentence.terms[at + 1];
    if (behind?.tags.has('Filler') && !/^(各|共|等|后|时|期间)/.test(behind.text)) return [];
    const subjects = subjectOf(sentence, match.from);
    const meetings = coordinated(sentence, at, 'Meeting');
    const hosts = subjects.length ? subjects : [undefined];
    return meetings.flatMap((to) => hosts.map((from) => fact(match, sentence, { ...(from && { from }), to })));
  },
};
