import { describe, expect, test } from 'vitest';
import { gazetteer } from '../../../src/places/gazetteer.js';
import { officialName } from '../../../src/resolve/officialName.js';
import { mentions } from '../../support/found.js';

const g = gazetteer();
function resolved(text: string, place: string): (string | undefined)[] {
  const division = g.named(place)[0] ?? g.townsNamed(place)[0];
  const lineage = g.lineage(division);
  return mentions(text, place).flatMap((m) =>
    m.type === 'Agency' ? [officialName(m.name, text.slice(m.start, m.end), lineage)?.name] : [],
  );
}

describe('official names', () => {
  test.each([
    ['佛冈县', '县司法局', '佛冈县司法局'],
    ['佛冈县', '市委', '中共清远市委员会'],
    ['佛冈县', '省政府', '广东省人民政府'],
    ['佛冈县', '县人大常委会', '佛冈县人民代表大会常务委员会'],
    ['佛冈县', '县委依法治县办', '中共佛冈县委全面依法治县委员会办公室'],
    ['佛冈县', '县法院', '佛冈县人民法院'],
    ['佛冈县', '县住建局', '佛冈县住房和城乡建设局'],
    ['佛冈县', '县市监局', '佛冈县市场监督管理局'],
    ['佛冈县', '县人社局', '佛冈县人力资源和社会保障局'],
    ['佛冈县', '县政协', '中国人民政治协商会议佛冈县委员会'],
    ['佛冈县', '县委政法委', '中共佛冈县委政法委员会'],
    ['佛冈县', '省高院', '广东省高级人民法院'],
    ['佛冈县', '国务院办公厅', '国务院办公厅'],
    ['大兴区', '市司法局', '北京市司法局'],
    ['大兴区', '区委', '中共北京市大兴区委员会'],
    ['大兴区', '区政府', '北京市大兴区人民政府'],
    ['龙华区', '区司法局', '深圳市龙华区司法局'],
    ['昆山市', '市政府', '昆山市人民政府'],
    ['东莞市', '市委', '中共东莞市委员会'],
    ['古镛镇', '镇党委', '中共将乐县古镛镇委员会'],
    ['广西壮族自治区', '自治区党委', '中共广西壮族自治区委员会'],
    ['清远市', '市中级人民法院', '清远市中级人民法院'],
    ['清远市', '市法院', '清远市中级人民法院'],
  ])('in a report of %s, %s is %s', (place, text, name) => {
    expect(resolved(text, place)).toEqual([name]);
  });

  test('nothing is invented where the report does not settle it', () => {
    expect(resolved('县司法局', '清远市')).toEqual([undefined]);
  });
});
