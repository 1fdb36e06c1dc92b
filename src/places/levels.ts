import type { z } from 'zod';
import type { Level as LevelSchema } from '../schema/nodes.js';

export type Level = z.infer<typeof LevelSchema>;

const BY_LENGTH: Record<number, Level> = { 2: 'province', 4: 'prefecture', 6: 'county', 9: 'township', 12: 'village' };
const LENGTHS = [2, 4, 6, 9, 12];

/** The level of a division by the length of its code. */
export function levelOfCode(code: string): Level {
  return BY_LENGTH[code.length];
}

/** The code one level up; undefined above the province. */
export function parentCode(code: string): string | undefined {
  const at = LENGTHS.indexOf(code.length);
  return at > 0 ? code.slice(0, LENGTHS[at - 1]) : undefined;
}
