const DIGITS: Record<string, number> = {
  零: 0, 〇: 0, 一: 1, 二: 2, 两: 2, 三: 3, 四: 4, 五: 5, 六: 6, 七: 7, 八: 8, 九: 9,
  壹: 1, 贰: 2, 叁: 3, 肆: 4, 伍: 5, 陆: 6, 柒: 7, 捌: 8, 玖: 9,
};
const SMALL: Record<string, number> = { 十: 10, 百: 100, 千: 1000, 拾: 10, 佰: 100, 仟: 1000 };
const LARGE: Record<string, number> = { 万: 1e4, 亿: 1e8, 萬: 1e4, 億: 1e8 };

/** The characters that Chinese numerals are written with. */
export const NUMERAL_CHARACTERS = '零〇一二两三四五六七八九十百千万亿';

/**
 * The value of a whole number in Chinese numerals: 三百零五 → 305, 一万二 → 12000, 二〇二三 → 2023.
 * @returns undefined for what is not a well-formed numeral (五五十, 十十).
 */
export function chineseNumber(text: string): number | undefined {
  if (!text) return undefined;
  if (/^[零〇一二三四五六七八九]{2,}$/.test(text)) {
    return /[零〇]/.test(text) || text.length >= 4 ? Number([...text].map((c) => DIGITS[c]).join('')) : undefined;
  }
  let total = 0;
  let section = 0;
  let digit: number | undefined;
  let lastUnit = Number.POSITIVE_INFINITY;
  let lastLarge = Number.POSITIVE_INFINITY;
  for (const c of text) {
    if (c in DIGITS) {
      if (digit !== undefined && digit !== 0) return undefined;
      digit = DIGITS[c];
    } else if (c in SMALL) {
      const unit = SMALL[c];
      if (unit >= lastUnit || digit === 0) return undefined;
      if (digit === undefined && unit !== 10 && text.length > 1 && !/^[百千]/.test(text)) return undefined;
      section += (digit ?? 1) * unit;
      digit = undefined;
      lastUnit = unit;
    } else if (c in LARGE) {
      const large = LARGE[c];
      const whole = section + (digit ?? 0);
      // 万亿 is a unit of its own: what stands before it is multiplied as a whole.
      if (large === 1e8 && whole === 0 && total > 0) total *= large;
      else if (large >= lastLarge) return undefined;
      else if (large === 1e8) total = (total + (whole || 1)) * large;
      else total += (whole || 1) * large;
      section = 0;
      digit = undefined;
      lastUnit = Number.POSITIVE_INFINITY;
      lastLarge = large;
    } else return undefined;
  }
  // 一万二 is 12000, 三百五 is 350: the last digit takes the next unit down.
  if (digit && !/[零〇]/.test(text) && text.length > 2) {
    const before = text[text.length - 2];
    const unit = SMALL[before] ?? LARGE[before];
    if (unit && unit > 10) digit *= unit / 10;
  }
  return total + section + (digit ?? 0);
}
