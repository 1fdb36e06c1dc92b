import type { Quantity } from './quantity.js';

const SEPARATOR = /[,;。:!?\n]/;
const REACH = 60;
/** Where the words before a count end that tell what it counts: verbs of reaching, and sums. */
const TRAILING =
  /(?:的情况)?(?:同时|均|已|全部|总数|总计|合计|累计|共计|共有|共|总|达到|达|为|有|约|近|超过|超|突破|至|到|是|了|各|提高|扩大|仅)+$/;
const LEADING =
  /^(?:[,、;\s]|其中|同时|目前|今年以来|今年|全年|当年|去年|我[省市县区镇局]|全[省市县区镇国]|本年度|年内|并|共|已|累计|各|含|实现|高质量|和|与|及|了|[一二三四五六七八九十]是|\([一二三四五六七八九十]+\)|\d{4}年度?)+/;
/** A fresh start within a clause: what stands before it is another matter. */
const FRESH = /今年以来|今年|全年|(?<![公总合累统])共(?![同享建治和有])|我[省市县区镇局]/g;
const AFTER_END = /[,;。:!?\n、()和及与并]|继续|运用|(?=\d)/;
const GROWTH =
  /(?:同比|环比|比上年|较上年|年均|比去年|较去年)?(?:增长|下降|提高|增加|减少|上升|降低|上涨|回落|提升|增幅|降幅)/;
const TITLE_BEHIND = /《([^《》]+)》[^《》等]{0,5}$/;
const TOOL = /^.*(?:运用|通过|利用|使用|依托)[“"][^”"]+[”"](?:平台|系统)?/;
const OPENING_NAME = /^[“"][^”"]+[”"](?=[^”"]{4,}$)/;

const strip = (words: string) => {
  let before = words;
  for (;;) {
    const next = before.replace(LEADING, '').replace(TRAILING, '').trim();
    if (next === before) return next;
    before = next;
  }
};

function clauseBefore(text: string, at: number, from: number): { words: string; start: number } {
  let start = at;
  while (start > from && at - start < REACH && !SEPARATOR.test(text[start - 1])) start--;
  // A title that the reach cuts through is left out whole.
  const words = text.slice(start, at);
  const cut = words.indexOf('》');
  const open = words.indexOf('《');
  return { words: cut >= 0 && (open < 0 || open > cut) ? words.slice(cut + 1).replace(/^等/, '') : words, start };
}

/** The words that follow a count and go with it, without the dates among them. */
function wordsAfter(text: string, end: number): string {
  const rest = text.slice(end, end + 44).replace(/\d{4}年度?/g, '');
  const stop = rest.search(AFTER_END);
  return (stop < 0 ? rest : rest.slice(0, stop)).replace(/(工作|等|达|为)$/, '');
}

/** What is left of a clause behind the count before: 完成474项政务数据资源和 | 11个自建系统. */
function sinceLastCount(words: string, counted: readonly string[]): string {
  let from = 0;
  for (const c of counted) {
    const at = words.lastIndexOf(c);
    if (at >= 0) from = Math.max(from, at + c.length);
  }
  return words.slice(from);
}

/** The part of the words before a count that is about it. */
function about(words: string): string {
  const title = TITLE_BEHIND.exec(words);
  if (title) return title[1].replace(/[(（][^()（）]*[)）]$/, '');
  let before = strip(words.replace(/^[()、]+/, ''));
  const fresh = [...before.matchAll(FRESH)].at(-1);
  const rest = fresh && strip(before.slice(fresh.index + fresh[0].length));
  if (rest && rest.length >= 4) before = rest.replace(/^.{0,8}?共/, '');
  before = before.replace(TOOL, '').replace(OPENING_NAME, '');
  // Of a list, its last two items; of 对…实施…, what is done.
  if (before.length > 24 && before.includes('、')) before = before.split('、').slice(-2).join('、');
  if (before.length > 20) before = before.replace(/^.*(?=实施|开展|举办|组织)/, '');
  return before;
}

/**
 * The shortest run of words that tells what a quantity counts: what follows it (54件 | 人大代表建议), else what stands
 * before it in its clause (出具审计报告 | 9份); for a growth with no subject of its own, that of the count before it.
 * @param earlier the count before in the sentence: its end and its indicator; and the texts of all before; where the sentence's words begin.
 */
export function indicatorOf(
  text: string,
  quantity: Quantity,
  earlier: { end: number; indicator?: string; counted: readonly string[]; from: number },
): string {
  // 1套4册: both count the same thing.
  if (earlier.indicator && earlier.end === quantity.start) return earlier.indicator;
  const { words, start } = clauseBefore(text, quantity.start, earlier.from);
  const own = sinceLastCount(words, earlier.counted);
  const before = about(own);
  if (GROWTH.test(before) && before.replace(GROWTH, '').length < 2 && earlier.indicator) {
    return `${earlier.indicator.replace(GROWTH, '')}${before}`;
  }
  const after = quantity.measure === 'rate' ? '' : wordsAfter(text, quantity.end);
  if (after.length >= 2) {
    // 被抽取的5个单位, 纳入管理的四个事项: the modifier belongs to what follows.
    const modifier = /(?:的|^被.{1,4}|对被.{1,4})$/.test(before) ? before.replace(/^.*对(?=被)/, '') : '';
    const verb = /^(?:开展|办理|处理)$/.test(before) || (before === '对' && after.length > 4) ? before : '';
    return `${modifier || verb}${modifier ? after.replace(/^(.{2,}?)[的进开].*$/, '$1') : after}`;
  }
  if (before.length >= 2) return before;
  // The clause says nothing by itself: 答复率、办结率三个 | 100%.
  const clause = about(
    sinceLastCount(clauseBefore(text, Math.max(earlier.from, start - 1), earlier.from).words, earlier.counted),
  );
  return before + (after || clause) || clause;
}
