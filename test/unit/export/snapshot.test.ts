import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { graphFacts, graphJson, manifestJson, readSnapshot, reportEntry } from '../../../src/export/snapshot.js';
import { buildGraph } from '../../../src/graph/build.js';
import { extract } from '../../../src/pipeline.js';
import { fogangText } from '../../support/paths.js';
import { scratchFolder } from '../../support/scratch.js';

const scratch = scratchFolder('snapshot');
const reports = [extract(fogangText, { source: 'fogang-2023.txt' })];
const graph = buildGraph(reports);

function written(name: string, text: string): string {
  mkdirSync(scratch(name), { recursive: true });
  writeFileSync(join(scratch(name), 'graph.json'), text);
  return scratch(name);
}

describe('a snapshot', () => {
  test('reads back as the graph that was written', () => {
    expect(graphJson(readSnapshot(written('whole', graphJson(graph))))).toBe(graphJson(graph));
  });

  test('its manifest names what made it, and holds no time', () => {
    const manifest = JSON.parse(manifestJson(graphFacts(graph), reports.map(reportEntry)));
    expect(manifest).toMatchObject({ schema: 2, reports: [{ jurisdiction: 'place:441821' }] });
    expect(manifest.reports[0].jurisdictionEvidence).toBe('title: 佛冈县人民政府关于2023年度法治政府建设情况的报告');
    expect(manifestJson(graphFacts(graph), reports.map(reportEntry))).toBe(
      manifestJson(graphFacts(graph), reports.map(reportEntry)),
    );
  });

  test.each([
    ['cut off', graphJson(graph).slice(0, 5000), /not a snapshot/],
    ['not a graph', '{"nodes": 1}', /not a snapshot/],
    ['of an unknown kind', graphJson(graph).replace('"labels":["Place"]', '"labels":["Planet"]'), /not a snapshot/],
    ['with a wrong value', graphJson(graph).replace(/"value":\d+/, '"value":"many"'), /field "value"/],
    ['with an edge to nothing', graphJson(graph).replace(/"target":"place:440000"/, '"target":"x"'), /not a snapshot/],
  ])('that is %s is refused with the reason', (name, text, why) => {
    expect(text).not.toBe(graphJson(graph));
    expect(() => readSnapshot(written(name, text))).toThrow(why);
  });

  test('that is not there is said in one line', () => {
    expect(() => readSnapshot(scratch('gone'))).toThrow(/graph\.json: no snapshot there\. Build one with/);
  });
});
