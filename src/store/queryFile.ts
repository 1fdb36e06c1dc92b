import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { InputError } from '../lexicon/errors.js';
import { packagePath } from '../lexicon/paths.js';
import type { CypherValue, Row } from './store.js';

/** A query file of cypher/queries: its title, question and parameters stand in comments at its head. */
export interface QueryFile {
  name: string;
  title: string;
  question: string;
  tags: string[];
  /** Parameters with their defaults. */
  parameters: Row;
  cypher: string;
}

const PARAMETER = /^\/\/ param (\w+) = (.+)$/;
const TAGS = /^\/\/ tags: (.+)$/;
const QUESTION = /^\/\/ question: (.+)$/;

/** Reads the head and the statement of a query file. @throws InputError for a default that is not JSON. */
export function parseQuery(text: string, name: string): QueryFile {
  const lines = text.split('\n');
  const parameters: Row = {};
  for (const line of lines) {
    const found = PARAMETER.exec(line);
    if (!found) continue;
    try {
      parameters[found[1]] = JSON.parse(found[2]) as CypherValue;
    } catch {
      throw new InputError(
        `${name}: the default of parameter ${found[1]} is not JSON: ${found[2]}. Write "text", 1, true or null.`,
      );
    }
  }
  return {
    name,
    title: lines[0].replace(/^\/\/ ?/, ''),
    question: lines.map((l) => QUESTION.exec(l)?.[1]).find(Boolean) ?? '',
    tags: (lines.map((l) => TAGS.exec(l)?.[1]).find(Boolean) ?? '').split(', ').filter(Boolean),
    parameters,
    cypher: lines
      .filter((l) => !l.startsWith('//'))
      .join('\n')
      .trim(),
  };
}

const FOLDER = 'cypher/queries';

/** Every query that comes with the program, by name. */
export function queryLibrary(): QueryFile[] {
  const folder = packagePath(FOLDER);
  return readdirSync(folder)
    .filter((f) => f.endsWith('.cypher'))
    .sort()
    .map((f) => parseQuery(readFileSync(join(folder, f), 'utf8'), basename(f, '.cypher')));
}

/**
 * A query by its name in the library or by its file.
 * @throws InputError where there is none of that name.
 */
export function findQuery(nameOrFile: string): QueryFile {
  if (nameOrFile.endsWith('.cypher')) {
    if (!existsSync(nameOrFile)) throw new InputError(`${nameOrFile}: no such file. Check the path.`, 2);
    return parseQuery(readFileSync(nameOrFile, 'utf8'), nameOrFile);
  }
  const found = queryLibrary().find((q) => q.name === nameOrFile);
  if (!found) throw new InputError(`unknown query "${nameOrFile}". See: gongwen query --list`, 2);
  return found;
}
