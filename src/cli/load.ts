import { snapshotContributions } from '../export/snapshotStream.js';
import { InputError } from '../lexicon/errors.js';
import type { Contribution } from '../store/contribution.js';
import { loadContributions, unload } from '../store/load.js';
import { openStore } from '../store/open.js';
import type { GraphStore } from '../store/store.js';
import { neo4jCredentials } from './credentials.js';
import { Progress } from './progress.js';

/** Opens the store that `--to` names, making it where it is a path. @throws InputError where it does not open. */
export const openTarget = (target: string): Promise<GraphStore> =>
  openStore(target, neo4jCredentials, { create: true });

/** Loads contributions into a store and says what it loaded. */
export async function loadInto(
  all: AsyncIterable<Contribution> | Iterable<Contribution>,
  store: GraphStore,
): Promise<void> {
  const progress = new Progress('loading reports');
  const { reports, unchanged, nodes, relationships } = await loadContributions(store, all, {
    progress: ({ done, of }) => progress.step(done, of),
  }).finally(() => progress.end());
  const rest = unchanged ? `; ${unchanged} unchanged` : '';
  process.stdout.write(
    `Loaded ${reports - unchanged} of ${reports} reports into ${store.where}: ${nodes} nodes, ${relationships} relationships${rest}\n`,
  );
}

/** gongwen load: a snapshot into the store that --to names. */
export async function load(folder: string, { to }: { to: string }): Promise<void> {
  const all = snapshotContributions(folder);
  // A snapshot that is not there is said before any store is opened or made.
  const first = await all.next();
  const store = await openTarget(to);
  try {
    await loadInto(first.done ? [] : withFirst(first.value, all), store);
  } finally {
    await store.close();
  }
}

async function* withFirst<T>(first: T, rest: AsyncIterable<T>): AsyncGenerator<T> {
  yield first;
  yield* rest;
}

/** gongwen unload: takes a report out of a store, with all that only it says. */
export async function unloadReport(report: string, { from }: { from: string }): Promise<void> {
  const store = await openStore(from, neo4jCredentials);
  try {
    const gone = await unload(store, report);
    if (!gone.length)
      throw new InputError(
        `${store.where}: no report has the id, title or source "${report}". See: gongwen query reports`,
        4,
      );
    for (const id of gone) process.stdout.write(`Took out ${id}\n`);
  } finally {
    await store.close();
  }
}
