import { closeSync, mkdtempSync, openSync, readSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { collect } from './garbage.js';

/** What is sorted at a time, in UTF-16 units. */
const RUN = 8 * 2 ** 20;
const BUFFER = 2 ** 16;

/** The lines of a file, one after the other, with one buffer in memory. */
function* linesIn(path: string): Generator<string> {
  const file = openSync(path, 'r');
  const buffer = Buffer.allocUnsafe(BUFFER);
  const decoder = new TextDecoder();
  let rest = '';
  try {
    for (let read = readSync(file, buffer); read > 0; read = readSync(file, buffer)) {
      const parts = (rest + decoder.decode(buffer.subarray(0, read), { stream: true })).split('\n');
      rest = parts.pop() ?? '';
      yield* parts;
    }
  } finally {
    closeSync(file);
  }
}

/** Sorts more lines than memory holds: runs go to disk sorted and are merged. Lines may hold no line break. */
export class SortedRuns {
  private readonly folder = mkdtempSync(join(tmpdir(), 'gongwen-sort-'));
  private waiting: string[] = [];
  private size = 0;
  private runs = 0;

  /** @param run what is sorted at a time, in UTF-16 units. */
  constructor(private readonly run = RUN) {}

  add(line: string): void {
    this.waiting.push(line);
    this.size += line.length;
    if (this.size > this.run) this.flush();
  }

  private flush(): void {
    if (!this.waiting.length) return;
    writeFileSync(join(this.folder, String(this.runs++)), `${this.waiting.sort().join('\n')}\n`);
    this.waiting = [];
    this.size = 0;
    collect();
  }

  /** All lines in order, by their UTF-16 units. */
  *sorted(): Generator<string> {
    if (!this.runs) {
      yield* this.waiting.sort();
      return;
    }
    this.flush();
    const heads = Array.from({ length: this.runs }, (_, i) => linesIn(join(this.folder, String(i))))
      .map((lines) => ({ lines, head: lines.next().value as string | undefined }))
      .filter((h) => h.head !== undefined);
    // Kept sorted by their heads, the least last: with some dozens of runs a heap would not be faster.
    const byHead = (a: { head?: string }, b: { head?: string }) => ((a.head as string) < (b.head as string) ? 1 : -1);
    heads.sort(byHead);
    let passed = 0;
    while (heads.length) {
      const least = heads[heads.length - 1];
      const line = least.head as string;
      yield line;
      passed += line.length;
      if (passed > this.run) {
        collect();
        passed = 0;
      }
      least.head = least.lines.next().value as string | undefined;
      if (least.head === undefined) {
        heads.pop();
        continue;
      }
      for (let i = heads.length - 1; i > 0 && byHead(heads[i - 1], heads[i]) > 0; i--)
        [heads[i - 1], heads[i]] = [heads[i], heads[i - 1]];
    }
  }

  remove(): void {
    rmSync(this.folder, { recursive: true, force: true });
  }
}
