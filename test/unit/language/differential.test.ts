import fc from 'fast-check';
import nzh from 'nzh';
import { expect, test } from 'vitest';
import { chineseNumber } from '../../../src/language/numerals.js';

/** Whole numbers of every length that reports write out, up to ten thousand 亿. */
const numbers = fc.integer({ min: 1, max: 12 }).chain((length) => fc.integer({ min: 0, max: 10 ** length }));

test('10,000 numbers, written by another converter, are read back', () => {
  fc.assert(
    fc.property(numbers, (n) => {
      expect(chineseNumber(nzh.cn.encodeS(n)), nzh.cn.encodeS(n)).toBe(n);
      expect(chineseNumber(nzh.cn.encodeS(n, { tenMin: false })), nzh.cn.encodeS(n, { tenMin: false })).toBe(n);
    }),
    { numRuns: 10_000, seed: 20231231 },
  );
});
