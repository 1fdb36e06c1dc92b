import { InputError } from '../lexicon/errors.js';

const CONTROL = /[\0-\x08\x0e-\x1f]/;

/** @throws InputError where there is nothing to read or what is there is not text. */
export function checkText(text: string, source: string): void {
  if (!text.trim()) throw new InputError(`${source}: empty, no report in it.`);
  const control = CONTROL.exec(text);
  if (control) {
    const line = text.slice(0, control.index).split('\n').length;
    throw new InputError(`${source}:${line}: a control character; not a text file. Save the report as UTF-8 text.`);
  }
}
