import { existsSync, writeFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openEmbedded } from '../../../src/store/embedded.js';
import { loadGraph } from '../../../src/store/load.js';
import { queryLibrary } from '../../../src/store/queryFile.js';
import type { GraphStore } from '../../../src/store/store.js';
import { dump, dumpGraph } from '../../support/dump.js';
import { questions } from '../../support/questions.js';
import { replacement, unloading } from '../../support/replacement.js';
import { sampleGraph } from '../../support/sample.js';
import { scratchFolder } from '../../support/scratch.js';

const scratch = scratchFolder('store');
const graph = sampleGraph();
let store: GraphStore;
let stores = 0;

beforeAll(async () => {
  store = openEmbedded(scratch('store'), { create: true });
  await loadGraph(store, graph);
});
afterAll(() => store.close());

describe('embedded store', () => {
  test('holds the whole graph', async () => {
    expect(await dump(store)).toEqual(dumpGraph(graph));
  });

  test.each(Object.entries(questions))('answers: %s', async (_, answer) => answer(store));

  test.each(queryLibrary())('runs the query $name', async ({ cypher, parameters }) => {
    const { rows } = await store.run(cypher, parameters);
    expect(rows.length).toBeGreaterThan(0);
  });

  test('loading again changes nothing', async () => {
    const before = await dump(store);
    await loadGraph(store, graph);
    expect(await dump(store)).toEqual(before);
  });

  test('a report replaces what it contributed and nothing else', async () => {
    await replacement(() => openEmbedded(scratch(`replace-${stores++}`), { create: true }));
  });

  test('a report is taken out and brought back', async () => {
    await unloading(() => openEmbedded(scratch(`unload-${stores++}`), { create: true }));
  });

  test('an unchanged report is not loaded again', async () => {
    const again = await loadGraph(store, graph);
    expect(again).toMatchObject({ reports: 3, unchanged: 3, nodes: 0, relationships: 0 });
  });

  test('a transaction that fails leaves nothing', async () => {
    const before = await dump(store);
    await expect(
      store.write(async (tx) => {
        await tx.run("CREATE (:Agency {id: 'x', name: 'x'})");
        throw new Error('stop');
      }),
    ).rejects.toThrow('stop');
    expect(await dump(store)).toEqual(before);
  });

  test('says what is wrong with a path in one line', async () => {
    expect(() => openEmbedded(scratch('none'))).toThrow(/no store there/);
    expect(existsSync(scratch('none'))).toBe(false);
    expect(() => openEmbedded(scratch('store'))).toThrow(/open/);
    const junk = scratch('junk');
    writeFileSync(junk, 'not a database');
    expect(() => openEmbedded(junk)).toThrow(/not a store/);
  });
});
