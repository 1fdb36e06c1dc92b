const DIGITS = '零一二三四五六七八九';
const digit = (c: string): number => (c === '〇' ? 0 : c === '两' ? 2 : DIGITS.indexOf(c));

const POSITIONAL = /^[零〇一二三四五六七八九]{2,}$/;
const D = '[一二两三四五六七八九]';
/** Below ten thousand: 三千零五, 二百一十, 十五, 百; the last digit alone takes the next unit down (三百五). */
const SECTION = new RegExp(`^(?:(${D}?)千)?([零〇]?(${D}?)百)?([零〇]?(${D}?)十)?(?:([零〇]?)(${D}))?$`);

function section(text: string): number | undefined {
  const m = SECTION.exec(text);
  if (!m) return undefined;
  const [, thousands, hundredsPart, hundreds, tensPart, tens, zero, last] = m;
  let value = 0;
  if (thousands !== undefined) value += (thousands ? digit(thousands) : 1) * 1000;
  if (hundredsPart !== undefined) value += (hundreds ? digit(hundreds) : 1) * 100;
  if (tensPart !== undefined) value += (tens ? digit(tens) : 1) * 10;
  if (!last) return value;
  const short = !zero && tensPart === undefined;
  if (short && hundredsPart !== undefined) return value + digit(last) * 10;
  if (short && thousands !== undefined) return value + digit(last) * 100;
  return value + digit(last);
}

/**
 * The value of a whole number in Chinese numerals: 三百零五 → 305, 一万二 → 12000, 二〇二三 → 2023, 三万亿 → 3e12.
 * @returns undefined for what is not a well-formed numeral (五五十, 十十, 第〇).
 */
export function chineseNumber(text: string): number | undefined {
  if (!text) return undefined;
  if (POSITIONAL.test(text)) {
    // 二〇二三 is read digit by digit; 三五 is a few, no number.
    return /[零〇]/.test(text) || text.length >= 4 ? Number([...text].map(digit).join('')) : undefined;
  }
  if (/^[零〇]$/.test(text)) return 0;
  for (const [unit, by] of [
    ['亿', 1e8],
    ['万', 1e4],
  ] as const) {
    const at = text.lastIndexOf(unit);
    if (at < 0) continue;
    const above = at === 0 ? 1 : chineseNumber(text.slice(0, at));
    const rest = text.slice(at + 1);
    if (above === undefined || (unit === '万' && above >= by)) return undefined;
    if (!rest) return above * by;
    // 一万二 is 12000: a lone digit takes the next unit down.
    if (rest.length === 1) return digit(rest) > 0 ? above * by + (digit(rest) * by) / 10 : undefined;
    const below = chineseNumber(rest.replace(/^[零〇]/, ''));
    return below === undefined || below >= by ? undefined : above * by + below;
  }
  return section(text);
}
