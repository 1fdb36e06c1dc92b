import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { findMentions } from '../../../src/extract/mentions.js';
import { PlaceScope } from '../../../src/places/chains.js';
import { gazetteer } from '../../../src/places/gazetteer.js';
import { readReport } from '../../../src/read/reading.js';
import { officialName } from '../../../src/resolve/officialName.js';
import { root } from '../../support/paths.js';

const table = readFileSync(join(root, 'test/unit/resolve/jurisdictions.txt'), 'utf8')
  .split('\n')
  .filter((line) => line && !line.startsWith('#'))
  .map((line) => line.split(' | ') as [string, string, string]);

function resolved(code: string, text: string): string {
  const division = gazetteer().get(code);
  if (!division) throw new Error(`no division has the code ${code}`);
  const lineage = gazetteer().lineage(division);
  const names = findMentions(readReport(text), new PlaceScope(division)).flatMap((m) =>
    m.type === 'Agency' ? [officialName(m.name, text.slice(m.start, m.end), lineage)?.name ?? '–'] : [],
  );
  return names.join(' & ') || '–';
}

describe('names as written in reports of every province-level division', () => {
  test('the table is as large as it should be, and covers all 34', () => {
    expect(table.length).toBeGreaterThanOrEqual(200);
    expect(new Set(table.map(([code]) => code.slice(0, 2))).size).toBe(34);
  });

  test.each(table)('in %s, %s is %s', (code, text, name) => {
    expect(resolved(code, text)).toBe(name);
  });
});
