import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { fingerprint } from '../../../src/language/fingerprint.js';
import { standing, type Turn } from '../../../src/store/turns.js';

const turn = (order: number, source: string, text: string): Turn => ({
  order: `2026-01-01 ${order}`,
  source,
  fingerprint: fingerprint(text),
});

/** How a report stands after its texts came one after the other. */
function come(turns: readonly Turn[]) {
  let known: string[] = [];
  let last = standing(turns[0], known);
  for (const t of turns) {
    last = standing(t, known);
    known = last.texts.map((k) => JSON.stringify(k));
  }
  return last;
}

describe('which text of a report counts', () => {
  test('the last that was put in, whichever comes first; where else it was found is kept', () => {
    const turns = [turn(1, 'a', '办案8件。'), turn(2, 'b', '办案9件。'), turn(3, 'c', '办案 8 件。')];
    for (const order of [turns, [...turns].reverse()])
      expect(come(order)).toMatchObject({ first: { source: 'c' }, alsoAt: ['a'] });
  });

  test('an older text of a source that comes again changes nothing', () => {
    const [old, fresh] = [turn(1, 'a', '办案8件。'), turn(2, 'a', '办案9件。')];
    expect(come([old, fresh, old])).toEqual(come([fresh]));
  });

  test('the order and the number of times in which texts come do not matter', () => {
    const turns = fc
      .array(fc.tuple(fc.constantFrom('a', 'b', 'c', 'd'), fc.constantFrom('办案8件。', '办案9件。', '印发办法。')), {
        minLength: 1,
        maxLength: 8,
      })
      .map((list) => list.map(([source, text], i) => turn(i, source, text)));
    const arranged = turns.chain((list) =>
      fc.tuple(fc.constant(list), fc.shuffledSubarray([...list, ...list], { minLength: 2 * list.length })),
    );
    fc.assert(
      fc.property(arranged, ([list, shuffled]) => {
        expect(come(shuffled)).toEqual(come(list));
      }),
    );
  });
});
