/** The words of growing and falling, as alternatives of a pattern. */
export const GROWTH_VERBS = '增长|下降|提高|增加|减少|上升|降低|上涨|回落|提升';
