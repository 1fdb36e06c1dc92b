import { describe, expect, test } from 'vitest';
import { PlaceScope, placeAt } from '../../../src/places/chains.js';
import { gazetteer, shortName } from '../../../src/places/gazetteer.js';
import { findJurisdiction } from '../../../src/places/jurisdiction.js';

const g = gazetteer();
const fogang = new PlaceScope(g.named('佛冈县')[0]);
const found = (text: string, scope = fogang) => {
  const span = placeAt(text, 0, scope);
  return span && { words: text.slice(0, span.end), codes: span.candidates.map((d) => d.code) };
};

describe('gazetteer', () => {
  test('knows five levels by code and name', () => {
    expect(g.lineage(g.named('佛冈县')[0]).map((d) => d.name)).toEqual(['广东省', '清远市', '佛冈县']);
    expect(g.get('441821104208')).toEqual({ code: '441821104208', name: '新联村', level: 'village' });
    expect(g.named('朝阳区').map((d) => d.code)).toEqual(['110105', '220104']);
    expect(g.get('999999')).toBeUndefined();
  });

  test('a city without counties has townships of its own', () => {
    expect(g.named('东莞市')).toHaveLength(1);
    expect(g.towns(g.named('东莞市')[0]).map((d) => d.name)).toContain('虎门镇');
  });

  test.each([
    ['佛冈县', '佛冈'],
    ['广西壮族自治区', '广西'],
    ['连山壮族瑶族自治县', '连山'],
    ['城区', undefined],
    ['静海区', '静海'],
  ])('%s is %s for short', (name, short) => {
    expect(shortName(name)).toBe(short);
  });
});

describe('placeAt', () => {
  test.each([
    ['高岗镇新联村、龙山镇', '高岗镇新联村', ['441821104208']],
    ['广东省清远市佛冈县高岗镇的', '广东省清远市佛冈县高岗镇', ['441821104']],
    ['佛冈的', '佛冈', ['441821']],
    ['广东视察', '广东', ['44']],
    ['东莞市虎门镇', '东莞市虎门镇', ['441900121']],
  ])('%s begins with %s', (text, words, codes) => {
    expect(found(text)).toEqual({ words, codes });
  });

  test('a name that two divisions bear stays open where nothing settles it', () => {
    expect(found('朝阳区委', new PlaceScope())?.codes).toEqual(['110105', '220104']);
    expect(found('朝阳区委', new PlaceScope(g.named('北京市')[0]))?.codes).toEqual(['110105']);
  });

  test('an everyday word is no place, nor is a county of elsewhere for short', () => {
    expect(found('朝阳产业', new PlaceScope())).toBeUndefined();
    expect(found('将乐人民')).toBeUndefined();
  });
});

describe('findJurisdiction', () => {
  const of = (sources: Partial<Parameters<typeof findJurisdiction>[0]>) =>
    findJurisdiction({ text: '', ...sources })?.division;
  test.each([
    [{ title: '佛冈县人民政府关于2023年度法治政府建设情况的报告' }, '441821'],
    [{ title: '北京市朝阳区司法局2023年法治政府建设年度情况报告' }, '110105'],
    [{ publisher: '古镛镇人民政府', text: '中共将乐县委员会,将乐县人民政府:' }, '350428100'],
    [{ text: '本报告由天津市司法局编制。' }, '12'],
    [{ title: '2025年中华人民共和国国务院政府工作报告' }, '100000'],
    [{ title: '政府工作报告', source: 'reports/青海省.txt' }, '63'],
    [{ title: '朝阳区司法局年度报告', indexNumber: '112201040000000000/2024-1' }, '220104'],
  ])('%j', (sources, code) => {
    expect(of(sources)?.code).toBe(code);
  });

  test('stays unknown where the text does not tell', () => {
    expect(of({ title: '政府工作报告', text: '各位代表:全市上下' })).toBeUndefined();
    expect(of({ title: '朝阳区司法局年度报告', text: '全区' })).toBeUndefined();
  });
});
