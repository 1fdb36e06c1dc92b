import { describe, expect, test } from 'vitest';
import { extract } from '../../../src/pipeline.js';

/** What the counts of a sentence in a Fogang report measure, how they hang together, and what is doubtful. */
function read(sentence: string) {
  const head = '佛冈县人民政府关于2023年度法治政府建设情况的报告\n一、主要工作\n';
  const { text, relations, entities, warnings, mentions } = extract(`${head}${sentence}\n`);
  const byId = new Map(entities.map((e) => [e.id, e]));
  const joined = (type: string) =>
    relations.filter((r) => r.type === type).map((r) => `${byId.get(r.from)?.name} → ${byId.get(r.to)?.name}`);
  return {
    measured: joined('MEASURES').sort(),
    growth: joined('GROWTH_OF'),
    parts: joined('PART_OF_COUNT'),
    warnings: warnings.map((w) => `${text.slice(w.start, w.end)}: ${w.message}`),
    doubts: entities.flatMap((e) => (e.properties.doubts as string[] | undefined) ?? []),
    values: mentions.filter((m) => m.type === 'Count').map((m) => byId.get(m.entity)?.properties.value),
  };
}

describe('one number of several things', () => {
  test('each rate of three is a count of its own', () => {
    const { measured, values } = read('完成54件人大代表建议和159件政协提案,实现答复率、办结率、满意率三个100%。');
    expect(measured).toEqual([
      '人大代表建议:54件 → 人大代表建议办理数',
      '办结率:100% → 按期办结率',
      '政协提案:159件 → 政协提案办理数',
      '满意率:100% → 群众满意率',
      '答复率:100% → 答复率',
    ]);
    expect(values).toEqual([54, 159, 100, 100, 100]);
  });

  test('均为 does the same, one rate does not', () => {
    expect(read('参考率和合格率均为98.5%。').values).toEqual([98.5, 98.5]);
    expect(read('办结率为98.5%。').values).toEqual([98.5]);
    expect(read('答复率、办结率两项重点工作完成率为98.5%。').values).toEqual([2, 98.5]);
  });
});

describe('counts that belong to counts', () => {
  test('a growth names what grew', () => {
    expect(read('总产值78.5亿元,增长21.3%。').growth).toEqual(['总产值增长:21.3% → 总产值:78.5亿元']);
    expect(read('受理申请356件,较去年减少18.5%。').growth).toEqual(['受理申请较去年减少:18.5% → 受理申请:356件']);
    expect(read('城镇、农村居民收入分别达35128元、13560元,增长4.2%、8.9%。').growth).toEqual(
      ['农村居民收入增长:8.9% → 农村居民收入:13560元', '城镇居民收入增长:4.2% → 城镇居民收入:35128元'].sort((a, b) =>
        a.includes('城镇') ? -1 : b.includes('城镇') ? 1 : 0,
      ),
    );
  });

  test('parts name their whole, behind 其中 and in brackets', () => {
    expect(read('审结案件48件,其中维持30件、撤销6件;接待群众9人。').parts).toEqual([
      '维持:30件 → 审结案件:48件',
      '撤销:6件 → 审结案件:48件',
    ]);
    expect(read('受理案件36件(民事20件、刑事16件),办结35件。').parts).toEqual([
      '民事:20件 → 受理案件:36件',
      '刑事:16件 → 受理案件:36件',
    ]);
    expect(read('调解成功500件(涉案金额2220万)。').parts).toEqual([]);
  });
});

describe('what a careful reader would question', () => {
  test.each([
    ['任务完成率达120%。', ['a rate over 100 %']],
    ['审结案件48件,其中维持30件、撤销26件。', ['its parts add up to 56']],
    ['共调处纠纷504件,调解成功400件,调解成功率99%。', ['400件 of 504件 are 79.4 %']],
    ['共调处纠纷504件,调解成功500件,调解成功率99%。', []],
    ['收到行政复议申请56件。\n全年收到行政复议申请58件。', ['told before as 56件']],
    ['市场主体增长120%。', []],
  ])('%s', (sentence, doubts) => {
    expect(read(sentence).doubts).toEqual(doubts);
    expect(read(sentence).warnings).toHaveLength(doubts.length);
  });

  test.each([
    ['办理案件1,23,4件。', '1,23,4'],
    ['办理案件五五件。', '五五'],
    ['办结率达100%%。', '100%%'],
    ['排名第〇。', '第〇'],
    ['办理案件1.2.3件。', '1.2.3'],
  ])('%s gives no value and one warning', (sentence, words) => {
    const { values, warnings } = read(sentence);
    expect(values).toEqual([]);
    expect(warnings).toEqual([expect.stringContaining(`${words}: `)]);
  });

  test.each(['亿万人民共同努力。', '办理三五件小事。', '实施“十二五”项目。', '办理案件1,234件。'])(
    '%s is well-formed',
    (s) => {
      expect(read(s).warnings).toEqual([]);
    },
  );
});
