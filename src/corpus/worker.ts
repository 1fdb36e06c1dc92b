import { threadId, workerData } from 'node:worker_threads';
import { SpoolWriter } from './spool.js';
import { type FileOutcome, FileReader, type ReadOptions } from './task.js';

/** What each worker is started with. */
export interface WorkerSettings extends ReadOptions {
  /** The folder of the spools. */
  folder: string;
  /** Sets this run's spools apart from those of a run before. */
  run: string;
}

const { folder, run, ...options } = workerData as WorkerSettings;
const reader = new FileReader(options, new SpoolWriter(folder, `spool-${run}-${threadId}`));

/** A worker's task: one file. */
export default (file: string): Promise<FileOutcome> => reader.read(file);
