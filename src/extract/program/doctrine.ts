import { lexicon } from '../../lexicon/load.js';
import { PrefixIndex } from '../../lexicon/prefixIndex.js';

let numbered: PrefixIndex<true> | undefined;

/** The set phrases of doctrine that begin with a numeral (八项规定, 四个意识): their numbers count nothing. */
export function findDoctrine(text: string): { start: number; end: number }[] {
  numbered ??= new PrefixIndex(
    lexicon('phrases')
      .doctrine.filter((phrase) => phrase.length >= 3 && /^[一二两三四五六七八九十百]/.test(phrase))
      .map((phrase) => [phrase, true] as const),
  );
  const found: { start: number; end: number }[] = [];
  for (let i = 0; i < text.length; i++) {
    const phrase = numbered.longestAt(text, i)?.word;
    if (!phrase) continue;
    found.push({ start: i, end: i + phrase.length });
    i += phrase.length - 1;
  }
  return found;
}
