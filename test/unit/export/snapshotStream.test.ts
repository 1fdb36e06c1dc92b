import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { graphJson } from '../../../src/export/snapshot.js';
import { snapshotContributions } from '../../../src/export/snapshotStream.js';
import { type Contribution, contributions } from '../../../src/store/contribution.js';
import { sampleGraph } from '../../support/sample.js';
import { scratchFolder } from '../../support/scratch.js';

const scratch = scratchFolder('stream');
const graph = sampleGraph();

function written(name: string, text: string): string {
  mkdirSync(scratch(name), { recursive: true });
  writeFileSync(join(scratch(name), 'graph.json'), text);
  return scratch(name);
}

async function all(contributions: AsyncIterable<Contribution>): Promise<Contribution[]> {
  const found: Contribution[] = [];
  for await (const c of contributions) found.push(c);
  return found.sort((a, b) => (a.report < b.report ? -1 : 1));
}

describe('a snapshot read in parts', () => {
  test('gives what the whole graph gives', async () => {
    const folder = written('whole', graphJson(graph));
    const expected = [...contributions(graph)];
    expect(await all(snapshotContributions(folder))).toEqual(expected);
    expect(await all(snapshotContributions(folder, 0))).toEqual(expected);
  });

  test.each([
    ['cut off', graphJson(graph).slice(0, 9000), /graph\.json: not a snapshot/],
    ['of another kind', '{"nodes": 1}', /not a snapshot .*cut off, or was not written by gongwen/],
    [
      'with an edge to nothing',
      graphJson(graph).replace('{"key":"place:440000"', '{"key":"place:0"'),
      /place:440000, which/,
    ],
    ['with a wrong value', graphJson(graph).replace(/"value":\d+/, '"value":"many"'), /field "value"/],
  ])('that is %s is refused with the reason', async (name, text, why) => {
    await expect(all(snapshotContributions(written(name, text), 0))).rejects.toThrow(why);
  });
});
