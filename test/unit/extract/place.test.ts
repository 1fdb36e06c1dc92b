import { describe, expect, test } from 'vitest';
import { found } from '../../support/found.js';

describe('places', () => {
  test.each([
    ['高岗镇新联村、龙山镇上岳村被认定', ['高岗镇新联村', '龙山镇上岳村']],
    ['视察广东重要讲话', ['广东']],
    ['转化为佛冈高质量发展', ['佛冈']],
    ['举办佛冈县2023年培训班', ['佛冈县']],
    ['服务雄安新区建设', ['雄安新区']],
  ])('%s', (text, places) => {
    expect(found(text, 'Place')).toEqual(places);
  });

  test.each([
    '持续引领法治佛冈建设',
    '北京大学教授授课',
    '我县和全县',
    '加快广清一体化',
    '县级依申请事项',
    '佛冈县司法局',
  ])('no place stands in %s', (text) => {
    expect(found(text, 'Place')).toEqual([]);
  });
});
