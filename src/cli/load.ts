import type { KnowledgeGraph } from '../graph/build.js';
import { loadGraph } from '../store/load.js';
import { openStore } from '../store/open.js';
import { neo4jCredentials } from './credentials.js';
import { Progress } from './progress.js';

/** Loads a graph into the store at an address or path, and says what it loaded. */
export async function loadInto(graph: KnowledgeGraph, target: string): Promise<void> {
  const store = await openStore(target, neo4jCredentials, { create: true });
  const progress = new Progress('loading reports');
  try {
    await loadGraph(store, graph, ({ done, of }) => progress.step(done, of));
  } finally {
    progress.end();
    await store.close();
  }
  process.stdout.write(`Loaded ${graph.order} nodes and ${graph.size} relationships into ${store.where}\n`);
}
