import { MultiDirectedGraph } from 'graphology';
import { describe, expect, test } from 'vitest';
import { graphJson } from '../../../src/export/snapshot.js';
import { buildGraph } from '../../../src/graph/build.js';
import { summarise } from '../../../src/graph/summary.js';
import { extract } from '../../../src/pipeline.js';
import { fogangText } from '../../support/paths.js';

const report = (place: string, sentence: string) =>
  extract(`${place}人民政府关于2023年度法治政府建设情况的报告\n一、主要工作\n${sentence}\n`, {
    source: `${place}.txt`,
  });
const fogang = () => extract(fogangText, { source: 'fogang-2023.txt' });
const others = () => [
  report('英德市', '运用“粤执法”办案8件。贯彻国务院部署。'),
  report('连州市', '国务院和省政府要求,推行“粤执法”。'),
];

describe('buildGraph', () => {
  test('the same input gives the same bytes, whatever the order of the reports', () => {
    const once = graphJson(buildGraph([fogang(), ...others()]));
    expect(graphJson(buildGraph([...others().reverse(), fogang()]))).toBe(once);
    expect(graphJson(buildGraph([fogang(), fogang(), ...others()]))).toBe(once);
  });

  test('graphology imports what is written', () => {
    const graph = buildGraph([fogang()]);
    const copy = MultiDirectedGraph.from(JSON.parse(graphJson(graph)));
    expect([copy.order, copy.size]).toEqual([graph.order, graph.size]);
    expect(copy.getNodeAttribute('place:441821104208', 'labels')).toEqual(['Place', 'Village']);
  });

  test('one body, place and programme is one node across reports, with the forms of all of them', () => {
    const graph = buildGraph([fogang(), ...others()]);
    const named = (name: string) => graph.filterNodes((_, a) => a.name === name);
    expect(named('国务院')).toEqual(['agency:100000:国务院']);
    expect(named('粤执法')).toEqual(['program:粤执法']);
    expect(named('广东省人民政府')).toEqual(['agency:440000:广东省人民政府']);
    expect(graph.inEdges('program:粤执法').filter((e) => graph.getEdgeAttribute(e, 'type') === 'RUNS')).toHaveLength(3);
    expect(graph.getNodeAttribute('agency:441821:佛冈县人民政府', 'aliases')).toEqual([
      '佛冈县人民政府',
      '佛冈县政府',
      '县人民政府',
      '县政府',
    ]);
  });

  test('the summary counts by kind and samples facts with their sentences', () => {
    const { nodes, best, facts } = summarise(buildGraph([fogang()]));
    expect(nodes).toMatchObject({ Report: 1, Agency: 18, Place: 7, Document: 17, Count: 93, Honor: 2 });
    expect(best).toHaveLength(10);
    expect(best[0].name).toBe('佛冈县人民政府');
    expect(facts).toHaveLength(5);
    for (const { sentence } of facts) expect(fogangText).toContain(sentence);
  });
});
