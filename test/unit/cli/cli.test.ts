import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { beforeAll, describe, expect, test } from 'vitest';
import { gongwen } from '../../support/command.js';
import { fogangFile, fogangText } from '../../support/paths.js';
import { scratchFolder } from '../../support/scratch.js';

const scratch = scratchFolder('cli');
const bytes = (file: string) => readFileSync(scratch(file));

describe('gongwen build', () => {
  let summary: string;
  beforeAll(async () => {
    const { code, out, err } = await gongwen(['build', fogangFile, '--out', scratch('out')]);
    expect(err).toBe('');
    expect(code).toBe(0);
    summary = out;
  });

  test('writes the snapshot, the manifest and the store', () => {
    expect(readdirSync(scratch('out')).sort()).toEqual(['graph.json', 'manifest.json', 'store']);
    const manifest = JSON.parse(bytes('out/manifest.json').toString());
    expect(manifest.reports).toHaveLength(1);
    expect(manifest.reports[0]).toMatchObject({ jurisdiction: 'place:441821', warnings: [] });
    expect(manifest.nodes).toMatchObject({ Report: 1, Honor: 2 });
  });

  test('sums up: counts by kind, ten best-connected nodes, five facts with their sentences', () => {
    expect(summary).toMatch(/^Nodes +Report 1 · Section \d+ · Statement \d+ · Agency \d+/);
    const best = summary.split('Best connected\n')[1].split('\n\n')[0].split('\n');
    expect(best).toHaveLength(10);
    expect(best[0]).toContain('佛冈县人民政府');
    const facts = [...summary.matchAll(/^ {2}(.+) —([A-Z_]+)→ (.+)\n {6}(.+)$/gm)];
    expect(facts).toHaveLength(5);
    for (const [, , , , sentence] of facts) expect(fogangText).toContain(sentence);
  });

  test('gives the same bytes on every run', async () => {
    await gongwen(['build', fogangFile, '--out', scratch('again')]);
    for (const file of ['graph.json', 'manifest.json'])
      expect(bytes(`again/${file}`).equals(bytes(`out/${file}`)), file).toBe(true);
  });

  test('writes over an earlier snapshot', async () => {
    const report = scratch('other.txt');
    writeFileSync(report, '英德市人民政府关于2022年法治政府建设情况的报告\n运用“粤执法”办案8件。\n');
    await gongwen(['build', fogangFile, '--out', scratch('twice')]);
    expect((await gongwen(['build', report, '--out', scratch('twice')])).code).toBe(0);
    const { out } = await gongwen(['query', 'programmes-by-cases', '--on', scratch('twice/store'), '--format', 'json']);
    expect(JSON.parse(out)).toMatchObject([{ programme: '粤执法', value: 8, unit: '件', indicator: '办案' }]);
  });

  test('its store answers the query that the summary names', async () => {
    expect(summary).toContain(`gongwen query programmes-by-cases --on ${scratch('out/store')}`);
    const { code, out } = await gongwen(['query', 'programmes-by-cases', '--on', scratch('out/store')]);
    expect(code).toBe(0);
    expect(out).toMatch(/粤执法\s+5370\s+件\s+办理行政执法案件/);
  });

  test('loads a snapshot into another store', async () => {
    const { code, out } = await gongwen(['load', scratch('out'), '--to', scratch('loaded')]);
    expect([code, out]).toEqual([
      0,
      expect.stringMatching(/^Loaded 1 of 1 reports into \S+ \d+ nodes, \d+ relationships\n$/),
    ]);
    const rows = async (store: string) =>
      (await gongwen(['query', 'documents-issued', '--on', scratch(store), '--format', 'csv'])).out;
    expect(await rows('loaded')).toBe(await rows('out/store'));
  });
});

