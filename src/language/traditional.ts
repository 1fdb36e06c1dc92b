import { readFileSync } from 'node:fs';
import { packagePath } from '../lexicon/paths.js';
import { normalise } from './normalise.js';

let table: Uint16Array | undefined;

/** By a traditional character's UTF-16 unit its simplified form's, by any other 0 (data/traditional.txt, from OpenCC). */
function simplifiedForms(): Uint16Array {
  if (table) return table;
  const [traditional, simplified] = readFileSync(packagePath('data/traditional.txt'), 'utf8').split('\n');
  table = new Uint16Array(65536);
  for (let i = 0; i < traditional.length; i++) table[traditional.charCodeAt(i)] = simplified.charCodeAt(i);
  return table;
}

/** How much of a text is looked at to tell its script, and from which share of traditional characters on it is one. */
const SAMPLE = 4000;
const SHARE = 0.02;

/** Whether a text is written in traditional characters. Simplified texts have one in a hundred thousand, traditional ones a third. */
function isTraditional(text: string): boolean {
  const forms = simplifiedForms();
  const length = Math.min(text.length, SAMPLE);
  let found = 0;
  for (let i = 0; i < length; i++) if (forms[text.charCodeAt(i)]) found++;
  return found > length * SHARE;
}

/** A text with simplified forms for traditional characters: of the same length, so that offsets into it stay. */
function simplify(text: string): string {
  const forms = simplifiedForms();
  return text.replace(/[\u3400-\u9fff]/g, (character) => {
    const simple = forms[character.charCodeAt(0)];
    return simple ? String.fromCharCode(simple) : character;
  });
}

/** The form of a text that rules are written for: normalised, and simplified where it is traditional. Of the same length. */
export function ruleForm(text: string): string {
  const plain = normalise(text);
  return isTraditional(plain) ? simplify(plain) : plain;
}
