/**
 * Courts and procuratorates that their place's name alone does not tell: numbered ones (东莞市第三人民法院,
 * 市第一中级人民法院) and those of a field (铁路运输法院, 知识产权法院).
 */
const NUMBERED = /第[一二三四五六七八九十]{1,2}(?:市区)?(?:中级)?(?:人民)?(?:法院|检察院)/y;
const OF_FIELD = /(?:[一-龥]{2,3})?(?:铁路运输|海事|知识产权|互联网|金融)(?:中级)?(?:法院|检察院)/y;

/** The words of such a court that stand at a place; undefined where none does. */
export function courtAt(text: string, at: number): string | undefined {
  for (const pattern of [NUMBERED, OF_FIELD]) {
    pattern.lastIndex = at;
    const words = pattern.exec(text)?.[0];
    if (words) return words;
  }
  return undefined;
}
