import fc from 'fast-check';
import { expect, test } from 'vitest';
import { decimal } from '../../../src/language/decimal.js';

test.each([
  ['117.87', 4, 1178700],
  ['0.1', 0, 0.1],
  ['1.005', 8, 100500000],
  ['10.36', 18, 10.36e18],
  ['007', 0, 7],
])('%s with %i zeros is %d, without binary noise', (digits, zeros, value) => {
  expect(decimal(digits, zeros)).toEqual({ value });
});

test('digits that a double would lose are kept', () => {
  expect(decimal('1234567890123456789')).toEqual({ value: 1234567890123456800, exact: '1234567890123456789' });
  expect(decimal('0.12345678901234567891').exact).toBe('0.12345678901234567891');
});

test('whole numbers that a double holds stay whole', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: Number.MAX_SAFE_INTEGER }), (n) => {
      expect(decimal(String(n))).toEqual({ value: n });
    }),
  );
});
