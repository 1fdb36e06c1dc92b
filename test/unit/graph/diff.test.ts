import { describe, expect, test } from 'vitest';
import { buildGraph } from '../../../src/graph/build.js';
import { diffGraphs } from '../../../src/graph/diff.js';
import { extract } from '../../../src/pipeline.js';

const year = (y: number, body: string) =>
  buildGraph([extract(`佛冈县人民政府关于${y}年度法治政府建设情况的报告\n一、主要工作\n${body}\n`)]);
const before = year(2022, '运用“粤执法”办理行政执法案件3200件,办结率98.5%。推行“双公示”制度。受理行政复议案件8件。');
const after = year(2023, '运用“粤执法”办理行政执法案件5370件,办结率99%。印发《佛冈县执法办法》。受理行政复议案件8件。');
const diff = diffGraphs(before, after);

describe('diffGraphs', () => {
  test('pairs the numbers of one indicator of one thing, with the change', () => {
    const cases = diff.counts.changed.find((c) => c.after.value === 5370);
    expect(cases).toMatchObject({
      before: { value: 3200, about: ['粤执法'], unit: '件' },
      after: { text: '5370件', sentence: expect.stringContaining('5370件') },
      difference: 2170,
      percent: 67.8125,
    });
    const rate = diff.counts.changed.find((c) => c.after.value === 99);
    expect(rate).toMatchObject({ difference: 0.5 });
    expect(rate).not.toHaveProperty('percent');
    expect(diff.counts.same).toBe(1);
  });

  test('tells what appeared and what went, with the sentence of a fact', () => {
    expect(diff.things.appeared).toContainEqual({ kind: 'Document', name: '佛冈县执法办法' });
    expect(diff.things.gone).toContainEqual({ kind: 'Program', name: '双公示' });
    expect(diff.facts.appeared).toContainEqual({
      type: 'ISSUED',
      from: '佛冈县人民政府',
      to: '佛冈县执法办法',
      sentence: '印发《佛冈县执法办法》。',
    });
    expect(diff.facts.gone).toMatchObject([{ type: 'RUNS', to: '双公示' }]);
    expect(diff.reports.after).toEqual(['佛冈县人民政府关于2023年度法治政府建设情况的报告']);
  });

  test('a graph does not differ from itself, and the way back turns the signs', () => {
    const none = diffGraphs(before, before);
    expect([none.things, none.facts]).toEqual(Array(2).fill({ appeared: [], gone: [] }));
    expect(none.counts).toMatchObject({ changed: [], appeared: [], gone: [] });
    const back = diffGraphs(after, before);
    expect(back.things.gone).toEqual(diff.things.appeared);
    expect(back.counts.changed.map((c) => c.difference)).toEqual(diff.counts.changed.map((c) => -c.difference));
  });

  test('a plan is not compared with what was achieved', () => {
    const planned = year(2024, '受理行政复议案件8件。\n二、下一步工作计划\n受理行政复议案件20件。');
    expect(diffGraphs(before, planned).counts.changed).toEqual([]);
  });
});
