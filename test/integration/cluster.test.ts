import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { setTimeout as wait } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { gongwen, type Running, start } from '../support/command.js';
import { digest } from '../support/dump.js';
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
const PLACES = '阳山县 翁源县 新丰县 始兴县 仁化县 龙门县 博罗县 惠东县 紫金县 连平县'.split(' ');
const folder = scratch('in');
let server: Server;
let redis: Redis;
let clean: string;

const env = () => ({ NEO4J_USER: server.user, NEO4J_PASSWORD: server.password, NEO4J_TIMEOUT: '60' });
const queue = () => ['--redis', redis.address];
const worker = (...more: string[]) => start(['worker', '--to', server.uri, ...queue(), ...more], env());

async function content(): Promise<string> {
  const store = await server.open();
  try {
    return await digest(store);
  } finally {
    await store.close();
  }
}
const emptied = async () => (await server.openEmpty()).close();

beforeAll(async () => {
  mkdirSync(folder, { recursive: true });
  mkdirSync(scratch('redis'), { recursive: true });
  [server, redis] = await Promise.all([startNeo4j(), startRedis(scratch('redis'))]);
  const body = fogangText.slice(fogangText.indexOf('佛冈县人民政府关于'));
  for (let i = 0; i < REPORTS; i++) {
    const year = String(2023 - Math.floor(i / PLACES.length));
    const text = body.replaceAll('佛冈县', PLACES[i % PLACES.length]).replaceAll('2023年', `${year}年`);
    writeFileSync(`${folder}/${String(i).padStart(3, '0')}.txt`, text.replaceAll('5370', String(5000 + i)));
  }
  // Poison: one report in a hundred, at the least one.
  for (let i = 0; i < Math.ceil(REPORTS / 100); i++)
    writeFileSync(`${folder}/${i}-poison.pdf`, '%PDF-1.7\n1 0 obj\n<<');
  const ran = await gongwen(['build', folder, '--to', server.uri, '--keep-going'], env());
  expect(ran.code).toBe(11);
  clean = await content();
  await emptied();
});
afterAll(async () => {
  await redis?.kill();
  await server?.stop();
});

describe('a queue of reports', () => {
  test('two workers load it to the graph of one build; poison is parked with its reason', async () => {
    const queued = await gongwen(['enqueue', folder, ...queue()]);
    expect(queued.out).toContain(`Queued ${REPORTS + Math.ceil(REPORTS / 100)} of`);
    // Once more: what waits already is not put in again.
    await gongwen(['enqueue', folder, ...queue()]);
    const before = JSON.parse((await gongwen(['queue', ...queue(), '--format', 'json'])).out);
    expect(before).toMatchObject({ waiting: REPORTS + Math.ceil(REPORTS / 100), active: 0, failed: 0 });
    const both = await Promise.all([worker('--drain').done, worker('--drain').done]);
    for (const { code, err } of both) expect([code, err.replace(/.*parked: .*\n/g, '')]).toEqual([0, '']);
    const loaded = both.map(({ out }) => Number(/Loaded (\d+) reports/.exec(out)?.[1]));
    expect(loaded[0] + loaded[1]).toBe(REPORTS);
    expect(await content()).toBe(clean);
    const { out } = await gongwen(['queue', ...queue()]);
    expect(out).toMatch(
      /^waiting 0 · active 0 · delayed 0 · failed \d+.*\n {2}.*poison\.pdf: a PDF that cannot be read/,
    );
    const metrics = await gongwen(['queue', ...queue(), '--format', 'prometheus']);
    expect(metrics.out).toMatch(/bullmq_job_count\{queue="gongwen", state="failed"\} \d+/);
  });

  test(`workers killed ${KILLS} times in their work, Redis killed and brought back: nothing lost, nothing twice`, async () => {
    await emptied();
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
    expect(await content()).toBe(clean);
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
  await emptied();
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
  child.kill('SIGINT');
  expect((await done).code).toBe(0);
  const kept = await content();
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
  expect(await content()).not.toBe(kept);
  const alone = await content();
  await emptied();
  await gongwen(['build', watched, '--to', server.uri], env());
  expect(await content()).toBe(alone);
});
