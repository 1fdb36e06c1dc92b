import fc from 'fast-check';
import { expect, test } from 'vitest';
import { normalise } from '../../../src/language/normalise.js';

test('full-width letters, digits and marks become half-width', () => {
  expect(normalise('２０２３年，共１００％（含）——至')).toBe('2023年,共100%(含)--至');
});

test('keeps the length, so that offsets stay, and changes nothing the second time', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (text) => {
      const once = normalise(text);
      expect(once).toHaveLength(text.length);
      expect(normalise(once)).toBe(once);
    }),
  );
});
