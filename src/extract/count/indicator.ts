import type { Quantity } from './quantity.js';

const SEPARATOR = /[,;。:!?\n]/;
/** Where the words before a count end that tell what it counts: verbs of reaching, and sums. */
const TRAILING = /(?:的情况)?(?:同时|均|已|全部|总数|总计|合计|累计|共计|共有|共|总|达到|达|为|有|约|近|超过|超|突破|至|到|的|是|了|各|提高|扩大|仅)+$/;
const LEADING = /^(?:[,、;\s]|其中|同时|目前|今年以来|今年|全年|当年|去年|我[省市县区镇局]|全[省市县区镇国]|本年度|年内|并|共|已|累计|各|含|实现|高质量|和|与|及|了|各调解组织|[一二三四五六七八九十]是|\([一二三四五六七八九十]+\)|\d{4}年度?)+/;
const AFTER_END = /[,;。:!?\n、()和及与]|(?=\d)/;
const GROWTH = /(?:同比|环比|比上年|较上年|年均|比去年|较去年)?(?:增长|下降|提高|增加|减少|上升|降低|上涨|回落|提升|增幅|降幅)/;

function clauseBefore(text: string, at: number): { words: string; start: number } {
  let start = at;
  while (start > 0 && at - start < 60 && !SEPARATOR.test(text[start - 1])) start--;
  return { words: text.slice(start, at), start };
}

function wordsAfter(text: string, end: number): string {
  const rest = text.slice(end, end + 40);
  const stop = rest.search(AFTER_END);
  return (stop < 0 ? rest : rest.slice(0, stop)).replace(/(工作|等)$/, '');
}

/** The last count's words of the clause go: 完成474项政务数据资源和 | 11个自建系统. */
function sinceLastCount(words: string, counted: string[]): string {
  let from = 0;
  for (const c of counted) {
    const at = words.lastIndexOf(c);
    if (at >= 0) from = Math.max(from, at + c.length);
  }
  return words.slice(from);
}

const strip = (words: string) => {
  let before = words;
  for (;;) {
    const next = before.replace(LEADING, '').replace(TRAILING, '').trim();
    if (next === before) return next;
    before = next;
  }
};

/**
 * The shortest run of words that tells what a quantity counts: what follows it (54件 | 人大代表建议), else what stands
 * before it in its clause (出具审计报告 | 9份); for a growth with no subject of its own, that of the count before it.
 * @param earlier the indicator of the count before, and the texts of the counts of the same sentence.
 */
export function indicatorOf(text: string, quantity: Quantity, earlier: { indicator?: string; counted: string[] }): string {
  const { words, start } = clauseBefore(text, quantity.start);
  const before = strip(sinceLastCount(words, earlier.counted).replace(/^[()、]+/, ''));
  const after = wordsAfter(text, quantity.end);
  if (GROWTH.test(before) && before.replace(GROWTH, '').length < 2 && earlier.indicator) {
    const base = earlier.indicator.replace(GROWTH, '');
    return `${base}${before}`;
  }
  const isRate = quantity.measure === 'rate';
  const next = text[quantity.end] ?? '';
  if (!isRate && after.length >= 2 && !/^[,;。:]/.test(next)) {
    const object = /^(.*?)(?:开展|对|完成|办理|处理)$/.exec(before);
    return object && before.length <= 2 ? `${before}${after}` : after;
  }
  if (before.length >= 2) return before;
  // The clause says nothing by itself: 完成率达 | 100%, or a bracket: 调解成功500件(涉案金额 | 2220万).
  const earlierClause = strip(sinceLastCount(clauseBefore(text, Math.max(0, start - 1)).words, earlier.counted));
  return before + (after || earlierClause) || earlierClause;
}
