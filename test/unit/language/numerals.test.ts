import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { chineseNumber } from '../../../src/language/numerals.js';

/** An independent writer of numerals, digit by digit, for the round trip. */
function written(n: number): string {
  const digits = '零一二三四五六七八九';
  if (n === 0) return '零';
  const section = (value: number) => {
    let out = '';
    let gap = false;
    for (const [unit, name] of [
      [1000, '千'],
      [100, '百'],
      [10, '十'],
      [1, ''],
    ] as const) {
      const d = Math.floor(value / unit) % 10;
      if (d === 0) gap = out !== '';
      else {
        if (gap) out += '零';
        gap = false;
        out += digits[d] + name;
      }
    }
    return out;
  };
  const parts: string[] = [];
  for (const [unit, name] of [
    [1e8, '亿'],
    [1e4, '万'],
    [1, ''],
  ] as const) {
    const value = Math.floor(n / unit) % 1e4;
    if (value === 0) continue;
    const lead = parts.length > 0 && value < 1000 ? '零' : '';
    parts.push(lead + section(value) + name);
  }
  return parts.join('');
}

describe('chineseNumber', () => {
  test.each([
    ['三', 3],
    ['两', 2],
    ['十', 10],
    ['十五', 15],
    ['二十', 20],
    ['一百零五', 105],
    ['三百五', 350],
    ['三千五', 3500],
    ['一万二', 12000],
    ['二〇二三', 2023],
    ['一万亿', 1e12],
    ['三万亿', 3e12],
    ['百', 100],
    ['零', 0],
    ['两万三千', 23000],
  ])('%s is %d', (text, value) => {
    expect(chineseNumber(text)).toBe(value);
  });

  test.each(['', '五五', '十十', '百百', '一二', '第〇', '万万万'])('%s is no numeral', (text) => {
    expect(chineseNumber(text)).toBeUndefined();
  });

  test('reads what an independent writer writes', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 999_999_999_999 }), (n) => {
        expect(chineseNumber(written(n))).toBe(n);
      }),
    );
  });
});
