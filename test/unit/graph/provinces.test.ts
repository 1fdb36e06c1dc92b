import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { graphJson } from '../../../src/export/snapshot.js';
import { buildGraph } from '../../../src/graph/build.js';
import { extract } from '../../../src/pipeline.js';
import { readText, sharedReports } from '../../support/paths.js';

const reports = sharedReports()
  .filter((path) => path.includes('work-reports-2026'))
  .map((path) => extract(readText(path), { source: path }));
const graph = buildGraph(reports);
const agencies = graph
  .filterNodes((_, { labels }) => labels[0] === 'Agency')
  .map((id) => ({ id, name: graph.getNodeAttribute(id, 'name') }));

describe('twenty provinces in one graph', () => {
  test('one node for the State Council, one for each province’s government', () => {
    expect(agencies.filter((a) => a.name === '国务院')).toHaveLength(1);
    const provinces = reports.map((r) => r.entities.find((e) => e.id === r.report.jurisdiction)?.name);
    expect(new Set(provinces).size).toBe(20);
    for (const province of provinces)
      expect(
        agencies.filter((a) => a.name === `${province}人民政府`),
        province,
      ).toHaveLength(1);
  });

  test('no agency bears a bare relative form', () => {
    const relative = /^(?:[省市县区州盟旗]|自治区)(?:委|政府|人民政府|人大|政协|[一-龥]{2,6}[局厅])/;
    expect(agencies.filter((a) => relative.test(a.name) && !/^区[^委政人]/.test(a.name))).toEqual([]);
  });

  test('no two ids share a name within one jurisdiction', () => {
    const seen = new Map<string, string>();
    for (const { id, name } of agencies) {
      const key = `${id.split(':').slice(0, -1).join(':')}|${name}`;
      expect(seen.get(key), `${id} and ${seen.get(key)}`).toBeUndefined();
      seen.set(key, id);
    }
  });

  test('reading again gives the same, and the order of the reports does not matter', () => {
    const [path] = sharedReports().filter((p) => p.includes('work-reports-2026'));
    const again = extract(readText(path), { source: path });
    expect(again).toEqual(reports.find((r) => r.report.id === again.report.id));
    const few = reports.slice(0, 6);
    const once = graphJson(buildGraph(few));
    fc.assert(
      fc.property(fc.shuffledSubarray(few, { minLength: few.length }), (order) => {
        expect(graphJson(buildGraph(order))).toBe(once);
      }),
      { numRuns: 8 },
    );
  });
});
