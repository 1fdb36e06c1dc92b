import { writeFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { buildGraph } from '../../../src/graph/build.js';
import { extract } from '../../../src/pipeline.js';
import { Corrections, Corrector, readCorrections } from '../../../src/resolve/corrections.js';
import { scratchFolder } from '../../support/scratch.js';

const scratch = scratchFolder('corrections');
const text =
  '佛冈县人民政府关于2023年法治政府建设情况的报告\n一、工作\n县司法局推行“一码通”平台,办件8件。县治安办、佛冈县公安局参与。\n';
const extraction = () => extract(text);
const names = (corrections: unknown) => {
  const corrector = new Corrector(Corrections.parse(corrections));
  const corrected = corrector.apply(extraction());
  // What the corrections leave must still be a whole graph.
  buildGraph([corrected]);
  const byId = new Map(corrected.entities.map((e) => [e.id, e.name]));
  return {
    mentions: corrected.mentions.map((m) => `${m.text}=${byId.get(m.entity)}`),
    facts: corrected.relations.filter((r) => r.trigger !== undefined).map((r) => `${r.type} ${byId.get(r.to)}`),
    stale: corrector.stale(),
  };
};

describe('corrections', () => {
  test('what is no mention goes, with what was said of it', () => {
    const before = names({});
    expect(before.facts).toContain('RUNS 一码通');
    const { mentions, facts, stale } = names({ not: [{ text: '一码通', type: 'Program' }] });
    expect(mentions).not.toContain('一码通=一码通');
    expect(mentions).toHaveLength(before.mentions.length - 1);
    expect(facts.join()).not.toContain('一码通');
    expect(stale).toEqual([]);
  });

  test('names that are one become the first of them', () => {
    const { mentions } = names({ same: [['佛冈县公安机关', '佛冈县公安局']] });
    expect(mentions).toContain('佛冈县公安局=佛冈县公安机关');
  });

  test('words mean the name that is given, and join the node that bears it', () => {
    const { mentions } = names({ means: [{ text: '县司法局', name: '佛冈县公安局' }] });
    expect(mentions).toContain('县司法局=佛冈县公安局');
    const corrected = new Corrector(Corrections.parse({ means: [{ text: '县司法局', name: '佛冈县公安局' }] })).apply(
      extraction(),
    );
    expect(corrected.entities.filter((e) => e.name === '佛冈县公安局')).toHaveLength(1);
  });

  test('one that is for another report, or matches nothing, is told', () => {
    const elsewhere = { text: '一码通', in: '英德市' };
    const { mentions, stale } = names({ not: [elsewhere], same: [['甲局', '乙局']] });
    expect(mentions).toContain('一码通=一码通');
    expect(stale).toEqual([JSON.stringify(elsewhere), '["甲局","乙局"]']);
  });

  test.each([
    ['not: [{ text: 甲, type: Planet }]', /not\.0\.type/],
    ['nonsense: 1', /nonsense/],
    ['not: [', /Mend the YAML/],
  ])('%s is refused with its place', (yaml, why) => {
    writeFileSync(scratch('bad.yaml'), yaml);
    expect(() => readCorrections(scratch('bad.yaml'))).toThrow(why);
    expect(() => readCorrections(scratch('bad.yaml'))).toThrow(scratch('bad.yaml'));
  });
});
