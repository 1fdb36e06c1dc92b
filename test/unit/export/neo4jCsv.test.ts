import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { writeNeo4jCsv } from '../../../src/export/neo4jCsv.js';
import { graphJson } from '../../../src/export/snapshot.js';
import { snapshotContributions } from '../../../src/export/snapshotStream.js';
import { contributions } from '../../../src/store/contribution.js';
import { gongwen } from '../../support/command.js';
import { sampleGraph } from '../../support/sample.js';
import { scratchFolder } from '../../support/scratch.js';

const scratch = scratchFolder('neo4j-csv');
const graph = sampleGraph();

/** The rows of each table, in their order by text: a snapshot read in parts gives its reports in another order. */
const tables = (folder: string) =>
  Object.fromEntries(readdirSync(folder).map((f) => [f, readFileSync(join(folder, f), 'utf8').split('\n').sort()]));

test('a snapshot read in parts gives the rows of the whole graph, each shared node once', async () => {
  mkdirSync(scratch('snapshot'), { recursive: true });
  writeFileSync(scratch('snapshot/graph.json'), graphJson(graph));
  await writeNeo4jCsv(contributions(graph), scratch('whole'));
  await writeNeo4jCsv(snapshotContributions(scratch('snapshot'), 0), scratch('parts'));
  const whole = tables(scratch('whole'));
  expect(tables(scratch('parts'))).toEqual(whole);
  const rows = (prefix: string) =>
    Object.entries(whole)
      .filter(([name]) => name.startsWith(prefix) && !/header|Load/.test(name))
      .flatMap(([, lines]) => lines.filter(Boolean));
  expect(rows('nodes-')).toHaveLength(graph.order);
  expect(rows('relationships-')).toHaveLength(graph.size);
});

test('a column has the type of its values', async () => {
  await writeNeo4jCsv(contributions(graph), scratch('typed'));
  const header = (name: string) => readFileSync(scratch(`typed/${name}-header.csv`), 'utf8');
  expect(header('nodes-Count')).toMatch(/^id:ID,.*\bvalue:long\b/);
  expect(header('nodes-Count-decimal')).toMatch(/\bvalue:double\b/);
  expect(header('nodes-Agency')).toMatch(/\baliases:string\[\]/);
  expect(header('nodes-Load')).toBe('id:ID(Load),hash:string,nodes:long,relationships:long\n');
});

test('a damaged snapshot leaves no file', async () => {
  mkdirSync(scratch('bad'), { recursive: true });
  // Large enough to be read in parts; its last edge leads to nothing.
  const text = graphJson(graph).replace('\n],"edges"', `${'\n'.repeat(9 * 2 ** 20)}],"edges"`);
  writeFileSync(scratch('bad/graph.json'), text.replace('{"key":"place:440000"', '{"key":"place:0"'));
  const { code, err } = await gongwen(['export', scratch('bad'), '--format', 'neo4j-csv', '--out', scratch('none')]);
  expect([code, err]).toEqual([3, expect.stringMatching(/place:440000, which is not in it/)]);
  expect(readdirSync(scratch('none'))).toEqual([]);
});
