import { readSnapshot } from '../export/snapshot.js';
import type { KnowledgeGraph } from '../graph/build.js';
import { loadGraph } from '../store/load.js';
import { openStore } from '../store/open.js';
import type { GraphStore } from '../store/store.js';
import { neo4jCredentials } from './credentials.js';
import { Progress } from './progress.js';

/** Opens the store that `--to` names, making it where it is a path. @throws InputError where it does not open. */
export const openTarget = (target: string): Promise<GraphStore> =>
  openStore(target, neo4jCredentials, { create: true });

/** Loads a graph into a store and says what it loaded. */
export async function loadInto(graph: KnowledgeGraph, store: GraphStore): Promise<void> {
  const progress = new Progress('loading reports');
  try {
    await loadGraph(store, graph, ({ done, of }) => progress.step(done, of));
  } finally {
    progress.end();
  }
  process.stdout.write(`Loaded ${graph.order} nodes and ${graph.size} relationships into ${store.where}\n`);
}

/** gongwen load: a snapshot into the store that --to names. */
export async function load(folder: string, { to }: { to: string }): Promise<void> {
  const graph = readSnapshot(folder);
  const store = await openTarget(to);
  try {
    await loadInto(graph, store);
  } finally {
    await store.close();
  }
}
