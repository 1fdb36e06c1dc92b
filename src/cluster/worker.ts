import { UnrecoverableError, Worker } from 'bullmq';
import { buildGraph } from '../graph/build.js';
import { fingerprint } from '../language/fingerprint.js';
import { InputError } from '../lexicon/errors.js';
import { extract } from '../pipeline.js';
import { documentsOf } from '../read/documents.js';
import { SchemaError } from '../schema/validate.js';
import { contributions } from '../store/contribution.js';
import { loadContributions } from '../store/load.js';
import type { GraphStore } from '../store/store.js';
import type { Turn } from '../store/turns.js';
import { connectionTo, type ReportJob, unpacked } from './queue.js';

/** A worker that died is taken over from after this long, in milliseconds; reading a report takes far less. */
const LOCK = 30_000;
/** How often a report may have ended its worker before it counts as poison. */
const STALLS = 3;

/** What a worker did. */
export interface Worked {
  loaded: number;
  failed: number;
}

/** Whether another try may help: the store was at fault, not the report. */
const isPoison = (error: unknown) =>
  error instanceof SchemaError || (error instanceof InputError && error.exitCode === 3);

/**
 * Loads what one file holds. A load replaces what a report contributed before, so doing it twice does no harm; and a text
 * that comes late, after one that was put in later, changes nothing but the list of places where its report was found.
 * @throws UnrecoverableError for what no other try can read, anything else for what one may.
 */
async function loadFile({ source, content, order }: ReportJob, store: GraphStore): Promise<number> {
  let reports = 0;
  try {
    for await (const { source: part, text } of documentsOf(source, unpacked(content))) {
      const turn: Turn = {
        order: `${order} ${String(reports).padStart(6, '0')}`,
        source: part,
        fingerprint: fingerprint(text),
      };
      const own = [...contributions(buildGraph([extract(text, { source: part })]))].map((c) => ({ ...c, turn }));
      await loadContributions(store, own);
      reports++;
    }
  } catch (error) {
    if (isPoison(error)) throw new UnrecoverableError((error as Error).message);
    throw error;
  }
  return reports;
}

export interface WorkerOptions {
  redis: string;
  queue: string;
  /** Ends when nothing waits any more; else when it is told to. */
  drain: boolean;
  /** Ends the work: what is begun is done first. */
  stop: AbortSignal;
  /** Word of what happens. */
  say: (line: string) => void;
}

/** Takes reports from the queue and loads them, until it is told to stop or, draining, nothing is left. */
export async function work(store: GraphStore, { redis, queue, drain, stop, say }: WorkerOptions): Promise<Worked> {
  const worked: Worked = { loaded: 0, failed: 0 };
  const worker = new Worker<ReportJob, number>(queue, (job) => loadFile(job.data, store), {
    connection: connectionTo(redis),
    concurrency: 1,
    lockDuration: LOCK,
    stalledInterval: LOCK / 2,
    maxStalledCount: STALLS,
  });
  let broken = false;
  worker.on('error', (error) => {
    if (!broken) say(`Redis: ${error.message || (error as NodeJS.ErrnoException).code}; trying again.`);
    broken = true;
  });
  worker.on('ready', () => {
    broken = false;
  });
  worker.on('completed', (_job, reports) => {
    worked.loaded += reports;
  });
  worker.on('failed', (job, error) => {
    if (!job) return;
    const last = error instanceof UnrecoverableError || job.attemptsMade >= (job.opts.attempts ?? 1);
    if (last) worked.failed++;
    say(last ? `parked: ${error.message}` : `${job.data.source}: ${error.message}; will be tried again.`);
  });
  await new Promise<void>((done) => {
    stop.addEventListener('abort', () => done(), { once: true });
    if (stop.aborted) done();
    if (drain) whenEmpty(worker, done);
  });
  await worker.close();
  return worked;
}

/** Calls back when nothing waits, is delayed or is being worked on by anyone. */
function whenEmpty(worker: Worker<ReportJob, number>, done: () => void): void {
  const look = async () => {
    const client = await worker.client;
    const [waiting, active, delayed] = await Promise.all([
      client.llen(worker.toKey('wait')),
      client.llen(worker.toKey('active')),
      client.zcard(worker.toKey('delayed')),
    ]);
    if (waiting + active + delayed === 0) done();
    else setTimeout(look, 250);
  };
  void look();
}
