import neo4j, { type Driver, type ManagedTransaction, Neo4jError, type QueryResult } from 'neo4j-driver';
import { InputError } from '../lexicon/errors.js';
import { neo4jSchema } from '../schema/constraints.js';
import type { CypherValue, GraphStore, Result, Row, Transaction } from './store.js';

export interface Credentials {
  user: string;
  password: string;
}

/** Whole numbers go as integers; the driver would send every number as a float. */
function parameter(value: CypherValue): unknown {
  if (typeof value === 'number') return Number.isSafeInteger(value) ? neo4j.int(value) : value;
  if (Array.isArray(value)) return value.map(parameter);
  if (value && typeof value === 'object')
    return Object.fromEntries(Object.entries(value).map(([k, v]) => [k, parameter(v)]));
  return value;
}

function plain(value: unknown): CypherValue {
  if (value === null || value === undefined) return null;
  if (neo4j.isInt(value)) return value.toNumber();
  if (Array.isArray(value)) return value.map(plain);
  if (neo4j.isNode(value) || neo4j.isRelationship(value)) return plain(value.properties);
  if (typeof value === 'object') return Object.fromEntries(Object.entries(value).map(([k, v]) => [k, plain(v)]));
  return value as CypherValue;
}

function result({ records }: QueryResult): Result {
  const columns = (records[0]?.keys ?? []).map(String);
  return { columns, rows: records.map((r) => Object.fromEntries(r.keys.map((k) => [String(k), plain(r.get(k))]))) };
}

const parameters = (row: Row) => parameter(row) as Record<string, unknown>;

class Neo4jStore implements GraphStore {
  readonly schema = neo4jSchema();

  constructor(
    readonly where: string,
    private readonly driver: Driver,
    private readonly database: string | undefined,
  ) {}

  async run(cypher: string, row: Row = {}): Promise<Result> {
    const session = this.driver.session({ database: this.database });
    try {
      return result(await session.run(cypher, parameters(row)));
    } finally {
      await session.close();
    }
  }

  async write<T>(work: (tx: Transaction) => Promise<T>): Promise<T> {
    const session = this.driver.session({ database: this.database });
    const within = (tx: ManagedTransaction): Transaction => ({
      run: async (cypher, row = {}) => result(await tx.run(cypher, parameters(row))),
    });
    try {
      return await session.executeWrite((tx) => work(within(tx)));
    } finally {
      await session.close();
    }
  }

  async close(): Promise<void> {
    await this.driver.close();
  }
}

/** What went wrong on the way to a server, in one line; undefined for what is no fault of the connection. */
function explained(where: string, error: unknown): InputError | undefined {
  if (!(error instanceof Neo4jError)) return undefined;
  const { code } = error;
  if (code === 'Neo.ClientError.Security.Unauthorized') {
    return new InputError(`${where}: wrong user or password. Set NEO4J_USER and NEO4J_PASSWORD.`, 4);
  }
  if (code === 'Neo.ClientError.Security.AuthenticationRateLimit') {
    return new InputError(
      `${where}: too many wrong passwords; the server refuses for a while. Wait, then set NEO4J_PASSWORD.`,
      4,
    );
  }
  if (code === 'ServiceUnavailable' || code === 'SessionExpired') {
    return new InputError(`${where}: no Neo4j answers there. Check the address and that the server runs.`, 4);
  }
  return undefined;
}

/**
 * Connects to Neo4j at bolt://…, neo4j://… or their +s and +ssc forms.
 * @throws InputError for an address that is none, a server that does not answer, a wrong password.
 */
export async function openNeo4j(uri: string, { user, password }: Credentials): Promise<GraphStore> {
  const url = URL.canParse(uri) ? new URL(uri) : undefined;
  if (!url?.hostname)
    throw new InputError(`${uri}: not an address of a Neo4j server, such as bolt://localhost:7687.`, 2);
  if (url.username || url.password) {
    throw new InputError('The address must not hold a user or password. Set NEO4J_USER and NEO4J_PASSWORD.', 2);
  }
  const where = `${url.protocol}//${url.host}`;
  const driver = neo4j.driver(uri, neo4j.auth.basic(user, password), {
    userAgent: 'gongwen-graph',
    connectionAcquisitionTimeout: 15_000,
  });
  try {
    await driver.verifyAuthentication();
    await driver.getServerInfo();
  } catch (error) {
    await driver.close();
    throw explained(where, error) ?? error;
  }
  return new Neo4jStore(where, driver, process.env.NEO4J_DATABASE);
}
