import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { Piscina } from 'piscina';
import { InputError } from '../lexicon/errors.js';
import { addLexicons } from '../lexicon/load.js';
import { bytesOf, STDIN } from '../read/files.js';
import { readCorrections } from '../resolve/corrections.js';
import type { ReadOptions } from './extractor.js';
import { Journal } from './journal.js';
import type { FileOutcome } from './task.js';

export interface CorpusOptions extends ReadOptions {
  /** How many threads read; as many as the machine has cores where it is not given. */
  workers?: number;
  /** Goes on after a file that cannot be read. */
  keepGoing?: boolean;
  /** Goes on where a run before was stopped. */
  resume?: boolean;
  /** Tells how far it is. */
  progress?: (done: number, of: number) => void;
}

/** A file may take this long, and this much longer for each of its megabytes, in milliseconds: then its worker is ended. */
const PATIENCE = 8000;
const PATIENCE_PER_MB = 4000;
/** What a worker may hold, in MB: a file that needs more ends it with an error of its own. */
const HEAP = 768;
/** The young generation, in MB: with room for a report's garbage there is little to collect, and the other thread keeps its core. */
const YOUNG = 32;

/** What the outcome of a file depends on beside the file. */
function stampOf(program: string, { lexicon, corrections }: ReadOptions): string {
  const hash = createHash('sha256').update(program);
  const own = lexicon ? readdirSync(lexicon).map((f) => join(lexicon, f)) : [];
  for (const file of [...own.sort(), ...(corrections ? [corrections] : [])])
    hash.update(`\n${file}\n`).update(readFileSync(file));
  return hash.digest('hex');
}

const patience = (file: string) => {
  const size = file === STDIN || !existsSync(file) ? 0 : statSync(file).size;
  return Math.round(PATIENCE + (PATIENCE_PER_MB * size) / 2 ** 20);
};

const failed = (file: string, failure: string): FileOutcome => ({ file, sha256: '', reports: [], failure, stale: [] });

/** What ended a worker, as the outcome of the file that it was reading. @throws what no file can be blamed for. */
function outcomeOf(file: string, error: unknown): FileOutcome {
  const { name, code } = error as NodeJS.ErrnoException;
  if (name === 'AbortError' || name === 'TimeoutError')
    return failed(file, `${file}: takes more than ${Math.round(patience(file) / 1000)} s to read; given up.`);
  if (code === 'ERR_WORKER_OUT_OF_MEMORY')
    return failed(file, `${file}: takes more than ${HEAP} MB of memory to read; given up.`);
  throw error;
}

/** Whether a file is still what a journal says that it was. */
function isUnchanged({ file, sha256 }: FileOutcome): boolean {
  if (file === STDIN || !sha256) return false;
  try {
    return createHash('sha256').update(bytesOf(file)).digest('hex') === sha256;
  } catch {
    return false;
  }
}

/** How many threads read so many files. */
const threads = (files: number, wanted = availableParallelism()) => Math.max(1, Math.min(wanted, files));

/**
 * Reads files in worker threads. Outcomes come in the order of the files, whatever the number of workers; their lines
 * lie in spools in `folder`, with a journal by which a later run resumes.
 * @param program what reads: its version and lexicons.
 * @throws InputError at the first file that cannot be read, unless it keeps going; for lexicons or corrections that do not read.
 */
export async function readFiles(
  files: readonly string[],
  folder: string,
  program: string,
  { workers, keepGoing, resume, progress, ...options }: CorpusOptions,
): Promise<FileOutcome[]> {
  // What the user adds is checked here: in a worker nobody could be told.
  if (options.lexicon) addLexicons(options.lexicon);
  if (options.corrections) readCorrections(options.corrections);
  if (!resume) rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  const journal = new Journal(folder);
  const stamp = stampOf(program, options);
  const before = journal.read(stamp);
  const wanted = new Set(files);
  const known = new Map([...before].filter(([file, outcome]) => wanted.has(file) && isUnchanged(outcome)));
  journal.open(stamp, known.values());

  const count = threads(files.length - known.size, workers);
  const pool = new Piscina<string, FileOutcome>({
    filename: new URL('./worker.js', import.meta.url).href,
    workerData: { folder, run: `${Date.now().toString(36)}-${process.pid}`, ...options },
    minThreads: files.length > known.size ? count : 0,
    maxThreads: count,
    concurrentTasksPerWorker: 1,
    resourceLimits: { maxOldGenerationSizeMb: HEAP, maxYoungGenerationSizeMb: YOUNG },
  });
  // A worker that replaces one that was ended may come up when all is done, and find its folder gone.
  let closing = false;
  pool.on('error', (error) => {
    if (!closing) throw error;
  });
  const outcomes: FileOutcome[] = [];
  let done = 0;
  let stopped = false;
  const readOne = async (index: number): Promise<void> => {
    const file = files[index];
    let outcome = known.get(file);
    if (!outcome) {
      try {
        outcome = await pool.run(file, { signal: AbortSignal.timeout(patience(file)) });
      } catch (error) {
        outcome = outcomeOf(file, error);
      }
      if (!outcome.failure) journal.add(outcome);
    }
    outcomes[index] = outcome;
    stopped ||= outcome.failure !== undefined && !keepGoing;
    progress?.(++done, files.length);
  };
  try {
    let next = 0;
    // A lane for each worker takes the next file when it has done one: none waits in a queue, where its patience would run.
    const lane = async () => {
      while (next < files.length && !stopped) await readOne(next++);
    };
    await Promise.all(Array.from({ length: count }, lane));
  } finally {
    closing = true;
    await pool.destroy();
  }
  // All files before it have been read, so it is the same one on every run.
  const first = outcomes.find((o) => o?.failure !== undefined);
  if (stopped && first) throw new InputError(String(first.failure));
  return outcomes;
}

/** The spools and the journal that a build keeps beside its output while it goes on. */
export const workFolder = (out: string): string => join(out, '.gongwen-build');
