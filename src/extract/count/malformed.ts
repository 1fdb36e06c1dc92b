import { chineseNumber } from '../../language/numerals.js';
import { stickyAt } from '../../language/sticky.js';
import { isUnit } from './units.js';

/** A number that is written in a way that gives no value. */
export interface Malformed {
  start: number;
  end: number;
  message: string;
}

/** Digits with all the points, commas and signs of per cent that hang on them. */
const DIGITS_RUN = /\d+(?:[.,]\d+)*[%‰]*/y;
const THOUSANDS = /^\d{1,3}(?:,\d{3})+(?:\.\d+)?$/;
const CHINESE = /[零〇一二两三四五六七八九十百千万亿]{2,24}/y;
const ORDINAL_ZERO = /第[零〇0](?!\d)/y;
/** 三五件, 二十七八个: two digits in a row are about so many; 十四五 is a five-year plan. */
const ABOUT = /([一二三四五六七八九])(?=([二三四五六七八九]))/g;
const SCALES_ONLY = /^[百千万亿]+$/;
const PLAN = /^十[一二三四五]五$/;

const isAbout = (numeral: string) =>
  [...numeral.matchAll(ABOUT)].some(([, a, b]) => [1, 2].includes((chineseNumber(b) ?? 0) - (chineseNumber(a) ?? 0)));

function inDigits(text: string, at: number): [string, string] | undefined {
  const run = stickyAt(DIGITS_RUN, text, at) ?? '';
  const number = run.replace(/[%‰]+$/, '');
  if (run.length - number.length > 1) return [run, 'two signs of per cent'];
  const points = number.split('.').length - 1;
  if (points > 1) return isUnit(text, at + run.length) ? [run, 'several decimal points'] : undefined;
  if (!number.includes(',') || THOUSANDS.test(number) || !isUnit(text, at + number.length)) return undefined;
  return [number, 'digits that commas do not group in threes'];
}

function inCharacters(text: string, at: number): [string, string] | undefined {
  const numeral = stickyAt(CHINESE, text, at);
  // 亿万人民, 千千万万个: many, no number.
  if (
    !numeral ||
    SCALES_ONLY.test(numeral) ||
    chineseNumber(numeral) !== undefined ||
    isAbout(numeral) ||
    PLAN.test(numeral)
  )
    return undefined;
  return isUnit(text, at + numeral.length, true) ? [numeral, 'no number in Chinese numerals'] : undefined;
}

/**
 * The malformed number that begins at `at` (1,23,4件, 五五件, 100%%, 第〇): it gets no value, rather than a wrong one.
 * @returns undefined where what stands there is well-formed, or no number with a unit.
 */
export function malformedAt(text: string, at: number): Malformed | undefined {
  const before = text[at - 1] ?? '';
  if (/\d/.test(text[at])) {
    if (/[\d.,A-Za-z]/.test(before)) return undefined;
    const found = inDigits(text, at);
    return found && { start: at, end: at + found[0].length, message: `${found[1]}: no value is read` };
  }
  const ordinal = stickyAt(ORDINAL_ZERO, text, at);
  if (ordinal) return { start: at, end: at + ordinal.length, message: 'an ordinal of zero: no value is read' };
  if (/[零〇一二两三四五六七八九十百千万亿第]/.test(before)) return undefined;
  const found = inCharacters(text, at);
  return found && { start: at, end: at + found[0].length, message: `${found[1]}: no value is read` };
}

const STARTS = /[\d零〇一二两三四五六七八九十百千万亿第]/g;

/**
 * The malformed numbers of a text.
 * @param free tells whether a stretch is not part of a name.
 */
export function findMalformed(text: string, free: (start: number, end: number) => boolean): Malformed[] {
  const found: Malformed[] = [];
  let last = 0;
  for (const { index } of text.matchAll(STARTS)) {
    const bad = index < last ? undefined : malformedAt(text, index);
    if (!bad || !free(bad.start, bad.end)) continue;
    found.push(bad);
    last = bad.end;
  }
  return found;
}
