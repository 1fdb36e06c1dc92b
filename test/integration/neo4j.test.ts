import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { neo4jSchema } from '../../src/schema/constraints.js';
import { openEmbedded } from '../../src/store/embedded.js';
import { loadGraph } from '../../src/store/load.js';
import { queryLibrary } from '../../src/store/queryFile.js';
import type { GraphStore } from '../../src/store/store.js';
import { dump, dumpGraph } from '../support/dump.js';
import { type Server, startNeo4j } from '../support/neo4j.js';
import { questions } from '../support/questions.js';
import { replacement, unloading } from '../support/replacement.js';
import { sampleGraph } from '../support/sample.js';
import { scratchFolder } from '../support/scratch.js';

const graph = sampleGraph();
const scratch = scratchFolder('neo4j');
let server: Server;
let store: GraphStore;

beforeAll(async () => {
  server = await startNeo4j();
  store = await server.open();
  await loadGraph(store, graph);
});
afterAll(async () => {
  await store?.close();
  await server?.stop();
});

describe('the Fogang report in Neo4j', () => {
  test('is the whole graph, node for node and relationship for relationship', async () => {
    expect(await dump(store)).toEqual(dumpGraph(graph));
    const { rows } = await store.run('MATCH (v:Village) RETURN v.name AS name, v.code AS code ORDER BY code');
    expect(rows).toEqual([
      { name: '佛冈县龙山镇上岳村', code: '441821103218' },
      { name: '佛冈县高岗镇新联村', code: '441821104208' },
    ]);
  });

  test('is what the embedded store holds of it', async () => {
    const embedded = openEmbedded(scratch('same'), { create: true });
    await loadGraph(embedded, graph);
    expect(await dump(embedded)).toEqual(await dump(store));
    for (const { name, cypher, parameters } of queryLibrary()) {
      const here = (await store.run(cypher, parameters)).rows;
      expect(here.length, name).toBeGreaterThan(0);
      expect((await embedded.run(cypher, parameters)).rows, name).toEqual(here);
    }
    await embedded.close();
  });

  test.each(Object.entries(questions))('answers: %s', async (_, answer) => answer(store));

  test('every mention cites the characters of its sentence', async () => {
    const { rows } = await store.run(
      `MATCH (s:Statement)-[m:MENTIONS]->()
       RETURN count(*) AS all, sum(CASE WHEN substring(s.text, m.start - s.start, m.end - m.start) = m.text THEN 1 ELSE 0 END) AS right`,
    );
    expect(rows[0].right).toBe(rows[0].all);
    expect(rows[0].all).toBe(graph.filterEdges((_, { type }) => type === 'MENTIONS').length);
  });

  test('whole numbers are integers and others are not', async () => {
    const { rows } = await store.run(
      'MATCH (c:Count) WHERE c.value IN [5370, 92.8] RETURN DISTINCT c.value AS value, toString(c.value) AS text ORDER BY value',
    );
    expect(rows).toEqual([
      { value: 92.8, text: '92.8' },
      { value: 5370, text: '5370' },
    ]);
  });

  test('has a unique id for each kind, kept by the server', async () => {
    const { rows } = await store.run('SHOW CONSTRAINTS YIELD name RETURN count(*) AS n');
    expect(rows[0].n).toBe(neo4jSchema().filter((s) => s.startsWith('CREATE CONSTRAINT')).length);
    await expect(store.run("CREATE (:Place {id: 'place:441821'})")).rejects.toThrow(/already exists/);
  });

  test('loading again changes nothing', async () => {
    const before = await dump(store);
    await loadGraph(store, graph);
    expect(await dump(store)).toEqual(before);
  });
});

describe('Neo4j', () => {
  test('a transaction that fails leaves nothing', async () => {
    const before = await dump(store);
    const work = store.write(async (tx) => {
      await tx.run("CREATE (:Agency {id: 'x', name: 'x'})");
      throw new Error('stop');
    });
    await expect(work).rejects.toThrow('stop');
    expect(await dump(store)).toEqual(before);
  });
});

// Last, because they begin with an empty database.
test('a report replaces what it contributed and nothing else', () => replacement(server.openEmpty));
test('what is taken out and brought back is as it was', () => unloading(server.openEmpty));
