import { describe, expect, test } from 'vitest';
import { graphJson } from '../../../src/export/snapshot.js';
import { analyse, writeBack } from '../../../src/graph/analyse.js';
import { buildGraph, joinParts, partOf } from '../../../src/graph/build.js';
import { partsOf } from '../../../src/graph/parts.js';
import { extract } from '../../../src/pipeline.js';
import { fogangText } from '../../support/paths.js';

const report = (place: string, sentence: string) =>
  extract(`${place}人民政府关于2023年度法治政府建设情况的报告\n一、主要工作\n${sentence}\n`, {
    source: `${place}.txt`,
  });
const fogang = extract(fogangText, { source: 'fogang-2023.txt' });
const first = report('英德市', '市司法局推行“粤执法”,办理行政执法案件8件,印发《旧办法》。');
const edited = report('英德市', '市财政局推行“粤执法”,办理案件9件,印发《新办法》。');
const other = report('连州市', '国务院和省政府要求,推行“粤执法”。');

describe('a graph taken apart', () => {
  test('joins again to the same bytes', () => {
    const graph = buildGraph([fogang, first, other]);
    expect(graphJson(joinParts(partsOf(graph)))).toBe(graphJson(graph));
  });

  test('takes more reports as if all had been built at once, in any order', () => {
    const whole = graphJson(buildGraph([fogang, first, other]));
    for (const [before, added] of [
      [[fogang], [first, other]],
      [[other, first], [fogang]],
      [[fogang, first, other], [other]],
    ])
      expect(graphJson(joinParts([...partsOf(buildGraph(before)), ...added.map(partOf)]))).toBe(whole);
  });

  test('a report that comes again in another form leaves nothing of the first', () => {
    const before = buildGraph([fogang, first, other]);
    const after = joinParts([...partsOf(before), partOf(edited)]);
    expect(graphJson(after)).toBe(graphJson(buildGraph([fogang, edited, other])));
    expect(graphJson(after)).not.toContain('旧办法');
  });

  test('what analyze wrote does not come along', () => {
    const graph = buildGraph([fogang, first]);
    const plain = graphJson(graph);
    writeBack(graph, analyse(graph));
    expect(graphJson(graph)).toContain('"pageRank":');
    expect(graphJson(joinParts(partsOf(graph)))).toBe(plain);
  });
});
