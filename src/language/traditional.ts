import { readFileSync } from 'node:fs';
import { packagePath } from '../lexicon/paths.js';

let table: Map<string, string> | undefined;

/** Traditional characters and their simplified forms, one UTF-16 unit each (data/traditional.txt, from OpenCC). */
function simplifiedForms(): Map<string, string> {
  if (table) return table;
  const [traditional, simplified] = readFileSync(packagePath('data/traditional.txt'), 'utf8').split('\n');
  table = new Map([...traditional].map((character, i) => [character, simplified[i]]));
  return table;
}

/** How much of a text is looked at to tell its script, and from which share of traditional characters on it is one. */
const SAMPLE = 4000;
const SHARE = 0.02;

/** Whether a text is written in traditional characters. Simplified texts have one in a hundred thousand, traditional ones a third. */
export function isTraditional(text: string): boolean {
  const forms = simplifiedForms();
  const sample = text.slice(0, SAMPLE);
  let found = 0;
  for (const character of sample) if (forms.has(character)) found++;
  return found > sample.length * SHARE;
}

/** A text with simplified forms for traditional characters: of the same length, so that offsets into it stay. */
export const simplify = (text: string): string =>
  text.replace(/[\u3400-\u9fff]/g, (character) => simplifiedForms().get(character) ?? character);
