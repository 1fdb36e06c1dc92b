import { grown } from './growth.js';
import type { Quantity } from './quantity.js';

const SEPARATOR = /[,;。:!?]/;
const REACH = 60;
/** Where the words before a count end that tell what it counts: verbs of reaching, and sums. */
const TRAILING =
  /(?:的情况)?(?:分别|双双|同时|均|已|全部|总数|总计|合计|累计|共计|共有|共|总|达到|达|为|有|约|近|超过|超|突破|至|到|是|了|各|提高|扩大|仅)+$/;
const LEADING =
  /^(?:[,、;\s]|其中|同时|目前|今年以来|今年|全年|当年|去年|我[省市县区镇局]|全[省市县区镇国]|本年度|年内|并|共|已|累计|各|含|实现|高质量|和|与|及|了|[一二三四五六七八九十]是|\([一二三四五六七八九十]+\)|\d{4}年度?)+/;
/** A fresh start within a clause: what stands before it is another matter. */
const FRESH = /今年以来|今年|全年|(?<![公总合累统])共(?![同享建治和有])|我[省市县区镇局]/g;
const AFTER_END = /[,;。:!?\n、()和及并]|(?<!参)与|继续|运用|(?=\d)/;
/** A real growth may be of something other than the nominal level before it. */
const REAL = /实际|名义/;
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

/** The words of the clause before `at` behind those of the clause before it: 农村收入和城镇收入,2000年分别达到. */
export function clauseAndBefore(text: string, at: number, from: number): string {
  const own = clauseBefore(text, at, from);
  const previous = clauseBefore(text, Math.max(from, own.start - 1), from);
  return strip(previous.words) + own.words.replace(/\d{4}年/g, '');
}

/** The words that follow a count and go with it, without the dates among them. */
function wordsAfter(text: string, end: number): string {
  const rest = text.slice(end, end + 44).replace(/\d{4}年度?/g, '');
  const stop = rest.search(AFTER_END);
  return (stop < 0 ? rest : rest.slice(0, stop)).replace(/(工作|等|达|为)$/, '');
}

/**
 * The part of the words before a count that is about it.
 * @param short whether of a long list only the last two items count.
 */
export function about(words: string, short = true): string {
  const title = TITLE_BEHIND.exec(words);
  if (title) return title[1].replace(/[(（][^()（）]*[)）]$/, '');
  let before = strip(words.replace(/^[()、]+/, ''));
  const fresh = [...before.matchAll(FRESH)].at(-1);
  const rest = fresh && strip(before.slice(fresh.index + fresh[0].length));
  if (rest && rest.length >= 4) before = rest.replace(/^.{0,8}?共/, '');
  before = before.replace(TOOL, '').replace(OPENING_NAME, '');
  // Of a list, its last two items; of 对…实施…, what is done.
  if (short && before.length > 24 && before.includes('、')) before = before.split('、').slice(-2).join('、');
  if (before.length > 20) before = before.replace(/^.*(?=实施|开展|举办|组织)/, '');
  return before;
}

/** 赤字率从去年的 | 2.1%提高到 | 2.3%: the second is of what the first is. */
const FROM = /(?<=.{2})(?:由|从)(?:\d{4}年底?|去年底?|上年底?|年初)?的?$/;
const TO =
  /^(?:提高|增加|扩大|上升|上调|提升|增长|下降|降低|下调|减少|回落|压减|压缩|精简|缩减|缩短|调整|优化)(?:到|至|为)(?:去年底?|上年底?|\d{4}年底?)?(?:的)?$/;

/** Whether a quantity is where something moved from, and the next where it moved to. */
export function movesFrom(text: string, { start, end }: Quantity, next: Quantity | undefined): boolean {
  return (
    next !== undefined &&
    FROM.test(text.slice(Math.max(0, start - 24), start)) &&
    TO.test(
      text
        .slice(end, next.start)
        .replace(/\d{4}年的?/, '')
        .trim(),
    )
  );
}

/** The count before in a sentence, and where the sentence's words begin. */
export interface Earlier {
  /** Where it ends; the sentence's beginning where there is none. */
  end: number;
  indicator?: string;
  from: number;
}

/** The words of the clause that ends at `at`, as far as they stand behind the count before. */
export function ownWords(text: string, at: number, { end, from }: Earlier): { words: string; start: number } {
  const { words, start } = clauseBefore(text, at, from);
  const own = end > start && end <= at ? text.slice(end, at) : words;
  return { words: own.replace(/\s*\n\s*/g, ''), start };
}

/**
 * The shortest run of words that tells what a quantity counts: what follows it (54件 | 人大代表建议), else what stands
 * before it in its clause (出具审计报告 | 9份); for a growth with no subject of its own, that of the count before it.
 */
export function indicatorOf(text: string, quantity: Quantity, earlier: Earlier): string {
  // 1套4册: both count the same thing.
  if (earlier.indicator && earlier.end === quantity.start) return earlier.indicator;
  const { words, start } = ownWords(text, quantity.start, earlier);
  if (earlier.indicator && TO.test(words.trim())) return earlier.indicator;
  const before = about(words.replace(FROM, ''));
  if (earlier.indicator && before !== grown(before) && grown(before).length < 2 && !REAL.test(before)) {
    return `${grown(earlier.indicator)}${before}`;
  }
  const after = quantity.measure === 'rate' || FROM.test(words) ? '' : wordsAfter(text, quantity.end);
  // 川沙新镇、三林镇等 | 12个 | 镇: what they are stands behind, however short.
  if (after.length >= 2 || (after && before.endsWith('等'))) {
    // 被抽取的5个单位, 纳入管理的四个事项: the modifier belongs to what follows.
    const modifier = /(?:的|^被.{1,4}|对被.{1,4})$/.test(before) ? before.replace(/^.*对(?=被)/, '') : '';
    const verb = /^(?:开展|办理|处理)$/.test(before) || (before === '对' && after.length > 4) ? before : '';
    return `${modifier || verb}${modifier ? after.replace(/^(.{2,}?)[的进开].*$/, '$1') : after}`;
  }
  if (before.length >= 2) return before;
  // The clause says nothing by itself: 答复率、办结率三个 | 100%.
  const previous = Math.max(earlier.from, start - 1);
  const clause = previous > earlier.end ? about(ownWords(text, previous, earlier).words) : '';
  return before + (after || clause) || clause || (earlier.indicator ?? '');
}
