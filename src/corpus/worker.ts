import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { threadId, workerData } from 'node:worker_threads';
import type { ReadOptions } from './extractor.js';
import { SpoolWriter } from './spool.js';
import { type FileOutcome, FileReader } from './task.js';

/** What each worker is started with. */
export interface WorkerSettings extends ReadOptions {
  /** The folder of the spools. */
  folder: string;
  /** Sets this run's spools apart from those of a run before. */
  run: string;
}

/**
 * After so many files all garbage is collected. Left to itself the engine lets a worker grow to several hundred
 * megabytes before it looks through the old generation: it may, as a large file needs them.
 */
const COLLECT_AFTER = 100;

setFlagsFromString('--expose-gc');
const collect = runInNewContext('gc') as () => void;
const { folder, run, ...options } = workerData as WorkerSettings;
const reader = new FileReader(options, new SpoolWriter(folder, `spool-${run}-${threadId}`));
let files = 0;

/** A worker's task: one file. */
export default async (file: string): Promise<FileOutcome> => {
  const outcome = await reader.read(file);
  if (++files % COLLECT_AFTER === 0) collect();
  return outcome;
};
