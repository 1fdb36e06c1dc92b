import { expect } from 'vitest';
import { findQuery } from '../../src/store/queryFile.js';
import type { GraphStore, Row } from '../../src/store/store.js';

/** Runs a query of the library with its defaults. */
export async function ask(store: GraphStore, name: string, parameters: Row = {}): Promise<Row[]> {
  const query = findQuery(name);
  return (await store.run(query.cypher, { ...query.parameters, ...parameters })).rows;
}

const pick = (rows: Row[], ...columns: string[]) => rows.map((r) => columns.map((c) => r[c]));

/** The questions of the Fogang report, each with its right answer, read off the text by hand. */
export const questions: Record<string, (store: GraphStore) => Promise<void>> = {
  'which documents did the county issue, and in which sentence': async (store) => {
    const rows = await ask(store, 'documents-issued', { issuer: '佛冈县人民政府' });
    expect(pick(rows, 'document').flat().sort()).toEqual(
      [
        '佛冈县党政主要负责人履行推进法治建设第一责任人职责清单',
        '佛冈县“暖企惠企稳企行动”实施方案',
        '佛冈县政企“直通车”工作方案',
        '佛冈县2023年加快广清营商环境一体化责任清单',
        '佛冈县行政许可事项清单(2022年版)',
        '佛冈县公平竞争审查抽查工作办法(暂行)',
        '佛冈县公平竞争审查会审工作办法(暂行)',
        '佛冈县公平竞争审查举报处理工作办法(暂行)',
        '佛冈县乡镇综合行政执法法律法规汇编',
        '佛冈县乡镇综合行政执法工作参考',
        '佛冈县乡镇综合行政执法县级执法部门案件受理标准清单',
        '佛冈县乡镇街道综合行政执法规范化建设实施方案',
        '佛冈县一体化行政执法平台进一步推广应用工作方案',
        '县委宣传部、县司法局关于在全县公民中开展法治宣传教育的第八个五年规划',
      ].sort(),
    );
    for (const { document, trigger, sentence } of rows) {
      expect(sentence).toContain(`《${document}》`);
      expect(sentence).toContain(trigger);
    }
  },
  'which programmes have counts': async (store) => {
    const rows = await ask(store, 'programmes-by-cases');
    expect(new Set(pick(rows, 'programme').flat())).toEqual(
      new Set(['双公示', '粤执法', '二次统筹', '视频办', '政务晓屋']),
    );
    expect(pick(rows.slice(0, 2), 'programme', 'value', 'unit')).toEqual([
      ['双公示', 25045, '条'],
      ['粤执法', 5370, '件'],
    ]);
  },
  'what does the report say of 粤执法': async (store) => {
    const rows = await ask(store, 'programme-facts', { programme: '粤执法' });
    const counted = rows.filter((r) => r.value !== null);
    expect(pick(counted, 'value', 'unit', 'indicator')).toEqual([
      [5370, '件', '办理行政执法案件'],
      [25, '个', '上线单位'],
    ]);
    expect(counted[0].sentence).toBe('2023年,我县25个上线单位运用“粤执法”办理行政执法案件共计5370件。');
    expect(new Set(pick(rows, 'sentence').flat()).size).toBe(5);
  },
  'which villages hold which honour': async (store) => {
    const rows = await ask(store, 'places-and-honours');
    expect(pick(rows, 'place', 'code', 'honour')).toEqual([
      ['佛冈县高岗镇新联村', '441821104208', '2022年广东省“民主法治示范村(社区)”'],
      ['佛冈县龙山镇上岳村', '441821103218', '2022年广东省“民主法治示范村(社区)”'],
    ]);
  },
  'which agencies cooperate': async (store) => {
    const rows = await ask(store, 'cooperation');
    expect(pick(rows, 'agency', 'partner')).toEqual([
      ['佛冈县人民政府', '中共佛冈县委全面依法治县委员会办公室'],
      ['佛冈县人民政府', '佛冈县纪委监委'],
      ['佛冈县人民法院', '佛冈县住房和城乡建设局'],
      ['佛冈县市场监督管理局', '佛冈县人民法院'],
      ['佛冈县市场监督管理局', '佛冈县住房和城乡建设局'],
      ['佛冈县纪委监委', '中共佛冈县委全面依法治县委员会办公室'],
    ]);
  },
  'all rates of 100%': async (store) => {
    const rows = await ask(store, 'rates-of-100');
    expect(rows).toHaveLength(9);
    const sentences = pick(rows, 'sentence').flat().join('\n');
    for (const words of ['占比100%', '完成率达100%', '应诉率达100%', '满意率三个100%', '回复率100%', '合格率两个100%'])
      expect(sentences).toContain(words);
  },
};
