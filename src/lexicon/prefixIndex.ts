interface Entry<T> {
  word: string;
  value: T;
}

/** An index of words that have no value of their own. */
export const wordIndex = (words: readonly string[]): PrefixIndex<true> =>
  new PrefixIndex(words.map((w) => [w, true] as const));

/**
 * Finds the words of a lexicon that begin at a place in a text. Words are kept by their first two characters, longest
 * first, so a look-up costs one or two map accesses where nothing begins.
 */
export class PrefixIndex<T> {
  private readonly byFirst = new Map<number, Map<number, Entry<T>[]>>();

  constructor(entries: Iterable<readonly [string, T]>) {
    for (const [word, value] of entries) {
      if (!word) continue;
      const first = word.charCodeAt(0);
      const second = word.length > 1 ? word.charCodeAt(1) : 0;
      const bySecond = this.byFirst.get(first) ?? new Map<number, Entry<T>[]>();
      this.byFirst.set(first, bySecond);
      const list = bySecond.get(second) ?? [];
      bySecond.set(second, list);
      list.push({ word, value });
    }
    for (const bySecond of this.byFirst.values())
      for (const list of bySecond.values()) list.sort((a, b) => b.word.length - a.word.length);
  }

  /** The first two characters (UTF-16 code units) of its words; 0 for the second of a word of one. */
  *beginnings(): Generator<[number, number]> {
    for (const [first, bySecond] of this.byFirst) for (const second of bySecond.keys()) yield [first, second];
  }

  /** The longest word that begins at `at` (and that `accept` takes), with its value; undefined where none does. */
  longestAt(text: string, at: number, accept?: (value: T, end: number) => boolean): Entry<T> | undefined {
    const bySecond = this.byFirst.get(text.charCodeAt(at));
    if (!bySecond) return undefined;
    for (const second of [text.charCodeAt(at + 1), 0]) {
      for (const entry of bySecond.get(second) ?? []) {
        if (text.startsWith(entry.word, at) && (!accept || accept(entry.value, at + entry.word.length))) return entry;
      }
    }
    return undefined;
  }

  /** Every word that begins at `at`, longest first. */
  allAt(text: string, at: number): Entry<T>[] {
    const bySecond = this.byFirst.get(text.charCodeAt(at));
    if (!bySecond) return [];
    return [text.charCodeAt(at + 1), 0].flatMap((second) =>
      (bySecond.get(second) ?? []).filter((entry) => text.startsWith(entry.word, at)),
    );
  }
}
