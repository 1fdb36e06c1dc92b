import type { RelationReader } from './relation.js';
import { fact } from './relation.js';
import { coordinated, subjectOf } from './sentence.js';

/**
 * RUNS: it runs, promotes, joins or uses the programme. A report tells of its own body's programmes, so one that is
 * named without a verb of running counts too, with less confidence.
 */
export const runs: RelationReader = {
  type: 'RUNS',
  rules: [
    { name: 'verb before the programme', match: '[<trigger>#RunVerb] #Gap{0,6} [<program>#Program]', confidence: 0.94 },
    { name: 'programme named', match: '[<program>#Program]', confidence: 0.9 },
  ],
  read(match, sentence) {
    const at = match.groups.program[0].order;
    const programs = match.groups.trigger
      ? coordinated(sentence, at, 'Program')
      : coordinated(sentence, at, 'Program').slice(0, 1);
    const bodies = subjectOf(sentence, match.from).filter((s) => s.type === 'Agency');
    const runners = bodies.length ? bodies : [undefined];
    return programs.flatMap((to) => runners.map((from) => fact(match, sentence, { ...(from && { from }), to })));
  },
};
