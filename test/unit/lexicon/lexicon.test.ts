import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { lexicon } from '../../../src/lexicon/load.js';
import { PrefixIndex } from '../../../src/lexicon/prefixIndex.js';
import { type LexiconName, lexiconFiles } from '../../../src/lexicon/schema.js';

describe('lexicons', () => {
  test.each(Object.keys(lexiconFiles) as LexiconName[])('%s.yaml is what its schema says', (name) => {
    expect(Object.keys(lexicon(name)).length).toBeGreaterThan(0);
  });
});

describe('PrefixIndex', () => {
  test('the longest word wins, and one that is refused gives way to a shorter', () => {
    const index = new PrefixIndex([
      ['县', 1],
      ['县委', 2],
      ['县委办', 3],
    ]);
    expect(index.longestAt('在县委办公室', 1)?.word).toBe('县委办');
    expect(index.longestAt('在县委办公室', 1, (v) => v < 3)?.word).toBe('县委');
    expect(index.longestAt('在县委办公室', 0)).toBeUndefined();
    expect(index.allAt('县委办', 0).map((e) => e.word)).toEqual(['县委办', '县委', '县']);
  });

  test('finds what a plain search finds', () => {
    const word = fc.stringMatching(/^[甲乙丙]{1,4}$/);
    fc.assert(
      fc.property(fc.uniqueArray(word, { minLength: 1 }), fc.stringMatching(/^[甲乙丙丁]{0,12}$/), (words, text) => {
        const index = new PrefixIndex(words.map((w) => [w, w] as const));
        for (let i = 0; i < text.length; i++) {
          const plain = words.filter((w) => text.startsWith(w, i)).sort((a, b) => b.length - a.length)[0];
          expect(index.longestAt(text, i)?.word).toBe(plain);
        }
      }),
    );
  });
});
