import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { extract } from '../../../src/pipeline.js';
import { readText, sharedReports } from '../../support/paths.js';

const HEAD = '佛冈县人民政府关于2023年度法治政府建设情况的报告\n一、主要工作\n';
/** What stands in long runs in damaged or hostile files, and what the rules look for. */
const PIECES = [
  '《',
  '》',
  '、',
  '(',
  ')',
  '“',
  '”',
  '1',
  '1,',
  '12.',
  '万',
  '第一',
  '县',
  '县委',
  '佛冈县',
  '市县',
  '一',
  '和',
  '与',
  '被',
  '获评',
  '推行',
  '印发《甲》',
  '“甲”、',
  '高岗镇',
  '村',
  '第六次、',
  '2023年',
  '委员会',
  '中心',
  '局',
  '(1件',
  '增长5%、',
  '其中1件、',
  '居全国第一、',
  '县司法局、',
  '与县法院联合印发《甲》',
  '9'.repeat(50),
  '甲',
  ' ',
];

function milliseconds(text: string): number {
  const began = performance.now();
  const { mentions } = extract(text);
  const took = performance.now() - began;
  for (const { start, end, text: words } of mentions) expect(words).toBe(text.slice(start, end));
  return took;
}

// Not a benchmark: what grows with the square of the length takes minutes here, what grows with it well under a second.
const LONG_MS = 20_000;

describe('no rule takes more than linear time', () => {
  test.each(PIECES)('one line of nothing but %s', (piece) => {
    const line = piece.repeat(Math.ceil(60_000 / piece.length));
    expect(milliseconds(`${HEAD}${line}\n`)).toBeLessThan(LONG_MS);
  });

  test('one line of 200,000 characters of a real report', () => {
    const [path] = sharedReports();
    const line = readText(path).replace(/\s+/g, '').repeat(20).slice(0, 200_000);
    expect(line).toHaveLength(200_000);
    expect(milliseconds(`${HEAD}${line}\n`)).toBeLessThan(LONG_MS);
  });

  test('any sequence of such pieces', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...PIECES, '\n', '。', ','), { maxLength: 200 }), (pieces) => {
        const text = HEAD + pieces.join('');
        expect(milliseconds(text)).toBeLessThan(LONG_MS);
      }),
      { numRuns: 200 },
    );
  });
});