describe('gongwen extract', () => {
  test('prints what the scorer reads', async () => {
    const { out } = await gongwen(['extract', fogangFile]);
    const { text, report, mentions, entities, relations } = JSON.parse(out);
    expect(text).toBe(fogangText);
    expect(report.reporter).toBe('agency:441821:佛冈县人民政府');
    expect([mentions.length, entities.length, relations.length].every((n) => n > 100)).toBe(true);
  });

  test('prints what a person reads', async () => {
    const { out } = await gongwen(['extract', fogangFile, '--format', 'text']);
    expect(out).toContain('佛冈县高岗镇新联村 —AWARDED→ 2022年广东省“民主法治示范村(社区)”');
  });
});

describe('a user’s own lexicons and corrections', () => {
  const report = scratch('own.txt');
  mkdirSync(scratch('lexicon'), { recursive: true });
  writeFileSync(
    report,
    '英德市人民政府关于2022年法治政府建设情况的报告\n一、工作\n用清零快办办结8件。推行“一码通”平台。\n',
  );
  writeFileSync(scratch('lexicon/programs.yaml'), 'programs:\n  - { name: 清零快办, kind: service }\n');
  writeFileSync(scratch('corrections.yaml'), 'not:\n  - { text: 一码通 }\n  - { text: 不在文中 }\n');
  const programs = async (...more: string[]) => {
    const { out, err } = await gongwen(['extract', report, ...more]);
    const { mentions } = JSON.parse(out) as { mentions: { type: string; text: string }[] };
    return { err, names: mentions.filter((m) => m.type === 'Program').map((m) => m.text) };
  };

  test('add names, and take mentions away', async () => {
    expect((await programs()).names).toEqual(['一码通']);
    expect((await programs('--lexicon', scratch('lexicon'))).names).toEqual(['清零快办', '一码通']);
    const { names, err } = await programs('--corrections', scratch('corrections.yaml'));
    expect(names).toEqual([]);
    expect(err).toBe('gongwen: this correction no longer matches anything: {"text":"不在文中"}\n');
  });

  test('lexicon check finds nothing to mend in the project’s, and what is wrong in a user’s', async () => {
    expect(await gongwen(['lexicon', 'check'])).toEqual({ code: 0, out: '0 to mend, 0 that never fire\n', err: '' });
    mkdirSync(scratch('twice'), { recursive: true });
    writeFileSync(scratch('twice/phrases.yaml'), 'figures: [新词, 新词, 粤执法]\n');
    const { code, out } = await gongwen(['lexicon', 'check', fogangFile, '--lexicon', scratch('twice')]);
    expect(code).toBe(1);
    expect(out).toMatch(/twice\/phrases\.yaml:1: duplicate: 新词/);
    expect(out).toMatch(/programs\.yaml:\d+: shadowed: 粤执法/);
    expect(out).toMatch(/phrases\.yaml:1: never fires: 新词/);
  });
});

describe('gongwen explain', () => {
  test('tells step by step how a name was resolved', async () => {
    const { out } = await gongwen(['explain', '县法院', '--in', fogangFile]);
    expect(out.split('\n')).toEqual([
      '县法院',
      '  report: 佛冈县 (441821), told by its title: 佛冈县人民政府关于2023年度法治政府建设情况的报告',
      '  prefix 县: 佛冈县 (441821), by the report’s lineage 广东省 > 清远市 > 佛冈县',
      '  body: {place}人民法院 (lexicon agencies, forms 法院 人民法院)',
      '  official name: 佛冈县人民法院, of 佛冈县 (441821)',
      '',
    ]);
  });

  test('names the candidates of what nothing settles', async () => {
    const report = scratch('unsettled.txt');
    writeFileSync(report, '英德市人民政府2022年法治政府建设情况报告\n朝阳区司法局来访。县水利局参与。\n');
    const steps = async (name: string) => (await gongwen(['explain', name, '--in', report])).out;
    expect(await steps('朝阳区司法局')).toContain('it may be 北京市朝阳区 (110105), 长春市朝阳区 (220104)');
    expect(await steps('县水利局')).toContain('unresolved; the report’s lineage 广东省 > 清远市 > 英德市 has none');
  });
});

