import { existsSync } from 'node:fs';
import grafeo from '@grafeo-db/js';
import { InputError } from '../lexicon/errors.js';
import { embeddedSchema } from '../schema/constraints.js';
import { contained } from './search.js';
import type { CypherValue, GraphStore, Result, Row, Transaction } from './store.js';

type Database = InstanceType<typeof grafeo.GrafeoDB>;
type Answer = Awaited<ReturnType<Database['executeCypher']>>;

/** Nodes and relationships come with their bookkeeping (_id, _labels); a query's reader wants their properties. */
function plain(value: unknown): CypherValue {
  if (value === null || value === undefined) return null;
  if (typeof value === 'bigint') return Number(value);
  if (value instanceof Date) return value.toISOString();
  if (Array.isArray(value)) return value.map(plain);
  if (typeof value === 'object') {
    return Object.fromEntries(Object.entries(value).flatMap(([k, v]) => (k.startsWith('_') ? [] : [[k, plain(v)]])));
  }
  return value as CypherValue;
}

function result(answer: Answer): Result {
  return { columns: answer.columns, rows: answer.toArray().map((row) => plain(row) as Row) };
}

/** The embedded store: one file, opened by one process at a time. */
class EmbeddedStore implements GraphStore {
  readonly fullText = contained;
  private prepared = false;

  constructor(
    readonly where: string,
    private readonly db: Database,
  ) {}

  async prepare(): Promise<void> {
    for (const statement of this.prepared ? [] : embeddedSchema()) await this.run(statement);
    this.prepared = true;
  }

  async run(cypher: string, parameters: Row = {}): Promise<Result> {
    return result(await this.db.executeCypher(cypher, parameters));
  }

  async write<T>(work: (tx: Transaction) => Promise<T>): Promise<T> {
    const tx = this.db.beginTransaction();
    try {
      const done = await work({
        run: async (cypher, parameters = {}) => result(await tx.executeCypher(cypher, parameters)),
      });
      tx.commit();
      return done;
    } catch (error) {
      if (tx.isActive) tx.rollback();
      throw error;
    }
  }

  async close(): Promise<void> {
    this.db.close();
  }
}

/**
 * Opens the embedded store in a file.
 * @param options.create makes the file where there is none; otherwise that is an error.
 * @throws InputError where there is no store, or another process has it open.
 */
export function openEmbedded(path: string, { create = false } = {}): GraphStore {
  const exists = existsSync(path);
  if (!exists && !create)
    throw new InputError(`${path}: no store there. Build one with: gongwen build PATH… --out DIR`, 4);
  try {
    return new EmbeddedStore(path, exists ? grafeo.GrafeoDB.open(path) : grafeo.GrafeoDB.create(path));
  } catch (error) {
    const { message } = error as Error;
    if (/lock/.test(message))
      throw new InputError(`${path}: another process has this store open. Close it and run again.`, 4);
    throw new InputError(
      `${path}: not a store that can be opened (${message.split('\n')[0]}). Rebuild it from the snapshot with gongwen load.`,
      4,
    );
  }
}
