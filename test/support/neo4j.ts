import { execFileSync } from 'node:child_process';
import { Neo4jContainer, type StartedNeo4jContainer } from '@testcontainers/neo4j';
import { inject } from 'vitest';
import { openNeo4j } from '../../src/store/neo4j.js';
import type { GraphStore } from '../../src/store/store.js';
import { digest, dump } from './dump.js';

const user = 'neo4j';
/** Made for each run: no password stands in the project. */
const password = `test-${process.pid}-${Date.now()}`;

export interface Server {
  uri: string;
  user: string;
  password: string;
  open(): Promise<GraphStore>;
  /** The store with nothing in it. */
  openEmpty(): Promise<GraphStore>;
  /** Takes all out of it. */
  empty(): Promise<void>;
  /** Takes all out of it, its constraints and indexes too: as it was when it was new. */
  reset(): Promise<void>;
  /** The digest of what it holds. */
  content(): Promise<string>;
  /** Runs a docker command on its container: pause, unpause, restart. */
  docker(...command: string[]): void;
  /** Runs a command in its container; gives what it printed. */
  inside(...command: string[]): Promise<string>;
  stop(): Promise<void>;
}

export interface ServerOptions {
  /** Settings of the server, as the image's variables name them. */
  settings?: Record<string, string>;
  /** A place in memory for its data, of this many megabytes. */
  dataOf?: number;
  /** A docker volume for its data. */
  volume?: string;
  /** Keeps its port when it restarts. */
  port?: number;
}

/** Where an image keeps its data: the official one, and the one built here. */
export const dataFolder = (image: string) => (image.endsWith('-local') ? '/var/lib/neo4j/data' : '/data');

/** Starts a real Neo4j in a container. @throws where no image can be had: its tests must not pass without one. */
export async function startNeo4j({ settings = {}, dataOf, volume, port }: ServerOptions = {}): Promise<Server> {
  const { image, missing } = inject('neo4j');
  if (!image) throw new Error(missing);
  // The companion that removes stray containers has an image of its own, which may not be had where ours was built.
  if (image.endsWith('-local')) process.env.TESTCONTAINERS_RYUK_DISABLED = 'true';
  const prepared = new Neo4jContainer(image).withPassword(password).withEnvironment(settings);
  if (dataOf) prepared.withTmpFs({ '/var/lib/neo4j/data': `rw,size=${dataOf}m`, '/data': `rw,size=${dataOf}m` });
  if (volume) prepared.withBindMounts([{ source: volume, target: dataFolder(image) }]);
  if (port) prepared.withExposedPorts({ container: 7687, host: port });
  const container: StartedNeo4jContainer = await prepared.start();
  const uri = port ? `bolt://localhost:${port}` : container.getBoltUri();
  const open = () => openNeo4j(uri, { user, password });
  const openEmpty = async () => {
    const store = await open();
    await store.run('MATCH (n) CALL { WITH n DETACH DELETE n } IN TRANSACTIONS OF 5000 ROWS');
    return store;
  };
  return {
    uri,
    user,
    password,
    open,
    openEmpty,
    empty: async () => (await openEmpty()).close(),
    reset: async () => {
      const store = await openEmpty();
      for (const { name } of (await store.run('SHOW CONSTRAINTS YIELD name')).rows)
        await store.run(`DROP CONSTRAINT \`${name}\``);
      for (const { name } of (await store.run("SHOW INDEXES YIELD name, type WHERE type <> 'LOOKUP'")).rows)
        await store.run(`DROP INDEX \`${name}\``);
      await store.close();
    },
    content: async () => {
      const store = await open();
      try {
        return digest(await dump(store));
      } finally {
        await store.close();
      }
    },
    docker: (...command) => void execFileSync('docker', [...command, container.getId()]),
    inside: async (...command) => (await container.exec(command)).output,
    stop: async () => void (await container.stop()),
  };
}
