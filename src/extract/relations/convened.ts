import type { RelationReader } from './relation.js';
import { fact } from './relation.js';
import { coordinated, subjectOf } from './sentence.js';

/** CONVENED: it held the meeting (召开县委依法治县委员会第六次、第七次会议). */
export const convened: RelationReader = {
  type: 'CONVENED',
  rules: [
    { name: 'verb before the meeting', match: '[<trigger>#ConveneVerb] (#Filler|#Date|#Count|#Agency|#Enum|#And){0,4} [<meeting>#Meeting]', confidence: 0.9 },
  ],
  read(match, sentence) {
    const subjects = subjectOf(sentence, match.from);
    const meetings = coordinated(sentence, sentence.terms.indexOf(match.groups.meeting[0]), 'Meeting');
    const hosts = subjects.length ? subjects : [undefined];
    return meetings.flatMap((to) => hosts.map((from) => fact(match, sentence, { ...(from && { from }), to })));
  },
};