describe('help', () => {
  test.each(['build', 'extract', 'explain', 'load', 'query', 'export', 'evaluate'])(
    '%s --help shows examples',
    async (command) => {
      const { code, out } = await gongwen([command, '--help']);
      expect(code).toBe(0);
      expect(out).toContain(`$ gongwen ${command}`);
    },
  );

  test('query --list names every query with its question', async () => {
    const { out } = await gongwen(['query', '--list']);
    expect(out).toMatch(/programmes-by-cases +.+\n +.*哪些平台/);
  });
});

describe('bad input gets one line, an exit code, and leaves nothing', () => {
  mkdirSync(scratch('bad/none'), { recursive: true });
  writeFileSync(scratch('bad/empty.txt'), '');
  writeFileSync(scratch('bad/binary.txt'), Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 0, 0xff]));
  writeFileSync(scratch('bad/file'), 'x');
  const out = scratch('bad/out');
  const store = scratch('bad/store');

  test.each([
    ['a missing file', ['build', scratch('bad/gone.txt'), '--out', out], 3, /gone\.txt: no such file/],
    ['an empty one', ['build', scratch('bad/empty.txt'), '--out', out], 3, /empty\.txt: empty/],
    ['a binary one', ['build', scratch('bad/binary.txt'), '--out', out], 3, /binary\.txt:1: a control character/],
    ['a folder without reports', ['build', scratch('bad/none'), '--out', out], 3, /none: no reports/],
    ['an output that is a file', ['build', fogangFile, '--out', scratch('bad/file/out')], 5, /cannot be written/],
    ['no server', ['build', fogangFile, '--out', out, '--to', 'bolt://127.0.0.1:1'], 4, /no Neo4j answers there/],
    ['an address that is none', ['load', scratch('bad'), '--to', 'bolt://'], 3, /no snapshot there/],
    ['a password in the address', ['build', fogangFile, '--to', 'bolt://u:secret@127.0.0.1:1'], 2, /must not hold/],
    ['no store', ['query', 'cooperation', '--on', store], 4, /store: no store there/],
    ['an unknown query', ['query', 'nonsense', '--on', store], 2, /unknown query "nonsense"/],
    ['an unknown option', ['build', fogangFile, '--nonsense'], 2, /unknown option '--nonsense'/],
    ['an unknown command', ['nonsense'], 2, /unknown command 'nonsense'/],
    ['no command', [], 2, /Usage: gongwen/],
    ['an unknown format', ['extract', fogangFile, '--format', 'xml'], 2, /xml/],
    ['a name that is not there', ['explain', '没有', '--in', fogangFile], 3, /names no agency or place "没有"/],
    ['no such lexicons', ['extract', fogangFile, '--lexicon', scratch('bad/none')], 3, /no lexicons \(\.yaml\)/],
    ['no such corrections', ['extract', fogangFile, '--corrections', 'x.yaml'], 3, /x\.yaml: no such file/],
    ['a folder of no marked reports', ['evaluate', scratch('bad/none')], 3, /no marked reports/],
  ] as const)('%s', async (_, args, code, words) => {
    const before = readdirSync(scratch('bad')).sort();
    const ran = await gongwen(args, { NEO4J_PASSWORD: 'not-this-one' });
    expect(ran.err).toMatch(words);
    expect(ran.code).toBe(code);
    if (args.length) expect(ran.err.trim().split('\n').length).toBeLessThanOrEqual(2);
    expect(ran.err).not.toContain('    at ');
    expect(ran.err + ran.out).not.toMatch(/not-this-one|secret/);
    expect(ran.out).toBe('');
    expect(readdirSync(scratch('bad')).sort()).toEqual(before);
    expect(existsSync(out)).toBe(false);
  });
});
