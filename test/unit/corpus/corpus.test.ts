import { mkdirSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { assemble, type Counts } from '../../../src/corpus/assemble.js';
import { type Candidate, chooseReports } from '../../../src/corpus/choose.js';
import { linesOf, partOfLines } from '../../../src/corpus/lines.js';
import { SortedRuns } from '../../../src/corpus/sortedRuns.js';
import { SpoolReader, SpoolWriter } from '../../../src/corpus/spool.js';
import { graphJson } from '../../../src/export/snapshot.js';
import { buildGraph, joinParts, partOf } from '../../../src/graph/build.js';
import { countKinds } from '../../../src/graph/summary.js';
import { fingerprint, isNear } from '../../../src/language/fingerprint.js';
import { extract } from '../../../src/pipeline.js';
import { fogangText } from '../../support/paths.js';
import { scratchFolder } from '../../support/scratch.js';

const scratch = scratchFolder('corpus');
const report = (place: string, year: number, sentence: string) =>
  extract(`${place}人民政府关于${year}年度法治政府建设情况的报告\n一、主要工作\n${sentence}\n`, {
    source: `${place}.txt`,
  });
const reports = [
  extract(fogangText, { source: 'fogang.txt' }),
  report('英德市', 2023, '市司法局推行“粤执法”,办理行政执法案件8件,同比增长5%。贯彻国务院部署。'),
  report('连州市', 2022, '国务院和省政府要求,推行“粤执法”“双公示”。高岗镇新联村来访。'),
  report('连州市', 2023, '办理案件9件,其中行政处罚案件3件。与市财政局联合印发《连州办法》。'),
];

describe('a graph put together on disk', () => {
  test('has the bytes and counts of the graph in memory, whatever the order and the spools', () => {
    const graph = buildGraph(reports);
    for (const order of [reports, [...reports].reverse()]) {
      const folder = scratch(`spool-${order[0].report.id.length}`);
      mkdirSync(folder, { recursive: true });
      const writers = [new SpoolWriter(folder, 'a'), new SpoolWriter(folder, 'b')];
      const spooled = order.map((r, i) => ({
        id: r.report.id,
        spooled: writers[i % 2].write(linesOf(partOf(r))),
        alsoAt: [],
      }));
      const counts: Counts = { nodes: {}, relationships: {} };
      // A piece is good until the next is asked for.
      let text = '';
      for (const piece of assemble(spooled, new SpoolReader(folder), counts)) text += piece.toString();
      expect(text).toBe(graphJson(graph));
      expect(counts).toEqual(countKinds(graph));
    }
  });

  test('a report’s lines are its part again', () => {
    const graph = graphJson(
      joinParts(
        reports.map((r) => {
          const { own, shared } = linesOf(partOf(r));
          return partOfLines(r.report.id, [...[...own.values()].flat(), ...shared]);
        }),
      ),
    );
    expect(graph).toBe(graphJson(buildGraph(reports)));
  });
});

test('sorted runs give what sorting in memory gives', () => {
  fc.assert(
    fc.property(fc.array(fc.string({ unit: 'grapheme' }).map((s) => s.replaceAll('\n', ''))), (lines) => {
      const runs = new SortedRuns(20);
      try {
        for (const line of lines) runs.add(line);
        expect([...runs.sorted()]).toEqual([...lines].sort());
      } finally {
        runs.remove();
      }
    }),
    { numRuns: 60 },
  );
});

describe('which report counts', () => {
  const candidate = (source: string, text: string, more: Partial<Candidate> = {}): Candidate => ({
    id: 'report:1',
    source,
    fingerprint: fingerprint(text),
    ...more,
  });

  test('spaces, breaks, width and script do not make another text; a changed clause makes a near one', () => {
    const spaced = fogangText.replace(/。/g, '。\n \n').replaceAll('0', '0');
    expect(fingerprint(spaced)).toEqual(fingerprint(fogangText));
    const edited = fogangText.replace('5370', '5371').replace('粤执法', '粵執法');
    expect(fingerprint(edited).exact).not.toBe(fingerprint(fogangText).exact);
    expect(isNear(fingerprint(edited).near, fingerprint(fogangText).near)).toBe(true);
    expect(isNear(fingerprint(fogangText.slice(0, 2500)).near, fingerprint(fogangText).near)).toBe(false);
  });

  test('the same text from two sites is kept once with both; the order does not matter', () => {
    const copies = [
      candidate('b.html', `${fogangText}  `),
      candidate('a.html', fogangText),
      candidate('c.pdf', fogangText.replace('5370', '5371')),
    ];
    for (const order of [copies, [...copies].reverse()])
      expect(chooseReports(order)).toMatchObject([
        { report: { source: 'c.pdf' }, alsoAt: ['a.html', 'b.html'], replaces: [] },
      ]);
  });

  test('so is the same text under two ids, where one site leaves out what names its body', () => {
    const copies = [
      candidate('a.html', fogangText, { id: 'report:2' }),
      candidate('b.html', `${fogangText} `, { id: 'report:1' }),
      candidate('c.html', '修订。'.repeat(9), { id: 'report:1' }),
      candidate('d.html', fogangText, { id: 'report:1' }),
    ];
    for (const order of [copies, [...copies].reverse()])
      expect(chooseReports(order)).toMatchObject([
        { report: { source: 'a.html' }, alsoAt: ['b.html', 'd.html'], replaces: ['c.html'] },
      ]);
  });

  test('nearly the same text of another year or another body is another report', () => {
    const a = candidate('a', fogangText, { period: '2022/2022', id: 'report:1' });
    const b = candidate('b', fogangText.replace('5370', '5371'), { period: '2023/2023', id: 'report:2' });
    expect(chooseReports([a, b])).toHaveLength(2);
    const c = candidate('c', fogangText, { reporter: 'agency:1', id: 'report:1' });
    const d = candidate('d', fogangText.replace('5370', '5371'), { reporter: 'agency:2', id: 'report:2' });
    expect(chooseReports([c, d])).toHaveLength(2);
  });

  test('of two texts of one report the later by source counts, and says what it replaces', () => {
    const found = chooseReports([candidate('2024-revised.txt', '修订。'.repeat(9)), candidate('2024.txt', fogangText)]);
    expect(found).toMatchObject([{ report: { source: '2024.txt' }, replaces: ['2024-revised.txt'] }]);
  });
});
