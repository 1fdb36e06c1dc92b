import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { setTimeout as wait } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { readSnapshot } from '../../src/export/snapshot.js';
import { gongwen, type Running, start } from '../support/command.js';
import { type Dump, digest, dumpGraph } from '../support/dump.js';
import { sequence } from '../support/mutations.js';
import { type Server, startNeo4j } from '../support/neo4j.js';
import { fogangText } from '../support/paths.js';
import { type Redis, startRedis } from '../support/redis.js';
import { scratchFolder } from '../support/scratch.js';

const scratch = scratchFolder('cluster');
const full = process.env.FAULTS === 'full';
/** How often a worker is killed in the middle of its work. */
const KILLS = full ? 20 : 3;
const REPORTS = full ? 300 : 60;
/** One in so many is there twice more: the same text as another site breaks it, and an older text. */
const TWICE = 20;
const FILES = REPORTS + 2 * (REPORTS / TWICE);
const PLACES = '阳山县 翁源县 新丰县 始兴县 仁化县 龙门县 博罗县 惠东县 紫金县 连平县'.split(' ');
const folder = scratch('in');
let server: Server;
let redis: Redis;
let clean: string;

const env = () => ({ NEO4J_USER: server.user, NEO4J_PASSWORD: server.password, NEO4J_TIMEOUT: '60' });
const queue = () => ['--redis', redis.address];
const worker = (...more: string[]) => start(['worker', '--to', server.uri, ...queue(), ...more], env());

/** What a build of a folder gives. */
async function builtFrom(folder: string): Promise<Dump> {
  await gongwen(['build', folder, '--out', scratch('built')]);
  return dumpGraph(readSnapshot(scratch('built')));
}

beforeAll(async () => {
  mkdirSync(folder, { recursive: true });
  mkdirSync(scratch('redis'), { recursive: true });
  [server, redis] = await Promise.all([startNeo4j(), startRedis(scratch('redis'))]);
  const body = fogangText.slice(fogangText.indexOf('佛冈县人民政府关于'));
  for (let i = 0; i < REPORTS; i++) {
    const year = String(2023 - Math.floor(i / PLACES.length));
    const text = body.replaceAll('佛冈县', PLACES[i % PLACES.length]).replaceAll('2023年', `${year}年`);
    const name = String(i).padStart(3, '0');
    writeFileSync(`${folder}/${name}.txt`, text.replaceAll('5370', String(5000 + i)));
    if (i % TWICE) continue;
    writeFileSync(`${folder}/${name}-copy.txt`, text.replaceAll('5370', String(5000 + i)).replaceAll('。', '。\n'));
    writeFileSync(`${folder}/${name}-before.txt`, `${text.slice(0, 1500)}。\n办理案件${i}件。`);
  }
  // Poison: one report in a hundred, at the least one.
  for (let i = 0; i < Math.ceil(REPORTS / 100); i++)
    writeFileSync(`${folder}/${i}-poison.pdf`, '%PDF-1.7\n1 0 obj\n<<');
  const ran = await gongwen(['build', folder, '--to', server.uri, '--keep-going'], env());
  expect(ran.code).toBe(11);
  clean = await server.content();
  await server.empty();
});
afterAll(async () => {
  await redis?.kill();
  await server?.stop();
});

