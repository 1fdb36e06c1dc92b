import { appendFileSync, closeSync, existsSync, fsyncSync, openSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { FileOutcome } from './task.js';

/** What a journal was written under: another program, lexicon or correction would read the files differently. */
export type Stamp = string;

const HEAD = 'gongwen-journal';

/** An append-only record of the files that were read; after any stop a later run goes on where it ends. */
export class Journal {
  private readonly path: string;

  constructor(folder: string) {
    this.path = join(folder, 'journal.ndjson');
  }

  /** The outcomes of an earlier run under the same stamp, by file; a line that was cut off is as if it were not there. */
  read(stamp: Stamp): Map<string, FileOutcome> {
    const outcomes = new Map<string, FileOutcome>();
    if (!existsSync(this.path)) return outcomes;
    const lines = readFileSync(this.path, 'utf8').split('\n').slice(0, -1);
    if (lines[0] !== JSON.stringify([HEAD, stamp])) return outcomes;
    for (const line of lines.slice(1)) {
      const outcome = JSON.parse(line) as FileOutcome;
      outcomes.set(outcome.file, outcome);
    }
    return outcomes;
  }

  /** Begins a new journal, or goes on with one whose last line may be cut off. */
  open(stamp: Stamp, known: Iterable<FileOutcome>): void {
    const lines = [JSON.stringify([HEAD, stamp]), ...[...known].map((o) => JSON.stringify(o))];
    const file = openSync(this.path, 'w');
    try {
      appendFileSync(file, `${lines.join('\n')}\n`);
      fsyncSync(file);
    } finally {
      closeSync(file);
    }
  }

  add(outcome: FileOutcome): void {
    appendFileSync(this.path, `${JSON.stringify(outcome)}\n`);
  }
}
