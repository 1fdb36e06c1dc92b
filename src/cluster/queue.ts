import { createHash } from 'node:crypto';
import { gunzipSync, gzipSync } from 'node:zlib';
import { type ConnectionOptions, Queue } from 'bullmq';
import { InputError } from '../lexicon/errors.js';

/** A file to be read: its bytes travel with it, so that workers need no common disk. */
export interface ReportJob {
  source: string;
  /** The file's bytes, gzip, base64. */
  content: string;
  /** When it was put in; compared as text: of several texts of one report the last counts, whichever is read first. */
  order: string;
}

/** A report is tried this often when the store or Redis fails, waiting twice as long each time, from this on. */
const ATTEMPTS = 8;
const BACKOFF = 1000;
/** Larger files do not travel well through Redis. In bytes. */
export const LARGEST_JOB = 20 * 2 ** 20;
/** How long Redis is waited for at the start, in milliseconds. */
const PATIENCE = 5000;

/** What a connection to Redis is made with. @throws InputError for an address that is none. */
export function connectionTo(address: string): ConnectionOptions {
  if (!/^rediss?:\/\/[^\s]+$/.test(address))
    throw new InputError(`${address}: not an address of Redis. Write it as redis://host:6379 or rediss://….`, 2);
  return { url: address, maxRetriesPerRequest: null };
}

const shown = (address: string) => address.replace(/\/\/[^@/]*@/, '//');

/** The queue of reports. @throws InputError where Redis does not answer. */
export async function openQueue(address: string, name: string): Promise<Queue<ReportJob>> {
  const queue = new Queue<ReportJob>(name, { connection: connectionTo(address) });
  // Lost connections are made again; who waits for an answer has a patience of his own.
  queue.on('error', () => undefined);
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, fail) => {
    timer = setTimeout(
      () => fail(new InputError(`${shown(address)}: no Redis answers there. Start it, or check --redis.`, 4)),
      PATIENCE,
    );
  });
  try {
    await Promise.race([queue.waitUntilReady(), late]);
    return queue;
  } catch (error) {
    void queue.disconnect().catch(() => undefined);
    throw error instanceof InputError
      ? error
      : new InputError(`${shown(address)}: Redis refuses (${(error as Error).message}).`, 4);
  } finally {
    clearTimeout(timer);
  }
}

export const packed = (bytes: Buffer): string => gzipSync(bytes).toString('base64');
export const unpacked = (content: string): Buffer => gunzipSync(Buffer.from(content, 'base64'));

/** Where a file stands in the order of all that are put in: by the time, then by its place among those of one command. */
export const orderOf = (began: Date, index: number): string =>
  `${began.toISOString()} ${String(index).padStart(9, '0')}`;

/**
 * Puts a file into the queue. One that waits there already, with the same name and content, is not put in again.
 * @param order as orderOf gives it. @throws InputError where it is too large.
 */
export async function addReport(queue: Queue<ReportJob>, source: string, bytes: Buffer, order: string): Promise<void> {
  if (bytes.length > LARGEST_JOB)
    throw new InputError(`${source}: larger than ${LARGEST_JOB / 2 ** 20} MB; build it on one machine instead.`);
  const jobId = createHash('sha256').update(source).update('\0').update(bytes).digest('hex');
  await queue.add(
    'report',
    { source, content: packed(bytes), order },
    {
      jobId,
      attempts: ATTEMPTS,
      backoff: { type: 'exponential', delay: BACKOFF },
      // What is done goes; what cannot be read stays in the failed set, with its reason.
      removeOnComplete: true,
      removeOnFail: false,
    },
  );
}
