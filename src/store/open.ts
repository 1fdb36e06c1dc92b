import { openEmbedded } from './embedded.js';
import { type Credentials, openNeo4j } from './neo4j.js';
import type { GraphStore } from './store.js';

const SCHEME = /^(bolt|neo4j)(\+s|\+ssc)?:\/\//;

/** Whether a target is a Neo4j server's address; anything else is the path of an embedded store. */
export const isServer = (target: string) => SCHEME.test(target);

/**
 * Opens a store by its address or path.
 * @param credentials asked only for a server.
 * @throws InputError where it cannot be opened.
 */
export async function openStore(
  target: string,
  credentials: () => Promise<Credentials>,
  options: { create?: boolean } = {},
): Promise<GraphStore> {
  return isServer(target) ? openNeo4j(target, await credentials()) : openEmbedded(target, options);
}
