import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import { InputError } from './errors.js';
import { packagePath } from './paths.js';
import { type LexiconName, type LexiconOf, lexiconFiles } from './schema.js';

const loaded = new Map<LexiconName, unknown>();

/**
 * A lexicon of data/lexicon, read and checked once.
 * @throws InputError naming the file, the field and what is wrong with it.
 */
export function lexicon<N extends LexiconName>(name: N): LexiconOf<N> {
  let value = loaded.get(name);
  if (value === undefined) {
    const file = packagePath(`data/lexicon/${name}.yaml`);
    const result = lexiconFiles[name].safeParse(parse(readFileSync(file, 'utf8')));
    if (!result.success) {
      const { path, message } = result.error.issues[0];
      throw new InputError(`${file}: ${path.join('.')}: ${message}. Mend the entry and run again.`);
    }
    value = result.data;
    loaded.set(name, value);
  }
  return value as LexiconOf<N>;
}
