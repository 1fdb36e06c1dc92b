import neo4j, {
  type Driver,
  type ManagedTransaction,
  type Neo4jError,
  type QueryResult,
  type Session,
} from 'neo4j-driver';
import { InputError } from '../lexicon/errors.js';
import { neo4jSchema } from '../schema/constraints.js';
import { answered, checkVersion, serverFault } from './faults.js';
import { indexed } from './search.js';
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

/** How long a statement may take before the server is held to have stopped answering: NEO4J_TIMEOUT, in seconds. */
function patience(): number {
  const given = Number(process.env.NEO4J_TIMEOUT);
  return given > 0 ? given : 300;
}

/** What IF NOT EXISTS leaves over: another loader made it between the look and the making. */
const MADE_ALREADY = 'Neo.ClientError.Schema.EquivalentSchemaRuleAlreadyExists';

class Neo4jStore implements GraphStore {
  readonly fullText = indexed;
  private prepared = false;

  constructor(
    readonly where: string,
    private readonly driver: Driver,
    private readonly database: string | undefined,
  ) {}

  private async session<T>(work: (session: Session) => Promise<T>): Promise<T> {
    const session = this.driver.session({ database: this.database });
    try {
      return await work(session);
    } catch (error) {
      throw serverFault(this.where, error) ?? error;
    } finally {
      // A session on a server that has stopped answering would wait for it to say goodbye.
      await Promise.race([session.close().catch(() => undefined), waited(2000)]);
    }
  }

  async prepare(): Promise<void> {
    for (const statement of this.prepared ? [] : neo4jSchema())
      await this.session(async (session) => {
        try {
          // Loaders that come to an empty server at the same time hold each other up: the driver tries again.
          await this.inTime(session.executeWrite((tx) => tx.run(statement)));
        } catch (error) {
          if ((error as Neo4jError).code !== MADE_ALREADY) throw error;
        }
      });
    this.prepared = true;
  }

  async run(cypher: string, row: Row = {}): Promise<Result> {
    return this.session(async (session) => result(await this.inTime(session.run(cypher, parameters(row)))));
  }

  async write<T>(work: (tx: Transaction) => Promise<T>): Promise<T> {
    return this.session((session) => {
      // The driver would roll back first, which a server that has stopped answering does not do either.
      let giveUp: (error: unknown) => void = () => undefined;
      const silent = new Promise<never>((_resolve, reject) => {
        giveUp = reject;
      });
      const within = (tx: ManagedTransaction): Transaction => ({
        run: async (cypher, row = {}) => {
          const answer = this.inTime(tx.run(cypher, parameters(row)));
          answer.catch((error) => error instanceof InputError && giveUp(error));
          return result(await answer);
        },
      });
      const written: Promise<T> = session.executeWrite(async (tx) => {
        const done = await work(within(tx));
        // What is left is the commit, which a server may leave unanswered too.
        this.inTime(written).catch(giveUp);
        return done;
      });
      return Promise.race([written, silent]);
    });
  }

  private inTime<T>(work: PromiseLike<T>): Promise<T> {
    return answered(this.where, patience(), Promise.resolve(work));
  }

  async close(): Promise<void> {
    await Promise.race([this.driver.close(), waited(2000)]);
  }
}

const waited = (milliseconds: number) =>
  new Promise<void>((resolve) => {
    setTimeout(resolve, milliseconds).unref();
  });

/**
 * Connects to Neo4j at bolt://…, neo4j://… or their +s and +ssc forms.
 * @throws InputError for an address that is none, a server that does not answer or is too old, a wrong password.
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
    // Loaders that hold each other up are sorted out by the server and tried again.
    maxTransactionRetryTime: 120_000,
  });
  try {
    await answered(where, patience(), driver.verifyAuthentication());
    const { agent } = await answered(where, patience(), driver.getServerInfo());
    checkVersion(where, agent);
  } catch (error) {
    await Promise.race([driver.close(), waited(2000)]);
    throw serverFault(where, error) ?? error;
  }
  return new Neo4jStore(where, driver, process.env.NEO4J_DATABASE);
}
