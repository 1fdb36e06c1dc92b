import { decimal } from '../../language/decimal.js';
import { chineseNumber } from '../../language/numerals.js';
import { type Measure, units } from './units.js';

export type Bound = 'exact' | 'about' | 'at least' | 'at most';

/** A number with its unit as it stands in a text. */
export interface Quantity {
  start: number;
  end: number;
  /** Units of 万 and 亿 multiplied out; a percentage keeps its own scale; of a range the lower end. */
  value: number;
  /** The exact decimal, where a double would lose digits of it. */
  exact?: string;
  /** Empty where the text has none. */
  unit: string;
  measure: Measure;
  bound: Bound;
}

const ARABIC = /(?:\d{1,3}(?:,\d{3})+|\d+)(?:\.\d+)?/y;
/** A scale may stand behind a space or, in text cut from a page, a line of its own: 39.8 万亿元. */
const SCALE = /([余多]?)(?:\s{1,3}(?=[余多]?万?[亿万]))?(百万|千万|万亿|亿|万|千|百)?([余多]?)(亿{0,2})/y;
const CHINESE =
  /百分之([零〇一二两三四五六七八九十百点]{1,16})|([一二两三四五六七八九十]{1,8})分之([一二两三四五六七八九十]{1,8})|[零〇一二两三四五六七八九十百千万亿]{1,24}/y;
const NUMERAL = /[零〇一二两三四五六七八九十百千万亿]/;
const VAGUE = /(?:数|几|上|超|近)?(?:[百千万亿十]{1,3})/y;
/** The powers of ten of the scales. */
const SCALES: Record<string, number> = { 百: 2, 千: 3, 万: 4, 百万: 6, 千万: 7, 亿: 8, 万亿: 12 };
/** No number of a report has more digits; what has is no number. */
const LONGEST = 40;
const DIGIT = /\d/;

function sticky(pattern: RegExp, text: string, at: number): RegExpExecArray | null {
  pattern.lastIndex = at;
  return pattern.exec(text);
}

interface Numeral {
  end: number;
  value: number;
  exact?: string;
  loose: boolean;
  arabic: boolean;
  scaled: boolean;
  unit?: string;
}

/** 1亿3千多万, 3亿5000万: each part with its own unit. */
const MIXED = /(\d{1,9})(万亿|亿)(\d{1,9}(?:\.\d{1,9})?)(千|百)?([余多]?)(亿|万)([余多]?)/y;

function mixedAt(text: string, at: number): Numeral | undefined {
  const m = sticky(MIXED, text, at);
  if (!m || SCALES[m[2]] <= SCALES[m[6]]) return undefined;
  const [whole, above, upper, below, by, more, lower, loose] = m;
  const lowerZeros = SCALES[lower] + (by ? SCALES[by] : 0);
  const value = decimal(above, SCALES[upper]).value + decimal(below, lowerZeros).value;
  return { end: at + whole.length, value, loose: Boolean(more || loose), arabic: true, scaled: true };
}

function arabicAt(text: string, at: number): Numeral | undefined {
  const mixed = mixedAt(text, at);
  if (mixed) return mixed;
  const m = sticky(ARABIC, text, at);
  if (!m || m[0].length > LONGEST) return undefined;
  const scale = sticky(SCALE, text, at + m[0].length);
  // 3万多亿元
  const zeros = (scale?.[2] ? SCALES[scale[2]] : 0) + SCALES.亿 * (scale?.[4]?.length ?? 0);
  const loose = Boolean(scale?.[1] || scale?.[3]);
  const number = decimal(m[0].replaceAll(',', ''), zeros);
  return { end: at + m[0].length + (scale?.[0].length ?? 0), ...number, loose, arabic: true, scaled: zeros > 0 };
}

function chineseAt(text: string, at: number): Numeral | undefined {
  const m = sticky(CHINESE, text, at);
  // A numeral is read whole: not from its middle, and not one that goes on for ever.
  if (!m || NUMERAL.test(text[at - 1] ?? '') || NUMERAL.test(text[at + m[0].length] ?? '')) return undefined;
  const end = at + m[0].length;
  if (m[1]) {
    const [whole, fraction] = m[1].split('点');
    const value = Number(
      `${chineseNumber(whole)}${fraction ? `.${[...fraction].map((c) => chineseNumber(c)).join('')}` : ''}`,
    );
    return Number.isNaN(value) ? undefined : { end, value, loose: false, arabic: false, scaled: false, unit: '%' };
  }
  if (m[2]) {
    const [below, above] = [chineseNumber(m[2]), chineseNumber(m[3])];
    return below && above !== undefined
      ? { end, value: above / below, loose: false, arabic: false, scaled: false, unit: '' }
      : undefined;
  }
  // 突破万亿元 states a number; (单位:万元), 万家灯火 and 亿元以上 do not.
  const bare = /^[万亿]/.test(m[0]) && !(m[0] === '万亿' && !/单位:$/.test(text.slice(at - 3, at)));
  const value = bare ? undefined : chineseNumber(m[0]);
  if (value === undefined) return undefined;
  const loose = /[余多]/.test(text[end] ?? '');
  return { end: end + (loose ? 1 : 0), value, loose, arabic: false, scaled: false };
}

const COMPOUND = /\/[一-龥A-Za-z]{1,4}/y;

function unitAt(text: string, at: number): { form: string; measure: Measure } | undefined {
  const found = units().units.longestAt(text, at);
  if (!found) return undefined;
  const per = sticky(COMPOUND, text, at + found.word.length)?.[0] ?? '';
  const form =
    found.word +
    (per && (units().units.longestAt(per, 1)?.word === per.slice(1) || /^\/[人日天年户]/.test(per)) ? per : '');
  return { form, measure: found.value.measure };
}

