import { copyFileSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { setTimeout as wait } from 'node:timers/promises';
import { beforeAll, describe, expect, test } from 'vitest';
import { gongwen, start } from '../support/command.js';
import { sitePage } from '../support/formats.js';
import { sequence } from '../support/mutations.js';
import { fogangText } from '../support/paths.js';
import { scratchFolder } from '../support/scratch.js';

const scratch = scratchFolder('corpus');
const full = process.env.FAULTS === 'full';
/** How often a build is killed: a few times in CI, as often as the figures say by `npm run test:faults`. */
const KILLS = full ? 20 : 4;
const PLACES =
  '阳山县 翁源县 新丰县 始兴县 仁化县 龙门县 博罗县 惠东县 紫金县 连平县 东源县 陆河县 英德市 连州市 海丰县'.split(' ');
const REPORTS = 330;
const in_ = (name: string) => scratch(`in/${name}`);
const snapshot = (out: string) =>
  ['graph.json', 'manifest.json'].map((file) => readFileSync(scratch(`${out}/${file}`), 'utf8'));
let clean: string[];

beforeAll(async () => {
  mkdirSync(in_(''), { recursive: true });
  const body = fogangText.slice(fogangText.indexOf('佛冈县人民政府关于'));
  for (let i = 0; i < REPORTS; i++) {
    const place = PLACES[i % PLACES.length];
    const year = String(2023 - Math.floor(i / PLACES.length));
    const text = body
      .replaceAll('佛冈县', place)
      .replaceAll('2023年', `${year}年`)
      .replaceAll('5370', String(5000 + i));
    writeFileSync(in_(`${String(i).padStart(3, '0')}.txt`), text);
  }
  // One in a hundred is poison.
  writeFileSync(in_('050-empty.txt'), ' \n');
  writeFileSync(in_('150-cut.pdf'), '%PDF-1.7\n1 0 obj\n<<');
  writeFileSync(in_('250-binary.doc'), Buffer.from([0xff, 0xfe, 0xff, 0xff, 0x80]));
  const ran = await gongwen(['build', in_(''), '--out', scratch('clean'), '--keep-going', '--workers', '2']);
  expect([ran.code, ran.err]).toEqual([11, expect.stringContaining('3 of 333 files could not be read.')]);
  clean = snapshot('clean');
});

describe('a corpus', () => {
  test('its manifest lists what could not be read, with file and reason', () => {
    const { failures, reports } = JSON.parse(clean[1]);
    expect(reports).toHaveLength(REPORTS);
    expect(failures.map((f: { file: string }) => f.file)).toEqual(
      ['050-empty.txt', '150-cut.pdf', '250-binary.doc'].map(in_),
    );
    expect(failures[0].reason).toMatch(/050-empty\.txt: empty/);
  });

  test('gives the same bytes with one worker', async () => {
    await gongwen(['build', in_(''), '--out', scratch('one'), '--keep-going', '--workers', '1']);
    expect(snapshot('one')).toEqual(clean);
    expect(readdirSync(scratch('one')).sort()).toEqual(['graph.json', 'manifest.json', 'store']);
  });

  test('without --keep-going it ends at the first that cannot be read, and can be resumed once it is mended', async () => {
    const args = ['build', in_(''), '--out', scratch('strict'), '--workers', '2'];
    const { code, err } = await gongwen(args);
    expect([code, err]).toEqual([3, expect.stringMatching(/050-empty\.txt: empty, no report in it\.\n$/)]);
    expect(err).toContain('go on with --resume');
    expect(existsSync(scratch('strict/graph.json'))).toBe(false);
    const resumed = await gongwen([...args, '--resume', '--keep-going']);
    expect(resumed.code).toBe(11);
    expect(snapshot('strict')).toEqual(clean);
  });

  test(`killed at ${KILLS} points and resumed, it is as if it had not been`, async () => {
    const next = sequence(20231124);
    const args = ['build', in_(''), '--out', scratch('killed'), '--keep-going', '--workers', '2', '--resume'];
    for (let i = 0; i < KILLS; i++) {
      const { child, done } = start(args);
      await wait(300 + next(3500));
      child.kill('SIGKILL');
      await done;
    }
    const { code } = await gongwen(args);
    expect(code).toBe(11);
    expect(snapshot('killed')).toEqual(clean);
    expect(existsSync(scratch('killed/.gongwen-build'))).toBe(false);
  });

  test('a file that has changed since is read again', async () => {
    mkdirSync(scratch('changing'), { recursive: true });
    for (const f of readdirSync(in_('')).slice(0, 130)) copyFileSync(in_(f), scratch(`changing/${f}`));
    const args = ['build', scratch('changing'), '--out', scratch('changed'), '--keep-going'];
    const { child, done } = start([...args, '--resume']);
    await wait(2500);
    child.kill('SIGKILL');
    await done;
    const first = scratch('changing/000.txt');
    writeFileSync(first, readFileSync(first, 'utf8').replaceAll('粤执法', '浙执法'));
    await gongwen([...args, '--resume']);
    const resumed = snapshot('changed');
    rmSync(scratch('changed'), { recursive: true });
    await gongwen(args);
    expect(snapshot('changed')).toEqual(resumed);
    expect(resumed[0]).toContain('浙执法');
  });

  test('the same report on two sites is kept once, with both', async () => {
    mkdirSync(scratch('sites'), { recursive: true });
    writeFileSync(scratch('sites/a.txt'), fogangText.slice(fogangText.indexOf('佛冈县人民政府关于')));
    writeFileSync(scratch('sites/b.html'), sitePage(fogangText));
    const { code, err } = await gongwen(['build', scratch('sites'), '--out', scratch('once')]);
    expect([code, err]).toEqual([0, expect.stringMatching(/a\.txt is the same report as .*b\.html/)]);
    const [graph, manifest] = snapshot('once');
    expect(JSON.parse(manifest).reports).toMatchObject([{ alsoAt: [scratch('sites/a.txt')] }]);
    expect(graph.match(/"labels":\["Report"\]/g)).toHaveLength(1);
    expect(graph).toContain(`"alsoAt":["${scratch('sites/a.txt')}"]`);
  });

  test('what was taken out of another format lies beside the graph, and its offsets fit it', async () => {
    writeFileSync(scratch('page.html'), sitePage(fogangText));
    await gongwen(['build', scratch('page.html'), '--out', scratch('page')]);
    const [graph, manifest] = snapshot('page').map((text) => JSON.parse(text));
    const text = readFileSync(scratch(`page/texts/${manifest.reports[0].sha256}.txt`), 'utf8');
    const statements = graph.nodes.filter(
      (n: { attributes: { labels: string[] } }) => n.attributes.labels[0] === 'Statement',
    );
    expect(statements.length).toBeGreaterThan(80);
    for (const { attributes } of statements) expect(text.slice(attributes.start, attributes.end)).toBe(attributes.text);
  });

  test('standard input is a report', async () => {
    const { child, done } = start(['build', '-', '--out', scratch('stdin')], {}, undefined, fogangText);
    expect(child.pid).toBeDefined();
    expect((await done).code).toBe(0);
    expect(snapshot('stdin')[0]).toContain('粤执法');
  });
});
