import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { buildGraph } from '../../../src/graph/build.js';
import { extract } from '../../../src/pipeline.js';
import { openEmbedded } from '../../../src/store/embedded.js';
import { loadGraph } from '../../../src/store/load.js';
import type { GraphStore, Row } from '../../../src/store/store.js';
import { readText, sharedReports } from '../../support/paths.js';
import { ask } from '../../support/questions.js';
import { scratchFolder } from '../../support/scratch.js';

const scratch = scratchFolder('series');
let store: GraphStore;
let rows: Row[];

beforeAll(async () => {
  const reports = sharedReports().filter((path) => path.includes('state-council'));
  store = openEmbedded(scratch('store'), { create: true });
  await loadGraph(store, buildGraph(reports.map((path) => extract(readText(path), { source: path }))));
  rows = await ask(store, 'growth-of-indicator', { growth: '国内生产总值增速', average: '国内生产总值年均增速' });
});
afterAll(() => store.close());

/**
 * Growth of GDP as the State Council's reports state it, read off their texts: for one year, or as the average of the five
 * that end with it. The report of 2020, which would state 2019, is not among them.
 */
const GROWTH: [string, number, 'average'?][] = [
  ['2000', 8.3, 'average'],
  ['2001', 7.3],
  ['2002', 7.7, 'average'],
  ['2003', 9.1],
  ['2004', 9.5],
  ['2005', 9.9],
  ['2006', 10.7],
  ['2007', 10.6, 'average'],
  ['2008', 9],
  ['2009', 8.7],
  ['2010', 10.3],
  ['2011', 9.2],
  ['2012', 7.8],
  ['2013', 7.7],
  ['2014', 7.4],
  ['2015', 6.9],
  ['2016', 6.7],
  ['2017', 6.9],
  ['2018', 6.6],
  ['2020', 2.3],
  ['2021', 8.1],
  ['2022', 3],
  ['2023', 5.2],
  ['2024', 5],
];

describe('one indicator over the years', () => {
  test('24 of the 25 years since 2000', () => {
    expect(new Set(GROWTH.map(([year]) => year)).size).toBe(24);
  });

  test.each(GROWTH)('in %s it grew by %d %%, and the sentence says so', (year, value, average) => {
    const measured = average ? '国内生产总值年均增速' : '国内生产总值增速';
    const stated = rows.filter((r) => r.year === Number(year) && r.value === value && r.measured === measured);
    expect(stated.length).toBeGreaterThan(0);
    for (const { sentence, text } of stated) {
      expect(sentence).toContain('国内生产总值');
      expect(String(sentence).normalize('NFKC')).toContain(String(text).normalize('NFKC'));
    }
  });
});
