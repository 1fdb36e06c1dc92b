import { createHash } from 'node:crypto';
import { type ReportEntry, reportEntry } from '../export/snapshot.js';
import { partOf } from '../graph/build.js';
import { InputError } from '../lexicon/errors.js';
import { documentsOf } from '../read/documents.js';
import { bytesOf, STDIN } from '../read/files.js';
import { SchemaError } from '../schema/validate.js';
import { type Candidate, candidateOf } from './choose.js';
import { Extractor, type ReadOptions } from './extractor.js';
import { linesOf } from './lines.js';
import type { Place, SpooledReport, SpoolWriter } from './spool.js';

/** A report that was read: what the manifest keeps of it, and where its lines are. */
export interface ReadReport extends Candidate {
  entry: ReportEntry;
  spooled: SpooledReport;
  /** Where the text stands in the spool, where it was taken out of another format. */
  text?: Place;
}

/** What became of a file. */
export interface FileOutcome {
  file: string;
  /** Of the file's bytes; empty where they could not be read. */
  sha256: string;
  reports: ReadReport[];
  /** Why it could not be read, in one line. */
  failure?: string;
  /** The corrections that this reader has not met a use for so far. */
  stale: string[];
}

/** Reads files one after the other, under a user's own lexicons and corrections, into a spool. */
export class FileReader {
  private readonly extractor: Extractor;

  /** @throws InputError for lexicons or corrections that do not read. */
  constructor(
    options: ReadOptions,
    private readonly spool: SpoolWriter,
  ) {
    this.extractor = new Extractor(options);
  }

  /** Reads one file. What is wrong with it stands in the outcome; what is wrong with the program is thrown. */
  async read(file: string): Promise<FileOutcome> {
    const reports: ReadReport[] = [];
    let sha256 = '';
    let failure: string | undefined;
    try {
      const bytes = bytesOf(file);
      sha256 = createHash('sha256').update(bytes).digest('hex');
      for await (const { source, text, verbatim } of documentsOf(file === STDIN ? 'standard input' : file, bytes))
        reports.push(this.readText(text, source, verbatim));
    } catch (error) {
      if (!(error instanceof InputError || error instanceof SchemaError)) throw error;
      failure = error.message;
    }
    return { file, sha256, reports, ...(failure !== undefined && { failure }), stale: this.extractor.stale() };
  }

  private readText(text: string, source: string, verbatim: boolean): ReadReport {
    const extraction = this.extractor.extract(text, source);
    return {
      ...candidateOf(extraction, source),
      entry: reportEntry(extraction),
      spooled: this.spool.write(linesOf(partOf(extraction))),
      ...(!verbatim && { text: this.spool.writeText(text) }),
    };
  }
}
