import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { buildGraph } from '../../../src/graph/build.js';
import { extract } from '../../../src/pipeline.js';
import { readReportFile } from '../../../src/read/decode.js';
import { openEmbedded } from '../../../src/store/embedded.js';
import { loadGraph } from '../../../src/store/load.js';
import type { GraphStore, Row } from '../../../src/store/store.js';
import { sharedReports } from '../../support/paths.js';
import { ask } from '../../support/questions.js';
import { scratchFolder } from '../../support/scratch.js';

const scratch = scratchFolder('series');
let store: GraphStore;
let rows: Row[];

beforeAll(async () => {
  const reports = sharedReports().filter((path) => path.includes('state-council'));
  store = openEmbedded(scratch('store'), { create: true });
  await loadGraph(store, buildGraph(reports.map((path) => extract(readReportFile(path), { source: path }))));
  rows = await ask(store, 'indicator-series', { indicator: '国内生产总值增速' });
});
afterAll(() => store.close());

/** Growth of GDP as the State Council's reports state it for one year, read off their texts. */
const GROWTH: [string, number][] = [
  ['2001', 7.3],
  ['2003', 9.1],
  ['2004', 9.5],
  ['2005', 9.9],
  ['2006', 10.7],
  ['2008', 9],
  ['2009', 8.7],
  ['2010', 10.3],
  ['2011', 9.2],
  ['2012', 7.8],
  ['2013', 7.7],
  ['2014', 7.4],
  ['2015', 6.9],
  ['2017', 6.9],
  ['2018', 6.6],
  ['2020', 2.3],
  ['2021', 8.1],
  ['2022', 3],
  ['2023', 5.2],
  ['2024', 5],
];

describe('one indicator over the years', () => {
  test.each(GROWTH)('in %s it grew by %d %%, and the sentence says so', (year, value) => {
    const stated = rows.filter((r) => r.period === year && r.value === value && r.stance !== 'plan');
    expect(stated.length).toBeGreaterThan(0);
    for (const { sentence, text } of stated) {
      expect(sentence).toContain('国内生产总值');
      expect(String(sentence).normalize('NFKC')).toContain(String(text).normalize('NFKC'));
    }
  });
});
