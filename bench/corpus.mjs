#!/usr/bin/env node
// End to end on generated reports: gongwen build with one worker and with two, seconds and highest memory (Linux: VmHWM
// of the whole process, sampled), on 1,000 and on 10,000 reports; the graphs must be the same bytes. How much work two
// processes of one worker do beside each other says what the machine's two cores are worth together.
//   npm run bench:corpus            (-- small: 100 and 1,000 reports)
import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { createReadStream, existsSync, mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { writeReports } from './generated.mjs';

const root = fileURLToPath(new URL('..', import.meta.url));
const shared = join(root, '../shared/reports');
if (!existsSync(shared)) {
  console.error(`bench: needs the real reports in ${shared}; they are absent.`);
  process.exit(1);
}
const MB = 2 ** 20;
const work = mkdtempSync(join(tmpdir(), 'gongwen-bench-'));

function build(input, out, workers) {
  return new Promise((resolve, reject) => {
    const began = performance.now();
    // As the shell runs it, with the flags of its first line.
    const args = ['build', input, '--out', out, '--workers', String(workers)];
    const child = spawn(join(root, 'dist/cli/main.js'), args, { stdio: ['ignore', 'pipe', 'pipe'] });
    let [peak, out_, err] = [0, '', ''];
    const sample = setInterval(() => {
      try {
        peak = Math.max(
          peak,
          Number(/VmHWM:\s+(\d+)/.exec(readFileSync(`/proc/${child.pid}/status`, 'utf8'))?.[1] ?? 0) / 1024,
        );
      } catch {
        // it has just ended
      }
    }, 50);
    child.stdout.on('data', (d) => {
      out_ += d;
    });
    child.stderr.on('data', (d) => {
      err += d;
    });
    child.on('close', (code) => {
      clearInterval(sample);
      if (code) reject(new Error(`build ended with ${code}: ${err.slice(-2000)}`));
      else resolve({ seconds: (performance.now() - began) / 1000, peak, nodes: out_.split('\n')[0] });
    });
  });
}

async function hashOf(file) {
  const hash = createHash('sha256');
  for await (const part of createReadStream(file)) hash.update(part);
  return hash.digest('hex').slice(0, 16);
}

try {
  console.log('reports  MB text  workers  seconds  reports/s  MB/s   peak MB  graph.json MB  sha256');
  const sizes = process.argv.includes('small') ? [100, 1000] : [1000, 10_000];
  for (const size of sizes) {
    const input = join(work, `reports-${size}`);
    const bytes = writeReports(input, size, shared);
    const seconds = [];
    for (const workers of [1, 2]) {
      const out = join(work, `out-${size}`);
      rmSync(out, { recursive: true, force: true });
      const run = await build(input, out, workers);
      seconds.push(run.seconds);
      const json = join(out, 'graph.json');
      console.log(
        `${String(size).padEnd(8)} ${(bytes / MB).toFixed(0).padStart(7)} ${String(workers).padStart(8)} ${run.seconds.toFixed(1).padStart(8)} ${(size / run.seconds).toFixed(0).padStart(10)} ${(bytes / MB / run.seconds).toFixed(2).padStart(5)} ${run.peak.toFixed(0).padStart(9)} ${(statSync(json).size / MB).toFixed(0).padStart(14)}  ${await hashOf(json)}`,
      );
    }
    console.log(`         scaling from one worker to two: ${(seconds[0] / seconds[1]).toFixed(2)}`);
    if (size !== sizes[0]) continue;
    // What the machine gives at the most: two processes that know nothing of each other, each with all of the work.
    const both = [0, 1].map((i) => build(input, join(work, `out-${size}-${i}`), 1));
    const slower = Math.max(...(await Promise.all(both)).map((run) => run.seconds));
    console.log(
      `         two processes beside each other do ${((2 * seconds[0]) / slower).toFixed(2)} times the work of one`,
    );
  }
} finally {
  rmSync(work, { recursive: true, force: true });
}
