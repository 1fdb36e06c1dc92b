import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { beforeAll, describe, expect, test } from 'vitest';
import { EXPORT_FORMATS } from '../../../src/cli/formats.js';
import { gongwen } from '../../support/command.js';
import { fogangFile, fogangText } from '../../support/paths.js';
import { scratchFolder } from '../../support/scratch.js';

const scratch = scratchFolder('graphs');
const bytes = (file: string) => readFileSync(scratch(file));
const EARLIER =
  '佛冈县人民政府关于2022年度法治政府建设情况的报告\n一、主要工作\n运用“粤执法”办理行政执法案件3200件。推行“双公示”制度。\n';

beforeAll(async () => {
  mkdirSync(scratch('texts'), { recursive: true });
  writeFileSync(scratch('texts/2022.txt'), EARLIER);
  expect((await gongwen(['build', fogangFile, '--out', scratch('out')])).code).toBe(0);
});

describe('gongwen build --add', () => {
  test('what could not be read stays in the manifest until it is read again', async () => {
    const [bad, good] = [scratch('bad.txt'), scratch('good.txt')];
    writeFileSync(bad, '');
    writeFileSync(good, fogangText);
    const failures = () => JSON.parse(readFileSync(scratch('failed/manifest.json'), 'utf8')).failures;
    await gongwen(['build', good, bad, '--keep-going', '--out', scratch('failed')]);
    expect(failures()).toEqual([{ file: bad, reason: expect.stringMatching(/empty/) }]);
    await gongwen(['analyze', scratch('failed')]);
    await gongwen(['build', good, '--add', '--out', scratch('failed')]);
    expect(failures()).toHaveLength(1);
    writeFileSync(bad, fogangText.replaceAll('佛冈县', '阳山县'));
    await gongwen(['build', bad, '--add', '--out', scratch('failed')]);
    expect(failures()).toBeUndefined();
  });

  test('gives the bytes of one build of all', async () => {
    const both = [fogangFile, scratch('texts/2022.txt')];
    expect((await gongwen(['build', ...both, '--out', scratch('whole')])).code).toBe(0);
    expect((await gongwen(['build', both[1], '--out', scratch('added')])).code).toBe(0);
    expect((await gongwen(['build', both[0], '--add', '--out', scratch('added')])).code).toBe(0);
    for (const file of ['graph.json', 'manifest.json'])
      expect(bytes(`added/${file}`).equals(bytes(`whole/${file}`)), file).toBe(true);
    const { out } = await gongwen(['query', 'programme-facts', '--on', scratch('added/store'), '--format', 'csv']);
    expect(out).toContain('5370');
    expect(out).toContain('3200');
  });

  test('keeps the texts of what the snapshot holds', async () => {
    const page = scratch('texts/page.html');
    const sentence = '推行“粤执法”制度,办理行政执法案件8件。'.repeat(9);
    writeFileSync(
      page,
      `<!doctype html><html><body><h1>英德市人民政府关于2021年度法治政府建设情况的报告</h1><p>${sentence}</p></body></html>`,
    );
    expect((await gongwen(['build', page, '--out', scratch('page')])).code).toBe(0);
    const [text] = readdirSync(scratch('page/texts'));
    await gongwen(['build', scratch('texts/2022.txt'), '--add', '--out', scratch('page')]);
    expect(readdirSync(scratch('page/texts'))).toEqual([text]);
    expect(readFileSync(scratch(`page/texts/${text}`), 'utf8')).toContain(sentence);
    await gongwen(['build', scratch('texts/2022.txt'), '--out', scratch('page')]);
    expect(existsSync(scratch('page/texts'))).toBe(false);
  });

  test('says what it needs', async () => {
    const nothing = await gongwen(['build', fogangFile, '--add', '--out', scratch('nothing')]);
    expect([nothing.code, nothing.err]).toEqual([3, expect.stringMatching(/no snapshot there\. Build one with/)]);
    const nowhere = await gongwen(['build', fogangFile, '--add', '--to', scratch('store')]);
    expect([nowhere.code, nowhere.err]).toEqual([2, expect.stringMatching(/--add needs the snapshot/)]);
    expect(existsSync(scratch('nothing'))).toBe(false);
  });
});

