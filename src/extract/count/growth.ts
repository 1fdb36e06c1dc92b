/** The words of growing and falling, as alternatives of a pattern. */
export const GROWTH_VERBS = '增长|下降|提高|增加|减少|上升|降低|上涨|回落|提升';

/** What a growth adds to the words of what grew: 同比增长, 较上年分别下降, 年均增幅. */
const GROWTH_PHRASE = new RegExp(
  `(?:同比|环比|[比较](?:上年|去年|上年末|年初|\\d{4}年)(?:同期)?|按可比(?:价格|口径)计算,?|年均|平均|每年|实际|名义|分别|累计)*(?:${GROWTH_VERBS}|增幅|降幅|增速)`,
);

/** The words of what grew: 地区生产总值 of 地区生产总值同比增长. */
export const grown = (indicator: string) => indicator.replace(GROWTH_PHRASE, '');
