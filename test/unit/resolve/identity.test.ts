import { describe, expect, test } from 'vitest';
import { extract } from '../../../src/pipeline.js';

const HEAD = '佛冈县人民政府关于2023年度法治政府建设情况的报告\n一、主要工作\n';
const entities = (text: string) => {
  const { mentions, entities: all } = extract(`${HEAD}${text}\n`);
  const byId = new Map(all.map((e) => [e.id, e]));
  return new Map(mentions.map((m) => [m.text, byId.get(m.entity)]));
};

describe('what a name means in its report', () => {
  test('a short title is the document that it was given to', () => {
    const found = entities('根据《中华人民共和国政府信息公开条例》(以下简称《条例》)编制。落实《条例》和《办法》。');
    expect(found.get('《条例》')?.id).toBe('document:100000:中华人民共和国政府信息公开条例');
    expect(found.get('《条例》')?.properties.aliases).toEqual(['《中华人民共和国政府信息公开条例》', '《条例》']);
    expect(found.get('《办法》')?.name).toBe('办法');
  });

  test('a village of one township is that village; one that two townships have stays open, with both', () => {
    const found = entities('在高岗镇新联村试点。新联村获表扬。上岳村参与。');
    expect(found.get('高岗镇新联村')?.id).toBe('place:441821104208');
    expect(found.get('上岳村')?.id).toBe('place:441821103218');
    const open = found.get('新联村');
    expect(open?.properties.unresolved).toBe(true);
    expect(open?.properties.candidates).toHaveLength(2);
    expect(String(open?.properties.candidates)).toMatch(/441821104208 佛冈县高岗镇新联村/);
    expect(String(open?.properties.candidates)).toMatch(/佛冈县水头镇新联村/);
  });

  test('a misspelt place is no place, and an unknown one is not guessed at', () => {
    const found = entities('佛岗县来访,甲乙镇参加,朝阳区司法局来访。');
    expect(found.has('佛岗县')).toBe(false);
    expect(found.has('甲乙镇')).toBe(false);
    expect(found.get('朝阳区司法局')?.properties).toMatchObject({
      unresolved: true,
      candidates: ['110105 北京市朝阳区', '220104 长春市朝阳区'],
    });
  });

  test('a body that a reorganisation replaced is joined to the one of today', () => {
    const { relations, entities: all } = extract(
      '英德市人民政府2015年依法行政工作报告\n一、工作\n市国土资源局、国土资源部参与。\n',
    );
    const names = new Map(all.map((e) => [e.id, e.name]));
    expect(
      relations.filter((r) => r.type === 'SUCCEEDED_BY').map((r) => [names.get(r.from), names.get(r.to), r.year]),
    ).toEqual([
      ['国土资源部', '自然资源部', '2018'],
      ['英德市国土资源局', '英德市自然资源局', '2018'],
    ]);
  });
});

describe('what a report is called by', () => {
  const titled = (place: string) =>
    extract(`${place}人民政府关于2023年度法治政府建设情况的报告\n一、主要工作\n推行“粤执法”。\n`);

  test('a county whose name a text may spell by chance is itself in its own title', () => {
    expect(titled('会同县').report).toMatchObject({
      jurisdiction: 'place:431225',
      reporter: 'agency:431225:会同县人民政府',
    });
    expect(titled('矿区').report.jurisdiction).toBe('place:140303');
  });

  test('two reports of bodies that nothing tells apart are two', () => {
    const [a, b] = ['城区', '郊区'].map((place) => titled(place).report);
    expect([a.jurisdiction, b.jurisdiction]).toEqual([undefined, undefined]);
    expect(a.id).not.toBe(b.id);
  });
});
