import { expect, test } from 'vitest';
import { extract } from '../../../src/pipeline.js';
import { Suggestions } from '../../../src/resolve/suggest.js';

test('words that no indicator holds are suggested by how many reports tell them', () => {
  const report = (year: number, body: string) =>
    extract(`佛冈县人民政府关于${year}年度法治政府建设情况的报告\n一、主要工作\n${body}\n`);
  const suggestions = new Suggestions();
  suggestions.add(report(2022, '新建骑楼12座。安装路牌7块。安装路牌8块。受理行政复议申请56件。'));
  suggestions.add(report(2023, '新建骑楼15座。'));
  expect(suggestions.most(10)).toEqual([
    { words: '新建骑楼', unit: '座', times: 2, reports: 2, example: '新建骑楼12座。' },
    { words: '安装路牌', unit: '块', times: 2, reports: 1, example: '安装路牌7块。' },
  ]);
});
