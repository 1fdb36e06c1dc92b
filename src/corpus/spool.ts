import { closeSync, fstatSync, openSync, readSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import type { ReportLines } from './lines.js';

/** Where a block of lines stands in a spool file, in bytes, and how many lines it has. */
export type Place = readonly [offset: number, length: number, lines: number];

/** Behind each line, as graph.json has it between them: blocks are copied there as they are. */
export const BETWEEN = ',\n';

/** Where a report's lines stand. */
export interface SpooledReport {
  spool: string;
  own: Record<string, Place>;
  shared: Place;
}

/** Appends reports' lines to a file that one writer has to itself. */
export class SpoolWriter {
  private readonly file: number;
  private end: number;

  constructor(
    folder: string,
    private readonly name: string,
  ) {
    this.file = openSync(join(folder, name), 'a');
    this.end = fstatSync(this.file).size;
  }

  private append(lines: readonly string[]): Place {
    const bytes = Buffer.from(lines.map((line) => line + BETWEEN).join(''));
    for (let at = 0; at < bytes.length; ) at += writeSync(this.file, bytes, at);
    const place: Place = [this.end, bytes.length, lines.length];
    this.end += bytes.length;
    return place;
  }

  write({ own, shared }: ReportLines): SpooledReport {
    const places = [...own].map(([block, lines]) => [block, this.append(lines)] as const);
    return { spool: this.name, own: Object.fromEntries(places), shared: this.append(shared) };
  }

  close(): void {
    closeSync(this.file);
  }
}

/** Reads blocks back from the spool files of a folder. */
export class SpoolReader {
  private readonly files = new Map<string, number>();

  constructor(private readonly folder: string) {}

  read(spool: string, [offset, length]: Place): Buffer {
    const file = this.files.get(spool) ?? openSync(join(this.folder, spool), 'r');
    this.files.set(spool, file);
    const bytes = Buffer.allocUnsafe(length);
    for (let at = 0; at < length; ) {
      const read = readSync(file, bytes, at, length - at, offset + at);
      if (!read) throw new Error(`${join(this.folder, spool)}: ends before ${offset + length}`);
      at += read;
    }
    return bytes;
  }

  lines(spool: string, place: Place): string[] {
    return this.read(spool, place).toString().split(BETWEEN).slice(0, -1);
  }

  close(): void {
    for (const file of this.files.values()) closeSync(file);
  }
}
