import { describe, expect, test } from 'vitest';
import { extract } from '../../../src/pipeline.js';

/** The stated relations of a sentence in a Fogang report, by names. */
function facts(sentence: string, section = '一、主要工作'): string[] {
  const { relations, entities } = extract(
    `佛冈县人民政府关于2023年度法治政府建设情况的报告\n${section}\n${sentence}\n`,
  );
  const names = new Map(entities.map((e) => [e.id, e.name]));
  return relations
    .filter((r) => r.trigger !== undefined)
    .map((r) => `${names.get(r.from)} ${r.type} ${names.get(r.to)}`)
    .sort();
}
const GOV = '佛冈县人民政府';

describe('relations', () => {
  test('what a sentence without a subject says is said of the reporter', () => {
    expect(facts('印发《甲工作方案》《乙工作方案》等文件。')).toEqual([
      `${GOV} ISSUED 乙工作方案`,
      `${GOV} ISSUED 甲工作方案`,
    ]);
    expect(facts('推动《甲方案》《乙方案》等文件出台。')).toEqual([`${GOV} ISSUED 乙方案`, `${GOV} ISSUED 甲方案`]);
  });

  test('the subject is carried from an earlier clause', () => {
    expect(facts('县司法局牵头组织开展整治,印发《整治方案》。')).toEqual(['佛冈县司法局 ISSUED 整治方案']);
  });

  test('joint issuers each issued it', () => {
    expect(facts('县委宣传部、县司法局联合印发《规划》。')).toEqual([
      '中共佛冈县委宣传部 COOPERATES_WITH 佛冈县司法局',
      '中共佛冈县委宣传部 ISSUED 规划',
      '佛冈县司法局 ISSUED 规划',
    ]);
  });

  test('partners behind 与 and 会同 issued it too, helpers did not', () => {
    expect(facts('与县法院联合印发《意见》。')).toEqual([
      `${GOV} COOPERATES_WITH 佛冈县人民法院`,
      `${GOV} ISSUED 意见`,
      '佛冈县人民法院 ISSUED 意见',
    ]);
    expect(facts('县司法局会同县财政局制定《办法》。')).toEqual([
      '佛冈县司法局 COOPERATES_WITH 佛冈县财政局',
      '佛冈县司法局 ISSUED 办法',
      '佛冈县财政局 ISSUED 办法',
    ]);
    expect(facts('配合市人大常委会完成《条例》修订调研。').filter((f) => f.includes('ISSUED'))).toEqual([]);
  });

  test('who issued the document that is applied stands before its attribute', () => {
    expect(facts('根据中共中央办公厅、国务院办公厅印发的《规定》要求,完成自查。')).toEqual([
      '中共中央办公厅 ISSUED 规定',
      `${GOV} APPLIES 规定`,
      '国务院办公厅 ISSUED 规定',
    ]);
  });

  test('applying is not issuing', () => {
    expect(facts('认真贯彻落实《甲条例》,制定《乙办法》。')).toEqual([`${GOV} APPLIES 甲条例`, `${GOV} ISSUED 乙办法`]);
    expect(facts('对《甲规划》进行中期评估。')).toEqual([]);
  });

  test('meetings, honours, programmes', () => {
    expect(facts('召开县政府第五次常务会议。')).toEqual([`${GOV} CONVENED 佛冈县人民政府第五次常务会议`]);
    expect(facts('高岗镇新联村获评“广东省文明村”称号。')).toEqual(['佛冈县高岗镇新联村 AWARDED 广东省文明村']);
    expect(facts('县司法局推行“智慧普法”平台。')).toEqual(['佛冈县司法局 RUNS 智慧普法']);
  });

  test('who received an honour is not who conferred it', () => {
    expect(facts('县司法局被司法部授予“全国先进集体”称号。')).toEqual(['佛冈县司法局 AWARDED 全国先进集体']);
    expect(facts('省司法厅授予高岗镇“全省依法治理示范镇”称号。')).toEqual(['佛冈县高岗镇 AWARDED 全省依法治理示范镇']);
    expect(facts('7个城市获评全国文明城市。')).toEqual([]);
    expect(facts('佛冈县博物馆开放,10部文艺作品荣获文华奖。')).toEqual([]);
  });

  test('the ordinal of a section is no part of its first clause', () => {
    expect(facts('(三)县司法局、县财政局联合印发《清单》。').filter((f) => f.includes('ISSUED'))).toEqual([
      '佛冈县司法局 ISSUED 清单',
      '佛冈县财政局 ISSUED 清单',
    ]);
  });

  test('a count is about the programme of its clause', () => {
    expect(facts('运用“粤执法”办理案件12件。')).toContain('办理案件:12件 MEASURED_FOR 粤执法');
    expect(facts('“视频办”上线事项5项,发生业务3单。').filter((f) => f.includes('MEASURED_FOR'))).toHaveLength(2);
    expect(facts('开展“敬老月”系列宣传、讲座等活动28场次。').filter((f) => f.includes('MEASURED_FOR'))).toEqual([]);
  });

  test('plans and negations are no facts', () => {
    expect(facts('印发《甲方案》。', '四、下一步工作计划')).toEqual([]);
    expect(facts('尚未印发《甲方案》。')).toEqual([]);
  });
});
