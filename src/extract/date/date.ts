import { chineseNumber } from '../../language/numerals.js';
import { Spans } from '../spans.js';

/** An explicit calendar expression: 2023年, 2022年度, 2024年1月22日, 12月, 2019-2023年. */
export interface DateMention {
  type: 'Date';
  start: number;
  end: number;
  /** YYYY, YYYY-MM, YYYY-MM-DD or --MM where the year is not told; a range as from/to. */
  value: string;
}

const C = '[〇零○Ｏ一二三四五六七八九十]';
const YEAR = `(?:(?<![\\d.])(?:19|20)\\d{2}|(?:一九|二[〇零○])${C}{2})`;
const PATTERNS: readonly RegExp[] = [
  new RegExp(`${YEAR}[-/.](?:1[0-2]|0?[1-9])[-/.](?:3[01]|[12]\\d|0?[1-9])(?![\\d.])`, 'g'),
  new RegExp(`${YEAR}(?:年)?(?:-|至|到)${YEAR}(?:年度|年)`, 'g'),
  new RegExp(`${YEAR}年(?:1[0-2]|[1-9])(?:-|至|到)(?:1[0-2]|[1-9])月(?:份)?`, 'g'),
  new RegExp(`${YEAR}(?:年度|年)(?:(?:1[0-2]|0?[1-9]|${C}{1,2})月(?:(?:3[01]|[12]\\d|0?[1-9]|${C}{1,3})日)?)?`, 'g'),
  /(?<![\d.年-])(?:1[0-2]|[1-9])(?:-|至|到)(?:1[0-2]|[1-9])月(?:份)?/g,
  /(?<![\d.年-])(?:1[0-2]|0?[1-9])月(?:(?:3[01]|[12]\d|0?[1-9])日)?/g,
];

const number = (digits: string) =>
  /^\d+$/.test(digits) ? Number(digits) : chineseNumber(digits.replaceAll('○', '〇'));
const two = (n: number | undefined) => String(n ?? 0).padStart(2, '0');

function calendarValue(text: string): string {
  const range = /^(.+?)年?(?:-|至|到)(.+?)年度?$/.exec(text);
  if (range && !text.includes('月') && /^\D*\d{4}\D|^[一二]/.test(text) && !/^\d{4}-\d{1,2}-/.test(text)) {
    return `${number(range[1])}/${number(range[2])}`;
  }
  const whole = /^(.{4})[-/.年]度?(?:(.{1,2}?)(?:(?:-|至|到)\d+)?[-/.月]份?(?:(.{1,3}?)日?)?)?$/.exec(text);
  if (whole)
    return [String(number(whole[1])), ...[whole[2], whole[3]].filter(Boolean).map((p) => two(number(p)))].join('-');
  const month = /^(\d{1,2})(?:(?:-|至|到)\d{1,2})?月(?:份)?(?:(\d{1,2})日)?$/.exec(text);
  return month ? `--${two(Number(month[1]))}${month[2] ? `-${two(Number(month[2]))}` : ''}` : text;
}

/** Finds dates; the longer expression wins where two begin together. @param text normalised text. */
export function findDates(text: string): DateMention[] {
  const found = new Spans<DateMention>();
  for (const pattern of PATTERNS) {
    const dates = [...text.matchAll(pattern)].map((m) => ({ start: m.index, end: m.index + m[0].length, words: m[0] }));
    found.addAll(dates.map(({ start, end, words }) => ({ type: 'Date', start, end, value: calendarValue(words) })));
  }
  return found.inOrder();
}
