import neo4j, { type Driver, type ProfiledPlan } from 'neo4j-driver';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openEmbedded } from '../../src/store/embedded.js';
import { loadGraph } from '../../src/store/load.js';
import { queryLibrary } from '../../src/store/queryFile.js';
import { search } from '../../src/store/search.js';
import type { GraphStore, Row } from '../../src/store/store.js';
import { type Server, startNeo4j } from '../support/neo4j.js';
import { sampleGraph } from '../support/sample.js';
import { scratchFolder } from '../support/scratch.js';

const scratch = scratchFolder('plans');

let server: Server;
let store: GraphStore;
let driver: Driver;

beforeAll(async () => {
  server = await startNeo4j();
  store = await server.open();
  await loadGraph(store, sampleGraph());
  driver = neo4j.driver(server.uri, neo4j.auth.basic(server.user, server.password));
  // A plan depends on the samples of the indexes, which Neo4j takes in its own time after a load.
  await driver.executeQuery('CALL db.prepareForReplanning(300)');
});
afterAll(async () => {
  await driver?.close();
  await store?.close();
  await server?.stop();
});

/** The operators of a plan with what they work on: NodeByLabelScan sentence:Statement. */
function operators(plan: ProfiledPlan): string[] {
  const own = `${plan.operatorType} ${String(plan.arguments.Details ?? '')}`;
  return [own, ...plan.children.flatMap(operators)];
}

async function profiled(cypher: string, parameters: Row): Promise<string[]> {
  const { summary } = await driver.executeQuery(
    `PROFILE ${cypher}`,
    Object.fromEntries(
      Object.entries(parameters).map(([k, v]) => [k, Number.isInteger(v) ? neo4j.int(v as number) : v]),
    ),
  );
  return operators(summary.profile as ProfiledPlan);
}

describe('plans', () => {
  test.each(queryLibrary())('$name scans neither all nodes nor all statements', async ({ cypher, parameters }) => {
    const plan = await profiled(cypher, parameters);
    expect(plan.length).toBeGreaterThan(1);
    expect(
      plan.filter((o) => /AllNodesScan|NodeByLabelScan.*:Statement|UnionNodeByLabelsScan.*Statement/.test(o)),
    ).toEqual([]);
  });

  test('a scan is seen where there is one', async () => {
    const plan = await profiled('MATCH (s:Statement) WHERE s.text CONTAINS $words RETURN s', { words: '粤执法' });
    expect(plan.some((o) => /NodeByLabelScan.*:Statement/.test(o))).toBe(true);
  });
});

describe('search', () => {
  const found = async (...words: string[]) => (await search(store, words, 50)).rows.map((r) => r.sentence);

  test('finds the sentences that hold every word', async () => {
    const sentences = await found('粤执法', '行政执法案件');
    expect(sentences).toContain('2023年,我县25个上线单位运用“粤执法”办理行政执法案件共计5370件。');
    expect(sentences.every((s) => /粤执法/.test(String(s)) && /行政执法案件/.test(String(s)))).toBe(true);
    expect(sentences).toHaveLength(2);
    const embedded = openEmbedded(scratch('search'), { create: true });
    await loadGraph(embedded, sampleGraph());
    expect((await search(embedded, ['粤执法', '行政执法案件'], 50)).rows.map((r) => r.sentence).sort()).toEqual(
      sentences.sort(),
    );
    await embedded.close();
    expect((await found('粤执法')).length).toBe(5);
    expect(await found('粤执法', '没有这样的词')).toEqual([]);
  });

  test('takes what Lucene would read as syntax for text', async () => {
    for (const words of ['"', 'AND', 'a:b', '*', '\\', '(', '~1', '/', '粤执法") OR ("'])
      expect(Array.isArray(await found(words)), words).toBe(true);
  });
});
