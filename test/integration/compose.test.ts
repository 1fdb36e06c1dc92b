import { execFileSync, spawnSync } from 'node:child_process';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { gongwen } from '../support/command.js';
import { root } from '../support/paths.js';
import { freePort } from '../support/ports.js';

const project = `gongwen-test-${process.pid}`;
const password = `test-${process.pid}-${Date.now()}`;
let env: Record<string, string | undefined>;
let ports: { http: number; bolt: number };

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
  const node = execFileSync('bash', [`${root}scripts/compose-tools.sh`], { encoding: 'utf8' })
    .trim()
    .split('\n')
    .at(-1);
  ports = { http: await freePort(), bolt: await freePort() };
  env = {
    ...process.env,
    NEO4J_IMAGE: image,
    NODE_IMAGE: node,
    NEO4J_PASSWORD: password,
    NEO4J_HTTP_PORT: String(ports.http),
    NEO4J_BOLT_PORT: String(ports.bolt),
  };
});
afterAll(() => void compose('down', '-v', '--rmi', 'local'));

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

test('without a password it does not start, and says so', () => {
  const { status, stderr } = spawnSync('docker-compose', ['-p', project, 'config'], {
    cwd: root,
    env: { ...env, NEO4J_PASSWORD: '' },
    encoding: 'utf8',
  });
  expect(status).not.toBe(0);
  expect(stderr).toContain('Set NEO4J_PASSWORD');
});
