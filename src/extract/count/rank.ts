import { chineseNumber } from '../../language/numerals.js';
import type { Statement } from '../../read/reading.js';
import { about } from './indicator.js';
import type { Bound } from './quantity.js';

/** A place in an order: 第三名, 居全国第二, 全省前十. */
export interface RankMention {
  type: 'Rank';
  start: number;
  end: number;
  text: string;
  /** 1 is the first. Of 前十 it is 10, with the bound `at most`. */
  value: number;
  unit: '位';
  measure: 'rank';
  bound: Bound;
  /** The words that tell what is ranked. */
  indicator: string;
}

const N = '[一二三四五六七八九十百]{1,4}|\\d{1,3}';
const SCOPE = '(?:全国|全省|全市|全区|全州|全县|全自治区|全球|世界|亚洲|同类|[东中西]部|省内|国内|省|市)[一-龥]{0,4}?';
const PLACED = '(?:排名?|位居|位列|居|列|跃居|升至|升到|排在|位次|荣获|荣膺|获|取得|名列)';
const BEHIND = '(?![一-龥\\d])|(?=的|和|与|并|以)';
const RANKS = new RegExp(
  [
    `第(${N})(?:名|位)(?!数|置|于|元)`,
    `(?<=${PLACED}(?:${SCOPE})?|${SCOPE})第(${N})(?:${BEHIND})`,
    `(?<=${SCOPE})前(${N})(?:名|位|强)?(?:${BEHIND})`,
    `(?<=${PLACED}(?:${SCOPE})?|${SCOPE})首位`,
  ].join('|'),
  'y',
);
const STARTS = /[第前首]/g;
/** 摆在第一位, 第一位的: importance, not a place in an order. */
const FIGURATIVE = /(?:摆在|放在|作为|置于|放到|列为|永远|始终)[^,。;]{0,4}$/;
/** What leads to the rank and is no part of what is ranked: 稳居, 从全国第8位升至, and numbers told beside it. */
const TAIL =
  /(?:[从由](?:.{0,8}第.*|\d.*|上年|去年)?|(?:增长|突破|达到?|超过?)?\d[\d.,]*(?:万亿|[万亿])?[一-龥%]{0,4}|[稳跃提保均]|我[省市县区州旗镇乡局厅]|保持|进入|提升|[上提]升[至到为]?|突破|达到?|排位|规模保持|连续.{1,3}年|双双|[比较][上去]年|年|、)$/;
const LEAD = new RegExp(`(?:${PLACED}|${SCOPE}|总?排名|连续[一-龥\\d]{1,3}年)+$`);
const CLAUSE = /[^,;。:!?\n]*$/;

/** @param numeral undefined for 首位. */
const rankValue = (numeral = '1') => (/^\d/.test(numeral) ? Number(numeral) : chineseNumber(numeral));

function subjectOfRank(clause: string): string {
  let words = clause.replace(LEAD, '');
  for (let next = words.replace(TAIL, ''); next !== words; next = words.replace(TAIL, '')) words = next;
  return about(words.replace(LEAD, ''));
}

/** Clauses that only go on about what an earlier one named: 年均增长10.6%, 比上年增长9%. */
const GOES_ON = /^(?:年均|同比|[比较]|增|下降|由|从|连续|总量|$)/;
const CLAUSES_BACK = 4;

/** What is ranked: the words of the clause before the rank, else of an earlier one of the sentence. */
function ranked(text: string, from: number, at: number): string {
  let end = at;
  let first = '';
  for (let i = 0; i < CLAUSES_BACK && end > from; i++) {
    const clause = CLAUSE.exec(text.slice(Math.max(from, end - 60), end))?.[0] ?? '';
    const words = GOES_ON.test(clause) ? '' : subjectOfRank(clause);
    if (words.length >= 2) return words;
    first ||= words;
    end -= clause.length + 1;
  }
  return first;
}

/**
 * Finds ranks. @param free tells whether a stretch is not part of a name.
 */
export function findRanks(
  text: string,
  statements: readonly Statement[],
  free: (start: number, end: number) => boolean,
): RankMention[] {
  const found: RankMention[] = [];
  let s = 0;
  for (const { index: start } of text.matchAll(STARTS)) {
    while (s < statements.length && statements[s].end <= start) s++;
    const body = statements[s]?.body ?? text.length;
    if (start < body) continue;
    RANKS.lastIndex = start;
    const m = RANKS.exec(text);
    const value = m && rankValue(m[1] ?? m[2] ?? m[3]);
    if (!m || !value || FIGURATIVE.test(text.slice(Math.max(body, start - 10), start))) continue;
    const end = start + m[0].length;
    if (!free(start, end)) continue;
    found.push({
      type: 'Rank',
      start,
      end,
      text: m[0],
      value,
      unit: '位',
      measure: 'rank',
      bound: m[3] ? 'at most' : 'exact',
      indicator: ranked(text, body, start),
    });
  }
  return found;
}