/** 近百件, 上千名, 数百家: a lone 百 千 万 with what makes it vague. */
function vagueAt(text: string, at: number): Numeral | undefined {
  const m = sticky(VAGUE, text, at);
  if (!m || !/^[数几上超近]/.test(m[0]) || /[最附]/.test(text[at - 1] ?? '')) return undefined;
  const value = chineseNumber(m[0].slice(1));
  if (value === undefined || value < 10) return undefined;
  const loose = /[余多]/.test(text[at + m[0].length] ?? '');
  return { end: at + m[0].length + (loose ? 1 : 0), value, loose: true, arabic: false, scaled: false };
}

function boundOf(text: string, start: number, numeral: Numeral, prefix: string, suffix: string): Bound {
  const before = text.slice(Math.max(0, start - 4), start);
  if (/(超过|突破|超|不少于|不低于|至少|逾|高于|达到或超过)$/.test(before) || suffix === '以上' || prefix === '逾')
    return 'at least';
  if (/(不超过|不高于|低于|控制在|至多|不到|不足)$/.test(before) || suffix === '以下' || suffix === '以内')
    return 'at most';
  if (prefix || suffix) return 'about';
  return numeral.loose ? 'at least' : 'exact';
}

/** Whether a numeral in characters with this unit is a count and not part of a word (一起, 三方, 一个). */
function chineseCounts(text: string, start: number, numeral: Numeral, unit: string): boolean {
  const { chinese, oneIsCount, notUnits } = units();
  if (/[“‘"'<]/.test(text[start - 1] ?? '')) return false;
  if (/[第周初其头零〇一二两三四五六七八九十百千万亿.\d]/.test(text[start - 1] ?? '')) return false;
  if (!chinese.has(unit)) return false;
  // 三个100% says how many rates follow; it counts nothing by itself.
  if (/^\d/.test(text.slice(numeral.end + unit.length))) return false;
  const rest = text.slice(numeral.end, numeral.end + 4);
  if (notUnits.some((w) => w !== unit && w.length > unit.length && rest.startsWith(w))) return false;
  if (numeral.value !== 1) return true;
  return oneIsCount.has(unit) && !/[第再又新上下首这那同另进]/.test(text[start - 1] ?? '');
}

/** Whether a number in digits may begin here: not inside a longer one, a model's name (C919) or an expression (1+2). */
function digitsMayBegin(text: string, at: number): boolean {
  const previous = text[at - 1] ?? '';
  if (/[\d.第+*×/A-Za-z]/.test(previous)) return false;
  return !(previous === '-' && /[\dA-Za-z]/.test(text[at - 2] ?? ''));
}

/** The number that begins at `at`, with the whole range where it is one end of one. */
function numeralAt(text: string, at: number): Numeral | undefined {
  if (!DIGIT.test(text[at])) return vagueAt(text, at) ?? chineseAt(text, at);
  if (!digitsMayBegin(text, at)) return undefined;
  const from = arabicAt(text, at);
  const to = from && range(text, from);
  return from && to ? { ...from, end: to.end, scaled: from.scaled || to.scaled } : from;
}

/** The quantity whose number begins at `at`; undefined for dates, durations, ordinals and numbers in names. */
export function quantityAt(text: string, at: number): Quantity | undefined {
  const numeral = numeralAt(text, at);
  if (!numeral || (units().time.longestAt(text, numeral.end) && !unitBeatsTime(text, numeral.end))) return undefined;
  if (numeral.unit !== undefined) return bounded(text, at, numeral, numeral.unit, 'rate');
  const unit = unitAt(text, numeral.end);
  // 2.0版 is an edition.
  if (unit?.form === '版') return undefined;
  const form = unit?.form ?? '';
  // 2220万 stands without a unit; a bare 1310 counts nothing.
  const bare = numeral.scaled && !/[+A-Za-z\d]/.test(text[numeral.end] ?? '');
  if (!unit && !bare) return undefined;
  const vague = numeral.loose && /[数几上超近]/.test(text[at]);
  if (!numeral.arabic && !vague && !chineseCounts(text, at, numeral, form)) return undefined;
  return bounded(text, at, { ...numeral, end: numeral.end + form.length }, form, unit?.measure ?? 'quantity');
}

/** 人天 is a unit although 天 alone is time. */
function unitBeatsTime(text: string, at: number): boolean {
  const unit = units().units.longestAt(text, at)?.word.length ?? 0;
  return unit > (units().time.longestAt(text, at)?.word.length ?? 0);
}

/** The other end of a range: 3-5件, 5%-5.5%, 10万至20万元. */
function range(text: string, from: Numeral): Numeral | undefined {
  const unit = unitAt(text, from.end)?.form ?? '';
  const joint = from.end + (unit === '%' ? 1 : 0);
  if (!/[-至到]/.test(text[joint] ?? '') || !DIGIT.test(text[joint + 1] ?? '')) return undefined;
  const to = arabicAt(text, joint + 1);
  return to && (unit !== '%' || text[to.end] === '%') ? to : undefined;
}

function bounded(text: string, at: number, numeral: Numeral, unit: string, measure: Measure): Quantity {
  const { before, after, notApproximator } = units();
  const prefix =
    before.find((w) => text.startsWith(w, at - w.length) && !notApproximator.has(text[at - w.length - 1] ?? '')) ?? '';
  const suffix = after.find((w) => text.startsWith(w, numeral.end)) ?? '';
  const start = at - prefix.length;
  return {
    start,
    end: numeral.end + suffix.length,
    value: numeral.value,
    ...(numeral.exact && { exact: numeral.exact }),
    unit,
    measure,
    bound: boundOf(text, start, numeral, prefix, suffix),
  };
}
