import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { normalise } from '../../../src/language/normalise.js';
import { readReport, reportPeriod } from '../../../src/read/reading.js';
import { splitSentences } from '../../../src/read/sentences.js';
import { fogangText, readText, sharedReports } from '../../support/paths.js';

describe('readReport on the Fogang report', () => {
  const reading = readReport(fogangText, 'fogang-2023.txt');
  const words = (span?: { start: number; end: number }) => span && fogangText.slice(span.start, span.end);

  test('reads the metadata table', () => {
    const { metadata } = reading;
    expect(Object.fromEntries(Object.entries(metadata).map(([k, v]) => [k, v.value]))).toEqual({
      indexNumber: '114418210073088331/2024-00015',
      publisher: '佛冈县人民政府办公室',
      issuedOn: '2024-02-01',
      title: '佛冈县人民政府关于2023年度法治政府建设情况的报告',
      publishedOn: '2024-02-01',
    });
    for (const value of Object.values(metadata)) expect(words(value)).toBe(value.value);
  });

  test('finds the title line, the signature and its date', () => {
    expect(words(reading.title)).toBe('佛冈县人民政府关于2023年度法治政府建设情况的报告');
    expect(words(reading.signature.body)).toBe('佛冈县人民政府');
    expect(words(reading.signature.date)).toBe('2024年1月22日');
    expect(reportPeriod(reading)).toEqual({ periodFrom: '2023', periodTo: '2023' });
  });

  test('reads the outline with its levels and stances', () => {
    const top = reading.sections.filter((s) => s.level === 1);
    expect(top.map((s) => [s.ordinal, s.stance])).toEqual([
      ['一、', 'achievement'],
      ['二、', 'achievement'],
      ['三、', 'problem'],
      ['四、', 'plan'],
    ]);
    const law = reading.sections.find((s) => s.title.startsWith('积极推动各镇各部门上线应用'));
    expect([law?.ordinal, law?.level, law?.parent?.ordinal, law?.parent?.parent?.ordinal]).toEqual([
      '三是',
      3,
      '(三)',
      '二、',
    ]);
  });
});

describe('splitSentences', () => {
  test('ends sentences at marks with what closes them, and at line breaks', () => {
    const text = '甲!“乙!”丙\n 丁?\n';
    expect(splitSentences(text).map((s) => text.slice(s.start, s.end))).toEqual(['甲!', '“乙!”', '丙', '丁?']);
  });

  test('prose goes on over a line break; a heading, an ordinal and a signature do not', () => {
    const split = (text: string) => splitSentences(text).map((s) => text.slice(s.start, s.end));
    expect(split('稳中向好。总值达\n到74万亿元,增长6.7%。\n')).toEqual(['稳中向好。', '总值达\n到74万亿元,增长6.7%。']);
    expect(split('一、主要工作\n县司法局印发,\n并组织实施。\n')).toEqual([
      '一、主要工作',
      '县司法局印发,\n并组织实施。',
    ]);
    expect(split('完成任务。继续推进\n二、问题。\n')).toEqual(['完成任务。', '继续推进', '二、问题。']);
    expect(split('完成任务。特此报告\n佛冈县人民政府\n')).toEqual(['完成任务。', '特此报告', '佛冈县人民政府']);
  });

  test('loses nothing but space, in any text', () => {
    const piece = fc.constantFrom('甲', '。', '!', '”', '\n', ' ', '《', '2', ',');
    fc.assert(
      fc.property(fc.array(piece), (pieces) => {
        const text = pieces.join('');
        const sentences = splitSentences(text);
        const bare = (s: string) => s.replace(/\s/g, '');
        expect(bare(sentences.map((s) => text.slice(s.start, s.end)).join(''))).toBe(bare(text));
      }),
    );
  });

  test('on every real report', () => {
    for (const path of sharedReports()) {
      const text = normalise(readText(path));
      let last = 0;
      for (const { start, end } of splitSentences(text)) {
        expect(text.slice(last, start).trim()).toBe('');
        expect(end).toBeGreaterThan(start);
        last = end;
      }
      expect(text.slice(last).trim()).toBe('');
    }
  });
});
