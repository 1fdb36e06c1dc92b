import { execFileSync, spawnSync } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { gongwen } from '../support/command.js';
import { root } from '../support/paths.js';
import { freePort } from '../support/ports.js';
import { scratchFolder } from '../support/scratch.js';

const scratch = scratchFolder('compose');
const project = `gongwen-test-${process.pid}`;
const password = `test-${process.pid}-${Date.now()}`;
let env: Record<string, string | undefined>;
let ports: { http: number; bolt: number; redis: number };

/** Runs docker-compose on the project's own file. */
function compose(...command: string[]): { status: number | null; out: string } {
  const { status, stdout, stderr } = spawnSync('docker-compose', ['-p', project, ...command], {
    cwd: root,
    env,
    encoding: 'utf8',
    maxBuffer: 2 ** 26,
  });
  return { status, out: `${stdout}${stderr}` };
}

beforeAll(async () => {
  const { image, missing } = inject('neo4j');
  if (!image) throw new Error(missing);
  const images = execFileSync('bash', [`${root}scripts/compose-tools.sh`], { encoding: 'utf8' }).trim();
  const [node, redis] = images.split('\n').at(-1)?.split(' ') ?? [];
  ports = { http: await freePort(), bolt: await freePort(), redis: await freePort() };
  env = {
    ...process.env,
    NEO4J_IMAGE: image,
    NODE_IMAGE: node,
    REDIS_IMAGE: redis,
    NEO4J_PASSWORD: password,
    NEO4J_HTTP_PORT: String(ports.http),
    NEO4J_BOLT_PORT: String(ports.bolt),
    REDIS_PORT: String(ports.redis),
  };
});
afterAll(() => void compose('--profile', 'cluster', 'down', '-v', '--rmi', 'local'));

test('docker compose up starts Neo4j, loads data/reports and says where to open it', async () => {
  const { status, out } = compose('up', '--build', '--exit-code-from', 'loader', 'loader');
  expect(out).toContain('Loaded 1 of 1 reports into bolt://neo4j:7687');
  expect(out).toContain(`Open http://127.0.0.1:${ports.http} in a browser`);
  expect(status).toBe(0);
  // The loader has ended; Neo4j is asked from outside.
  compose('up', '-d', 'neo4j');
  const ask = () =>
    gongwen(['query', 'programme-facts', '--on', `bolt://127.0.0.1:${ports.bolt}`, '--format', 'csv'], {
      NEO4J_PASSWORD: password,
    });
  let answer = await ask();
  for (let i = 0; i < 60 && answer.code === 4; i++) {
    await new Promise((resolve) => setTimeout(resolve, 1000));
    answer = await ask();
  }
  expect([answer.code, answer.out]).toEqual([0, expect.stringContaining('5370,件,办理行政执法案件')]);
});

test('its profile cluster: two workers in containers load what is queued from outside', async () => {
  const { status, out } = compose('--profile', 'cluster', 'up', '-d', '--scale', 'worker=2', 'worker');
  expect([status, out]).toEqual([0, expect.stringMatching(/worker/)]);
  const folder = scratch('queued');
  mkdirSync(folder, { recursive: true });
  for (const place of ['阳山县', '连山县', '清新区', '英德市'])
    writeFileSync(
      `${folder}/${place}.txt`,
      `${place}人民政府关于2023年度法治政府建设情况的报告\n一、主要工作\n办案8件。\n`,
    );
  const redis = ['--redis', `redis://127.0.0.1:${ports.redis}`];
  const queued = await gongwen(['enqueue', folder, ...redis]);
  expect([queued.code, queued.out]).toEqual([0, expect.stringContaining('Queued 4 of 4 files')]);
  const left = async () => {
    const { waiting, active, delayed, failed } = JSON.parse(
      (await gongwen(['queue', ...redis, '--format', 'json'])).out,
    );
    expect(failed).toBe(0);
    return waiting + active + delayed;
  };
  for (let i = 0; i < 60 && (await left()); i++) await new Promise((resolve) => setTimeout(resolve, 1000));
  expect(await left()).toBe(0);
  const { out: reports } = await gongwen(
    ['query', 'reports', '--on', `bolt://127.0.0.1:${ports.bolt}`, '--format', 'csv'],
    { NEO4J_PASSWORD: password },
  );
  for (const place of ['阳山县', '连山', '清新区', '英德市']) expect(reports).toContain(place);
});

test('without a password it does not start, and says so', () => {
  const { status, stderr } = spawnSync('docker-compose', ['-p', project, 'config'], {
    cwd: root,
    env: { ...env, NEO4J_PASSWORD: '' },
    encoding: 'utf8',
  });
  expect(status).not.toBe(0);
  expect(stderr).toContain('Set NEO4J_PASSWORD');
});
