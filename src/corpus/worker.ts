import { threadId, workerData } from 'node:worker_threads';
import type { ReadOptions } from './extractor.js';
import { collect } from './garbage.js';
import { SpoolWriter } from './spool.js';
import { type FileOutcome, FileReader } from './task.js';

/** What each worker is started with. */
export interface WorkerSettings extends ReadOptions {
  /** The folder of the spools. */
  folder: string;
  /** Sets this run's spools apart from those of a run before. */
  run: string;
}

/** After so many files all garbage is collected: the worker may grow to what a large file needs, and should not without one. */
const COLLECT_AFTER = 100;

const { folder, run, ...options } = workerData as WorkerSettings;
const reader = new FileReader(options, new SpoolWriter(folder, `spool-${run}-${threadId}`));
let files = 0;

/** A worker's task: one file. */
export default async (file: string): Promise<FileOutcome> => {
  const outcome = await reader.read(file);
  if (++files % COLLECT_AFTER === 0) collect();
  return outcome;
};
