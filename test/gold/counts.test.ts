import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { extract } from '../../src/pipeline.js';
import { fogangText } from '../support/paths.js';

const COLUMNS = ['value', 'unit', 'measure', 'bound', 'period', 'stance', 'indicator'] as const;

/** Every count of the sample report, as written, with its properties and the indicator that it measures. */
function counts(): string[] {
  const { entities, mentions, relations } = extract(fogangText, { source: 'fogang-2023.txt' });
  const byId = new Map(entities.map((e) => [e.id, e]));
  const measured = new Map(relations.filter((r) => r.type === 'MEASURES').map((r) => [r.from, byId.get(r.to)?.name]));
  return mentions.flatMap(({ type, text, entity }) => {
    const properties = byId.get(entity)?.properties ?? {};
    if (type !== 'Count' && type !== 'Rank') return [];
    return [[text, ...COLUMNS.map((c) => properties[c]), measured.get(entity)].join('\t')];
  });
}

test('the counts of the sample report are those of the reviewed file', () => {
  const golden = readFileSync(new URL('fogang-counts.tsv', import.meta.url), 'utf8')
    .trimEnd()
    .split('\n');
  expect(golden[0]).toBe(['text', ...COLUMNS, 'measures'].join('\t'));
  expect(counts()).toEqual(golden.slice(1));
});
