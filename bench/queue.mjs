#!/usr/bin/env node
// The queue from end to end: generated reports put into Redis and loaded into one Neo4j by one worker, by two and by four,
// all on this machine; beside them one build of the same reports that loads them.
//   npm run bench:queue            300 reports (-- small: 60)
// Needs Docker with an image of Neo4j, and redis-server (scripts/container-tools.sh and redis-tools.sh make them ready).
import { execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { writeReports } from './generated.mjs';
import { password, withServer } from './server.mjs';

const root = fileURLToPath(new URL('..', import.meta.url));
const REPORTS = process.argv.includes('small') ? 60 : 300;
const work = mkdtempSync(join(tmpdir(), 'gongwen-bench-'));
const input = join(work, 'reports');
const MB = 2 ** 20;

async function gongwen(...args) {
  const child = spawn(join(root, 'dist/cli/main.js'), args, {
    stdio: ['ignore', 'ignore', 'inherit'],
    env: { ...process.env, NEO4J_PASSWORD: password },
  });
  const [code] = await once(child, 'close');
  if (code) throw new Error(`gongwen ${args[0]} ended with ${code}`);
}

async function timed(run) {
  const began = performance.now();
  await run();
  return (performance.now() - began) / 1000;
}

async function freePort() {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address();
  server.close();
  return port;
}

const row = (name, seconds) =>
  console.log(`${name.padEnd(24)} ${seconds.toFixed(1).padStart(8)} ${(REPORTS / seconds).toFixed(1).padStart(10)}`);

const server = execFileSync('bash', [join(root, 'scripts/redis-tools.sh')], { encoding: 'utf8' })
  .trim()
  .split('\n')
  .at(-1);
const port = await freePort();
const redis = spawn(server, ['--port', String(port), '--dir', work, '--appendonly', 'yes', '--appendfsync', 'always'], {
  stdio: 'ignore',
});
const queue = ['--redis', `redis://127.0.0.1:${port}`];
try {
  const bytes = writeReports(input, REPORTS, join(root, '../shared/reports'));
  console.log(`${REPORTS} reports, ${(bytes / MB).toFixed(1)} MB of text`);
  console.log('                          seconds  reports/s');
  row('build --to', await withServer((uri) => timed(() => gongwen('build', input, '--to', uri))));
  for (const workers of [1, 2, 4])
    await withServer(async (uri) => {
      const queued = await timed(() => gongwen('enqueue', input, ...queue));
      if (workers === 1) row('enqueue', queued);
      const work = () => gongwen('worker', '--to', uri, ...queue, '--drain');
      row(
        `${workers} worker${workers > 1 ? 's' : ''}`,
        await timed(() => Promise.all(Array.from({ length: workers }, work))),
      );
    });
} finally {
  // Told politely it would first save what its folder, which goes too, has no room for.
  redis.kill('SIGKILL');
  rmSync(work, { recursive: true, force: true });
}
