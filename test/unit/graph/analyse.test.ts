import { describe, expect, test } from 'vitest';
import { analyse, writeBack } from '../../../src/graph/analyse.js';
import { buildGraph } from '../../../src/graph/build.js';
import { pathBetween } from '../../../src/graph/path.js';
import { project } from '../../../src/graph/projections.js';
import { extract } from '../../../src/pipeline.js';
import { validateNode } from '../../../src/schema/validate.js';
import { sampleGraph } from '../../support/sample.js';

const report = (place: string, sentence: string) =>
  extract(`${place}人民政府关于2023年度法治政府建设情况的报告\n一、主要工作\n${sentence}\n`);
/** 英德 —甲平台— 连州 —乙平台— 阳山: a chain whose middle lies on every path. */
const chain = () =>
  buildGraph([
    report('英德市', '上线运用“甲通办”平台办件3件。'),
    report('连州市', '上线运用“甲通办”平台,推行“乙通办”服务办件2件。'),
    report('阳山县', '推行“乙通办”服务办件5件。'),
  ]);

describe('analyse', () => {
  const { projections, bridges } = analyse(chain());
  const standing = (name: string) => projections.facts.standings.find((s) => s.name === name);

  test('counts ties, paths and parts of a chain', () => {
    expect(projections.facts).toMatchObject({ nodes: 5, ties: 4, components: 1, largest: 5 });
    expect(standing('连州市人民政府')).toMatchObject({ degree: 2, betweenness: 0.666667 });
    expect(standing('甲通办')).toMatchObject({ degree: 2, betweenness: 0.5 });
    expect(standing('阳山县人民政府')).toMatchObject({ degree: 1, betweenness: 0 });
    const total = projections.facts.standings.reduce((sum, s) => sum + s.pageRank, 0);
    expect(total).toBeCloseTo(1, 4);
  });

  test('projects agencies onto one another by what they share', () => {
    expect(projections.agencies).toMatchObject({ nodes: 3, ties: 2 });
    const ties = project(chain(), 'agencies').mapEdges((_k, { weight }, a, b) => [a, b, weight]);
    expect(ties).toEqual([
      ['agency:441823:阳山县人民政府', 'agency:441882:连州市人民政府', 1],
      ['agency:441881:英德市人民政府', 'agency:441882:连州市人民政府', 1],
    ]);
    expect(projections['agency-programme']).toMatchObject({ nodes: 5, ties: 4 });
    const counties = projections['county-indicator'].standings.filter((s) => s.kind === 'Place').map((s) => s.name);
    expect(counties.sort()).toEqual(['英德市', '连州市', '阳山县']);
  });

  test('a bridge joins bodies of different communities', () => {
    // Two circles that share everything within, and one platform between them.
    const circle = (places: string[], own: string) =>
      places.map((p) => report(p, `${own}${p === '英德市' || p === '阳山县' ? '上线运用“甲通办”平台。' : ''}`));
    const graph = buildGraph([
      ...circle(['英德市', '连州市', '清新区'], '推行“乙通办”“丙通办”“丁通办”服务。'),
      ...circle(['阳山县', '连南瑶族自治县', '佛冈县'], '推行“戊通办”“己通办”“庚通办”服务。'),
    ]);
    expect(analyse(graph).bridges).toMatchObject([{ name: '甲通办', communities: 2, agencies: expect.any(Array) }]);
    expect(bridges.every((b) => b.communities > 1)).toBe(true);
  });

  test('gives the same figures every time, and what it writes back fits the schema', () => {
    const graph = sampleGraph();
    const found = analyse(graph);
    expect(JSON.stringify(analyse(sampleGraph()))).toBe(JSON.stringify(found));
    writeBack(graph, found);
    const [largest] = found.projections.facts.communities;
    const numbered = graph.filterNodes((_, a) => a.community === 0);
    expect(numbered).toHaveLength(largest.size);
    graph.forEachNode((id, { labels, ...rest }) => {
      validateNode({ kind: labels[0] as never, labels, properties: { id, ...rest } });
    });
  });

  test('a graph without facts has no communities', () => {
    const { projections: none } = analyse(buildGraph([report('英德市', '工作有序推进。')]));
    expect(none.facts).toMatchObject({ nodes: 0, ties: 0, communities: [], standings: [] });
  });
});

describe('pathBetween', () => {
  test('a shortest chain of facts, each in the direction in which it is stated', () => {
    expect(pathBetween(chain(), '英德市人民政府', '阳山县人民政府')).toEqual([
      { from: '英德市人民政府', type: 'RUNS', to: '甲通办' },
      { from: '连州市人民政府', type: 'RUNS', to: '甲通办' },
      { from: '连州市人民政府', type: 'RUNS', to: '乙通办' },
      { from: '阳山县人民政府', type: 'RUNS', to: '乙通办' },
    ]);
  });

  test('says where no chain or no such name is', () => {
    expect(pathBetween(chain(), '英德市人民政府', '英德市')).toBeUndefined();
    expect(() => pathBetween(chain(), '没有', '英德市')).toThrow(/no node is named "没有"/);
  });
});
