import { Neo4jContainer, type StartedNeo4jContainer } from '@testcontainers/neo4j';
import { inject } from 'vitest';
import { openNeo4j } from '../../src/store/neo4j.js';
import type { GraphStore } from '../../src/store/store.js';

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
  stop(): Promise<void>;
}

/** Starts a real Neo4j in a container. @throws where no image can be had: its tests must not pass without one. */
export async function startNeo4j(): Promise<Server> {
  const { image, missing } = inject('neo4j');
  if (!image) throw new Error(missing);
  // The companion that removes stray containers has an image of its own, which may not be had where ours was built.
  if (image.endsWith('-local')) process.env.TESTCONTAINERS_RYUK_DISABLED = 'true';
  const container: StartedNeo4jContainer = await new Neo4jContainer(image).withPassword(password).start();
  const uri = container.getBoltUri();
  const open = () => openNeo4j(uri, { user, password });
  return {
    uri,
    user,
    password,
    open,
    openEmpty: async () => {
      const store = await open();
      await store.run('MATCH (n) DETACH DELETE n');
      return store;
    },
    stop: async () => void (await container.stop()),
  };
}
