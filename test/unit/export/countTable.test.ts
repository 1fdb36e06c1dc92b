import { parquetReadObjects } from 'hyparquet';
import { expect, test } from 'vitest';
import { COUNT_COLUMNS, countRows, countsCsv, countsParquet } from '../../../src/export/countTable.js';
import { sampleGraph } from '../../support/sample.js';

const graph = sampleGraph();

test('a count is one row with its place, period, indicator and sentence', () => {
  const row = countRows(graph).find((r) => r.value === 5370);
  expect(row).toMatchObject({
    place: '佛冈县',
    place_code: '441821',
    reporter: '佛冈县人民政府',
    year: 2023,
    indicator: '行政执法案件数',
    words: '办理行政执法案件',
    unit: '件',
    about: '粤执法',
    sentence: '2023年,我县25个上线单位运用“粤执法”办理行政执法案件共计5370件。',
  });
  expect(countRows(graph)).toHaveLength(graph.filterNodes((_id, a) => a.labels[0] === 'Count').length);
});

test('CSV begins with the byte order mark, by which Excel reads Chinese', () => {
  const lines = countsCsv(graph).split('\r\n');
  expect(lines[0]).toBe(`\ufeff${Object.keys(COUNT_COLUMNS).join(',')}`);
  expect(lines.filter(Boolean)).toHaveLength(countRows(graph).length + 1);
});

test('Parquet holds the same rows', async () => {
  const bytes = countsParquet(graph);
  const file = bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.byteLength) as ArrayBuffer;
  expect(await parquetReadObjects({ file })).toEqual(countRows(graph));
});
