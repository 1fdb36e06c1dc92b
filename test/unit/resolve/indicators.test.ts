import { describe, expect, test } from 'vitest';
import { lexicon } from '../../../src/lexicon/load.js';
import { canonicalIndicator } from '../../../src/resolve/indicators.js';

describe('canonical indicators', () => {
  test('the catalogue holds at least 120, each under one name', () => {
    const names = lexicon('indicators').indicators.map((i) => i.name);
    expect(names.length).toBeGreaterThanOrEqual(120);
    expect(new Set(names).size).toBe(names.length);
  });

  test.each([
    ['全年受理行政复议案件', '件', '行政复议案件受理数'],
    ['审结行政复议案件', '宗', '行政复议案件办结数'],
    ['行政机关负责人出庭应诉率', '%', '行政机关负责人出庭应诉率'],
    ['高质量完成人大代表建议', '件', '人大代表建议办理数'],
    ['政协提案', '件', '政协提案办理数'],
    ['办理行政执法案件', '件', '行政执法案件数'],
    ['调解成功', '件', '矛盾纠纷调解成功数'],
    ['调解成功率', '%', '矛盾纠纷调解成功率'],
    ['受理政府信息公开申请', '件', '依申请公开受理数'],
    ['国内生产总值', '元', '国内生产总值'],
    ['国内生产总值比上年增长', '%', '国内生产总值增速'],
    ['国内生产总值年均增长', '%', '国内生产总值年均增速'],
    ['单位国内生产总值能耗下降', '%', '单位生产总值能耗降幅'],
    ['一般公共预算收入增长', '%', '一般公共预算收入增速'],
    ['城镇登记失业率', '%', '城镇登记失业率'],
  ])('%s in %s is %s', (indicator, unit, name) => {
    expect(canonicalIndicator({ indicator, unit })?.name).toBe(name);
  });

  test.each([
    ['举办灯会', '场'],
    ['调解成功', '公里'],
    ['', '件'],
  ])('%s in %s is none of them', (indicator, unit) => {
    expect(canonicalIndicator({ indicator, unit })).toBeUndefined();
  });
});
