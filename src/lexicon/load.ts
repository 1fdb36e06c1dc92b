import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { InputError } from './errors.js';
import { packagePath } from './paths.js';
import { type LexiconName, type LexiconOf, lexiconFiles } from './schema.js';

const loaded = new Map<LexiconName, unknown>();
let added: string | undefined;

const NAMES = Object.keys(lexiconFiles) as LexiconName[];

/**
 * Adds a user's own lexicons: a folder with files of the same names as data/lexicon, each with the lists that it adds
 * to. Call it before anything is extracted.
 * @throws InputError for a folder without lexicons, or once the lexicons are in use.
 */
export function addLexicons(folder: string): void {
  if (loaded.size) throw new InputError(`${folder}: lexicons must be added before the first report is read.`, 2);
  const files = existsSync(folder) ? readdirSync(folder).filter((f) => f.endsWith('.yaml')) : [];
  const unknown = files.find((f) => !NAMES.includes(f.replace('.yaml', '') as LexiconName));
  if (unknown)
    throw new InputError(`${join(folder, unknown)}: no lexicon of that name. They are: ${NAMES.join(', ')}.`);
  if (!files.length) throw new InputError(`${folder}: no lexicons (.yaml) there. They are: ${NAMES.join(', ')}.`);
  added = folder;
  for (const file of files) lexicon(file.replace('.yaml', '') as LexiconName);
}

/** The files that a lexicon is read from: the project's, then the user's where there is one. */
export function lexiconSources(name: LexiconName): string[] {
  const own = packagePath(`data/lexicon/${name}.yaml`);
  const users = added && join(added, `${name}.yaml`);
  return users && existsSync(users) ? [own, users] : [own];
}

function readYaml(file: string): Record<string, unknown> {
  try {
    return (parse(readFileSync(file, 'utf8')) ?? {}) as Record<string, unknown>;
  } catch (error) {
    throw new InputError(`${file}: ${(error as Error).message.split('\n')[0]}. Mend the YAML and run again.`);
  }
}

/** A user's lists go behind the project's. */
function joined(base: Record<string, unknown>, more: Record<string, unknown>): Record<string, unknown> {
  const lists = Object.entries(more).map(([key, value]) => {
    const known = base[key];
    return [key, Array.isArray(known) && Array.isArray(value) ? [...known, ...value] : value] as const;
  });
  return { ...base, ...Object.fromEntries(lists) };
}

/**
 * A lexicon, read and checked once.
 * @throws InputError naming the file, the field and what is wrong with it.
 */
export function lexicon<N extends LexiconName>(name: N): LexiconOf<N> {
  let value = loaded.get(name);
  if (value === undefined) {
    const files = lexiconSources(name);
    const result = lexiconFiles[name].safeParse(files.map(readYaml).reduce(joined));
    if (!result.success) {
      const { path, message } = result.error.issues[0];
      throw new InputError(`${files.at(-1)}: ${path.join('.')}: ${message}. Mend the entry and run again.`);
    }
    value = result.data;
    loaded.set(name, value);
  }
  return value as LexiconOf<N>;
}
