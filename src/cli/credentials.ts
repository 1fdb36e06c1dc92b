import password from '@inquirer/password';
import { InputError } from '../lexicon/errors.js';
import type { Credentials } from '../store/neo4j.js';

/**
 * User and password of a Neo4j server: from NEO4J_USER and NEO4J_PASSWORD, else asked for at the terminal. There is no
 * option for them, because a command line stays in the shell's history.
 */
export async function neo4jCredentials(): Promise<Credentials> {
  const user = process.env.NEO4J_USER ?? 'neo4j';
  const given = process.env.NEO4J_PASSWORD;
  if (given) return { user, password: given };
  if (!process.stdin.isTTY) throw new InputError('no password for Neo4j. Set NEO4J_PASSWORD (and NEO4J_USER).', 4);
  return { user, password: await password({ message: `Password of ${user}:` }, { output: process.stderr }) };
}
