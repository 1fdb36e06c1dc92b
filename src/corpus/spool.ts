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
    return this.appendBytes(Buffer.from(lines.map((line) => line + BETWEEN).join('')), lines.length);
  }

  private appendBytes(bytes: Buffer, lines: number): Place {
    for (let at = 0; at < bytes.length; ) at += writeSync(this.file, bytes, at);
    const place: Place = [this.end, bytes.length, lines];
    this.end += bytes.length;
    return place;
  }

  /** Keeps a text that was taken out of another format. */
  writeText(text: string): Place {
    return this.appendBytes(Buffer.from(text), 0);
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
  private buffer = Buffer.allocUnsafe(2 ** 20);

  constructor(private readonly folder: string) {}

  /** The bytes of a block; they are good until the next is read. */
  read(spool: string, [offset, length]: Place): Buffer {
    const file = this.files.get(spool) ?? openSync(join(this.folder, spool), 'r');
    this.files.set(spool, file);
    if (length > this.buffer.length) this.buffer = Buffer.allocUnsafe(length * 2);
    const bytes = this.buffer.subarray(0, length);
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
