import { describe, expect, test } from 'vitest';
import { mentions } from '../../support/found.js';

const ranks = (text: string) =>
  mentions(text).flatMap((m) =>
    m.type === 'Rank' ? [[text.slice(m.start, m.end), m.value, m.bound, m.indicator] as const] : [],
  );

describe('ranks', () => {
  test.each([
    ['法治建设考评我县位居全市第三名', [['第三名', 3, 'exact', '法治建设考评']]],
    ['案卷评查居全省第2位', [['第2位', 2, 'exact', '案卷评查']]],
    ['地区生产总值稳居全国第一,', [['第一', 1, 'exact', '地区生产总值']]],
    ['货物吞吐量达21亿吨、居全国首位', [['首位', 1, 'exact', '货物吞吐量']]],
    ['高铁运营里程居全国前三。', [['前三', 3, 'at most', '高铁运营里程']]],
    [
      '创新指数从全国第15位升至第5位',
      [
        ['第15位', 15, 'exact', '创新指数'],
        ['第5位', 5, 'exact', '创新指数'],
      ],
    ],
  ])('%s', (text, expected) => {
    expect(ranks(text)).toEqual(expected);
  });

  test.each([
    '把安全摆在第一位',
    '召开第三次会议',
    '举办第33届冬运会',
    '获得第20届群星奖',
    '坚持党政第一责任人',
    '前三季度',
  ])('no rank stands in %s', (text) => {
    expect(ranks(text)).toEqual([]);
  });
});
