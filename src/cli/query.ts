import { InputError } from '../lexicon/errors.js';
import { openStore } from '../store/open.js';
import { findQuery, queryLibrary } from '../store/queryFile.js';
import type { Result, Row } from '../store/store.js';
import { neo4jCredentials } from './credentials.js';
import { formatted } from './table.js';

export interface QueryOptions {
  on: string;
  param?: Row;
  format: 'table' | 'json' | 'csv';
  list?: boolean;
  tag?: string;
}

/** gongwen query: runs a query of the library or a file's, and prints its rows. */
export async function query(
  name: string | undefined,
  { on, param = {}, format, list, tag }: QueryOptions,
): Promise<void> {
  if (list || tag || !name) {
    const some = queryLibrary().filter((q) => !tag || q.tags.includes(tag));
    if (!some.length) {
      const tags = [...new Set(queryLibrary().flatMap((q) => q.tags))].sort().join(', ');
      throw new InputError(`no query has the tag "${tag}". There are: ${tags}.`, 2);
    }
    for (const q of some)
      process.stdout.write(`${q.name.padEnd(24)} ${q.title} [${q.tags.join(', ')}]\n${' '.repeat(25)}${q.question}\n`);
    return;
  }
  const { cypher, parameters } = findQuery(name);
  const unknown = Object.keys(param).find((k) => !(k in parameters) && !name.endsWith('.cypher'));
  if (unknown) {
    const known = Object.keys(parameters).join(', ') || 'none';
    throw new InputError(`query "${name}" has no parameter "${unknown}". It takes: ${known}.`, 2);
  }
  const store = await openStore(on, neo4jCredentials);
  let result: Result;
  try {
    result = await store.run(cypher, { ...parameters, ...param });
  } catch (error) {
    throw new InputError(`${name}: the store refuses the query: ${(error as Error).message.split('\n')[0]}`, 2);
  } finally {
    await store.close();
  }
  process.stdout.write(formatted(result, format));
}
