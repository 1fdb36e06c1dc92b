import { Neo4jError } from 'neo4j-driver';
import { InputError } from '../lexicon/errors.js';

/** A fault of a server, by the driver's code or the words of its message; each has an exit code of its own (README). */
interface Fault {
  code?: RegExp;
  message?: RegExp;
  exitCode: 4 | 6 | 7 | 8 | 9;
  says: string;
}

/** Status codes: Neo4j 5 documentation, "Status codes for errors & notifications". The first that fits decides. */
const FAULTS: readonly Fault[] = [
  {
    code: /^Neo\.ClientError\.Security\.AuthenticationRateLimit$/,
    exitCode: 6,
    says: 'too many wrong passwords; the server refuses for a while. Wait, then set NEO4J_PASSWORD.',
  },
  {
    code: /^Neo\.ClientError\.Security\.(?:Unauthorized|CredentialsExpired|TokenExpired)$/,
    exitCode: 6,
    says: 'wrong user or password. Set NEO4J_USER and NEO4J_PASSWORD.',
  },
  {
    code: /Forbidden|ReadOnly|AccessMode|NotALeader|WriteOnReadOnly/,
    exitCode: 7,
    says: 'this user or database may not write. Give the user a role that may (docs/neo4j.md) or choose another database.',
  },
  {
    message: /No space left|disk (?:is )?full|out of disk|insufficient disk/i,
    exitCode: 8,
    says: 'the server has no space left on its disk. Free some, then load again: it goes on where it stopped.',
  },
  {
    code: /^Neo\.DatabaseError\.Schema\.(?:Constraint|Index)CreationFailed$/,
    exitCode: 8,
    says: 'the server cannot build its indexes; its log says why (a full disk is the common cause). Mend that, then load again.',
  },
  {
    code: /MemoryPoolOutOfMemory|OutOfMemory/,
    exitCode: 8,
    says: 'the server ran out of memory. Give it more (server.memory.heap.max_size), then load again.',
  },
  {
    // After a disk has filled up, the database panics and takes nothing until it is restarted.
    code: /^Neo\.(?:DatabaseError|TransientError)\.(?:General|Transaction)\.(?:DatabaseUnavailable|TransactionLogError|TransactionCommitFailed|TransactionStartFailed)$/,
    exitCode: 8,
    says: 'the database has stopped taking writes; its log says why (a full disk is the common cause). Mend that, restart it, load again.',
  },
  {
    code: /^(?:ServiceUnavailable|SessionExpired)$/,
    exitCode: 4,
    says: 'no Neo4j answers there. Check the address and that the server runs.',
  },
];

/** What went wrong at a server, in one line; undefined for what is no fault of it. */
export function serverFault(where: string, error: unknown): InputError | undefined {
  if (error instanceof InputError) return error;
  if (!(error instanceof Neo4jError)) return undefined;
  const { code, message } = error;
  const fault = FAULTS.find((f) => (f.code?.test(code) ?? true) && (f.message?.test(message) ?? true));
  return fault && new InputError(`${where}: ${fault.says}`, fault.exitCode);
}

/** The oldest server whose Cypher the statements are written in. */
const OLDEST = 5;

/** @param agent as the server tells it: Neo4j/5.26.0. @throws InputError for a server that is too old. */
export function checkVersion(where: string, agent: string | undefined): void {
  const [, version, major] = /^Neo4j\/((\d+)\.[\d.]+)/.exec(agent ?? '') ?? [];
  if (major && Number(major) < OLDEST)
    throw new InputError(
      `${where}: Neo4j ${version} is too old; ${OLDEST} or newer is needed (5.26 is tested). Upgrade it.`,
      9,
    );
}

/** Fails where an answer takes longer than `seconds`. @throws InputError with the exit code of a server that stopped answering. */
export async function answered<T>(where: string, seconds: number, work: Promise<T>): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(
      () =>
        reject(
          new InputError(
            `${where}: the server has not answered for ${seconds} seconds. Look at its log; NEO4J_TIMEOUT sets how long to wait.`,
            10,
          ),
        ),
      seconds * 1000,
    );
  });
  try {
    return await Promise.race([work, late]);
  } finally {
    clearTimeout(timer);
  }
}
