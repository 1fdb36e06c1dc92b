import { InputError } from '../lexicon/errors.js';
import { openStore } from '../store/open.js';
import { search } from '../store/search.js';
import { neo4jCredentials } from './credentials.js';
import { formatted } from './table.js';

export interface SearchOptions {
  on: string;
  most: number;
  format: 'table' | 'json' | 'csv';
}

/** gongwen search: the sentences of the loaded reports that hold all of some words. */
export async function searchStatements(words: readonly string[], { on, most, format }: SearchOptions): Promise<void> {
  const given = words.flatMap((w) => w.split(/\s+/)).filter(Boolean);
  if (!given.length)
    throw new InputError('no words to search for. Write them behind the command: gongwen search 粤执法', 2);
  const store = await openStore(on, neo4jCredentials);
  try {
    process.stdout.write(formatted(await search(store, given, most), format));
  } finally {
    await store.close();
  }
}
