import { lexicon } from '../lexicon/load.js';
import type { Placed } from './hierarchy.js';

/** The body that a reorganisation put in an agency's place, and the year; undefined where none did. */
export function successorOf({
  name,
  place,
}: Pick<Placed, 'name'> & { place: string }): { name: string; year: string } | undefined {
  const { successors, national } = lexicon('successors');
  const whole = national.find((s) => s.from === name);
  if (whole) return { name: whole.to, year: whole.year };
  const local = successors.find((s) => name === `${place}${s.from}`);
  if (!local) return undefined;
  const { to, year } = local;
  return { name: to.includes('{place}') ? to.replace('{place}', place) : `${place}${to}`, year };
}
