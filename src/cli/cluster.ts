import { addReport, openQueue, orderOf } from '../cluster/queue.js';
import { work } from '../cluster/worker.js';
import { InputError } from '../lexicon/errors.js';
import { bytesOf, reportFiles } from '../read/files.js';
import { openTarget } from './load.js';
import { Progress } from './progress.js';

export interface QueueOptions {
  redis: string;
  queue: string;
}

/** gongwen enqueue: puts report files, with their content, into the queue that workers take from. */
export async function enqueue(paths: readonly string[], { redis, queue: name }: QueueOptions): Promise<void> {
  const files = reportFiles(paths);
  const queue = await openQueue(redis, name);
  const progress = new Progress('queueing');
  const began = new Date();
  let failures = 0;
  try {
    for (const [i, file] of files.entries()) {
      progress.step(i, files.length);
      try {
        await addReport(queue, file, bytesOf(file), orderOf(began, i));
      } catch (error) {
        if (!(error instanceof InputError)) throw error;
        failures++;
        process.stderr.write(`gongwen: ${error.message}\n`);
      }
    }
  } finally {
    progress.end();
    await queue.close();
  }
  process.stdout.write(
    `Queued ${files.length - failures} of ${files.length} files. Load them: gongwen worker --to bolt://…\n`,
  );
  if (failures) process.exitCode = 11;
}

/** gongwen worker: takes reports from the queue and loads them into a store. */
export async function runWorker({
  redis,
  queue: name,
  to,
  drain = false,
}: QueueOptions & { to: string; drain?: boolean }): Promise<void> {
  // Both are tried before any work is taken.
  await (await openQueue(redis, name)).close();
  const store = await openTarget(to);
  const stop = new AbortController();
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => stop.abort());
  const say = (line: string) => process.stderr.write(`gongwen: ${line}\n`);
  try {
    const { loaded, failed } = await work(store, { redis, queue: name, drain, stop: stop.signal, say });
    process.stdout.write(`Loaded ${loaded} reports into ${store.where}; ${failed} parked.\n`);
  } finally {
    await store.close();
  }
}

/** gongwen queue: how many reports wait, are worked on, or could not be read, and why. */
export async function showQueue({
  redis,
  queue: name,
  format,
  retry,
}: QueueOptions & { format: 'text' | 'json' | 'prometheus'; retry?: boolean }): Promise<void> {
  const queue = await openQueue(redis, name);
  try {
    if (retry) await queue.retryJobs({ state: 'failed' });
    if (format === 'prometheus') {
      process.stdout.write(`${await queue.exportPrometheusMetrics()}\n`);
      return;
    }
    const counts = await queue.getJobCounts('waiting', 'active', 'delayed', 'failed');
    const failed = (await queue.getFailed()).map((job) => ({ source: job.data.source, reason: job.failedReason }));
    if (format === 'json') process.stdout.write(`${JSON.stringify({ ...counts, reasons: failed })}\n`);
    else {
      process.stdout.write(
        `${Object.entries(counts)
          .map(([k, n]) => `${k} ${n}`)
          .join(' · ')}\n`,
      );
      for (const { reason } of failed) process.stdout.write(`  ${reason}\n`);
    }
  } finally {
    await queue.close();
  }
}