describe('a queue of reports', () => {
  test('two workers load it to the graph of one build; poison is parked with its reason', async () => {
    const queued = await gongwen(['enqueue', folder, ...queue()]);
    expect(queued.out).toContain(`Queued ${FILES + Math.ceil(REPORTS / 100)} of`);
    // Once more: what waits already is not put in again.
    await gongwen(['enqueue', folder, ...queue()]);
    const before = JSON.parse((await gongwen(['queue', ...queue(), '--format', 'json'])).out);
    expect(before).toMatchObject({ waiting: FILES + Math.ceil(REPORTS / 100), active: 0, failed: 0 });
    const both = await Promise.all([worker('--drain').done, worker('--drain').done]);
    for (const { code, err } of both) expect([code, err.replace(/.*parked: .*\n/g, '')]).toEqual([0, '']);
    const loaded = both.map(({ out }) => Number(/Loaded (\d+) reports/.exec(out)?.[1]));
    expect(loaded[0] + loaded[1]).toBe(FILES);
    expect(await server.content()).toBe(clean);
    const { out } = await gongwen(['queue', ...queue()]);
    expect(out).toMatch(
      /^waiting 0 · active 0 · delayed 0 · failed \d+.*\n {2}.*poison\.pdf: a PDF that cannot be read/,
    );
    const metrics = await gongwen(['queue', ...queue(), '--format', 'prometheus']);
    expect(metrics.out).toMatch(/bullmq_job_count\{queue="gongwen", state="failed"\} \d+/);
  });

  test(`workers killed ${KILLS} times in their work, Redis killed and brought back: nothing lost, nothing twice`, async () => {
    await server.empty();
    const next = sequence(42);
    await gongwen(['enqueue', folder, ...queue(), '--queue', 'faults']);
    const run = () => worker('--queue', 'faults', '--drain');
    const others: Running[] = [run()];
    for (let i = 0; i < KILLS; i++) {
      const { child, done } = run();
      await wait(800 + next(1500));
      child.kill('SIGKILL');
      await done;
      if (i !== 1) continue;
      await redis.kill();
      await wait(1000);
      await redis.restart();
    }
    others.push(run());
    const ended = await Promise.all(others.map((o) => o.done));
    for (const { code } of ended) expect(code).toBe(0);
    expect(await server.content()).toBe(clean);
    const left = JSON.parse((await gongwen(['queue', ...queue(), '--queue', 'faults', '--format', 'json'])).out);
    expect(left).toMatchObject({ waiting: 0, active: 0, delayed: 0, failed: Math.ceil(REPORTS / 100) });
  });

  test('a store that goes away is waited for; a Redis that is not there is said', async () => {
    const gone = await gongwen(['worker', '--to', server.uri, '--redis', 'redis://u:secret@127.0.0.1:1'], env());
    expect([gone.code, gone.err]).toEqual([4, expect.stringMatching(/no Redis answers there/)]);
    expect(gone.err).not.toContain('secret');
    const wrong = await gongwen(['enqueue', folder, '--redis', 'http://127.0.0.1']);
    expect([wrong.code, wrong.err]).toEqual([2, expect.stringMatching(/not an address of Redis/)]);
  });
});

test('gongwen watch keeps a store like a folder', async () => {
  const watched = scratch('watched');
  mkdirSync(watched);
  const report = (place: string, sentence: string) =>
    `${place}人民政府关于2023年度法治政府建设情况的报告\n一、主要工作\n${sentence}\n`;
  writeFileSync(`${watched}/a.txt`, report('英德市', '市司法局推行“粤执法”办案8件。'));
  writeFileSync(`${watched}/b.txt`, report('连州市', '市司法局推行“双公示”。'));
  await server.empty();
  const { child, done } = start(['watch', watched, '--to', server.uri], env());
  let out = '';
  child.stdout?.on('data', (chunk) => {
    out += chunk;
  });
  const until = async (words: string) => {
    for (let i = 0; i < 200 && !out.includes(words); i++) await wait(100);
    expect(out).toContain(words);
  };
  await until('Watching');
  writeFileSync(`${watched}/c.txt`, report('阳山县', '县司法局推行“粤执法”办案9件。'));
  await until(`loaded ${watched}/c.txt`);
  out = '';
  writeFileSync(`${watched}/a.txt`, report('英德市', '市财政局推行“粤执法”办案80件。'));
  await until(`loaded ${watched}/a.txt`);
  rmSync(`${watched}/b.txt`);
  await until(`unloaded ${watched}/b.txt`);
  // The same report once more is no other report; when one of the two goes, the other stays.
  const copy = report('英德市', '市财政局推行“粤执法”办案80件。').replaceAll('。', '。\n');
  writeFileSync(`${watched}/d.txt`, copy);
  await until(`loaded ${watched}/d.txt`);
  expect(await server.content()).toBe(digest(await builtFrom(watched)));
  out = '';
  rmSync(`${watched}/d.txt`);
  await until(`loaded ${watched}/a.txt`);
  child.kill('SIGINT');
  expect((await done).code).toBe(0);
  const kept = await server.content();
  // What went while nobody watched is noticed when it is watched again.
  rmSync(`${watched}/c.txt`);
  out = '';
  const again = start(['watch', watched, '--to', server.uri], env());
  again.child.stdout?.on('data', (chunk) => {
    out += chunk;
  });
  await until('Watching');
  again.child.kill('SIGINT');
  await again.done;
  expect(await server.content()).not.toBe(kept);
  expect(await server.content()).toBe(digest(await builtFrom(watched)));
});