describe('gongwen analyze', () => {
  test('prints a table, writes analysis.json and the nodes’ attributes, twice the same', async () => {
    const { code, out } = await gongwen(['analyze', scratch('out')]);
    expect(code).toBe(0);
    expect(out).toMatch(/^Projection facts: \d+ nodes, \d+ ties, \d+ parts/);
    expect(out).toMatch(/佛冈县人民政府\s+Agency\s+\d+/);
    const [graph, analysis] = [bytes('out/graph.json'), bytes('out/analysis.json')];
    expect(graph.toString()).toMatch(
      /"name":"粤执法".*"degree":\d+,"betweenness":[\d.e-]+,"pageRank":[\d.e-]+,"community":\d+/,
    );
    await gongwen(['analyze', scratch('out')]);
    expect(bytes('out/graph.json').equals(graph)).toBe(true);
    expect(bytes('out/analysis.json').equals(analysis)).toBe(true);
  });

  test('an analysed snapshot loads as the plain one: what was computed is of the snapshot, not of a report', async () => {
    expect((await gongwen(['load', scratch('out'), '--to', scratch('out/store')])).out).toMatch(/1 unchanged/);
  });

  test('finds a chain of facts, and says where a name is unknown', async () => {
    const path = ['analyze', scratch('out'), '--path', '粤执法', '双公示'];
    expect((await gongwen(path)).out).toBe('佛冈县人民政府 —RUNS→ 粤执法\n佛冈县人民政府 —RUNS→ 双公示\n');
    const { code, err } = await gongwen(['analyze', scratch('out'), '--path', '粤执法', '没有']);
    expect([code, err]).toEqual([2, 'gongwen: no node is named "没有". Names are as in name or aliases.\n']);
  });
});

describe('gongwen diff', () => {
  test('tells what changed between two reports as text, JSON and a page', async () => {
    const pair = [scratch('texts/2022.txt'), scratch('out')];
    const { code, out } = await gongwen(['diff', ...pair]);
    expect(code).toBe(0);
    expect(out).toContain('行政执法案件数(粤执法)  3200件 → 5370件  +2170件 (+67.8%)');
    const json = JSON.parse((await gongwen(['diff', ...pair, '--format', 'json'])).out);
    expect(json.counts.changed).toMatchObject([{ before: { value: 3200 }, after: { value: 5370 } }]);
    await gongwen(['diff', ...pair, '--format', 'html', '--out', scratch('diff.html')]);
    expect(bytes('diff.html').toString()).toContain('<td class="n">5370件</td>');
  });
});

describe('gongwen export', () => {
  const folders = ['csv', 'parquet', 'neo4j-csv'];

  test.each(EXPORT_FORMATS)('%s is written whole, twice the same, and nothing else is', async (format) => {
    const path = (n: number) => scratch(`forms-${format}-${n}`);
    for (const n of [1, 2]) {
      const { code, err } = await gongwen(['export', scratch('out'), '--format', format, '--out', path(n)]);
      expect([code, err]).toEqual([0, '']);
    }
    if (!folders.includes(format)) {
      expect(readFileSync(path(1)).equals(readFileSync(path(2)))).toBe(true);
      expect(readFileSync(path(1)).length).toBeGreaterThan(1000);
      return;
    }
    const names = readdirSync(path(1));
    expect(names.length).toBeGreaterThan(1);
    for (const name of names)
      expect(readFileSync(`${path(1)}/${name}`).equals(readFileSync(`${path(2)}/${name}`)), name).toBe(true);
  });

  test('a PNG is one, twice as large as the drawing', () => {
    const png = readFileSync(scratch('forms-png-1'));
    expect(png.subarray(1, 4).toString()).toBe('PNG');
    expect([png.readUInt32BE(16), png.readUInt32BE(20)]).toEqual([2400, 1600]);
  });

  test('takes the kinds that are asked for, and names them where one is unknown', async () => {
    const some = ['export', scratch('out'), '--format', 'csv', '--kinds', 'agency,Program', '--out', scratch('some')];
    expect((await gongwen(some)).code).toBe(0);
    const kinds = bytes('some/nodes.csv')
      .toString()
      .split('\r\n')
      .slice(1, -1)
      .map((l) => l.split(',')[2]);
    expect(new Set(kinds)).toEqual(new Set(['Agency', 'Program']));
    const { code, err } = await gongwen(['export', scratch('out'), '--format', 'gexf', '--kinds', 'Planet']);
    expect([code, err]).toEqual([2, expect.stringMatching(/there is no kind "Planet"\. There are: Report, /)]);
  });

  test('a folder is asked for where several files are written; a place that cannot be written is named', async () => {
    const { code, err } = await gongwen(['export', scratch('out'), '--format', 'csv']);
    expect([code, err]).toEqual([2, 'gongwen: csv is several files: name a folder for them with --out DIR.\n']);
    const lost = await gongwen(['export', scratch('out'), '--format', 'gexf', '--out', '/nowhere/graph.gexf']);
    expect([lost.code, lost.err]).toEqual([
      5,
      expect.stringMatching(/^gongwen: \/nowhere\/graph\.gexf: cannot be written/),
    ]);
  });

  test('a large one goes down a pipe whole', async () => {
    const { out } = await gongwen(['export', scratch('out'), '--format', 'graphml']);
    expect(out).toBe(bytes('forms-graphml-1').toString());
  });
});
