import { createHash } from 'node:crypto';
import { type ReportEntry, reportEntry } from '../export/snapshot.js';
import { partOf } from '../graph/build.js';
import { InputError } from '../lexicon/errors.js';
import { addLexicons } from '../lexicon/load.js';
import { extract } from '../pipeline.js';
import { documentsOf } from '../read/documents.js';
import { bytesOf, STDIN } from '../read/files.js';
import { Corrector, readCorrections } from '../resolve/corrections.js';
import { SchemaError } from '../schema/validate.js';
import { type Fingerprint, fingerprint } from './fingerprint.js';
import { linesOf } from './lines.js';
import type { Place, SpooledReport, SpoolWriter } from './spool.js';

/** What a user adds to the project's own rules. */
export interface ReadOptions {
  lexicon?: string;
  corrections?: string;
}

/** A report that was read: what the manifest keeps of it, and where its lines are. */
export interface ReadReport {
  entry: ReportEntry;
  fingerprint: Fingerprint;
  period?: string;
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
  private readonly corrector?: Corrector;

  /** @throws InputError for lexicons or corrections that do not read. */
  constructor(
    { lexicon, corrections }: ReadOptions,
    private readonly spool: SpoolWriter,
  ) {
    if (lexicon) addLexicons(lexicon);
    if (corrections) this.corrector = new Corrector(readCorrections(corrections));
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
    return { file, sha256, reports, ...(failure !== undefined && { failure }), stale: this.corrector?.stale() ?? [] };
  }

  private readText(text: string, source: string, verbatim: boolean): ReadReport {
    const plain = extract(text, { source });
    const extraction = this.corrector?.apply(plain) ?? plain;
    const { periodFrom, periodTo } = extraction.report;
    return {
      entry: reportEntry(extraction),
      fingerprint: fingerprint(text),
      ...(periodFrom && { period: `${periodFrom}/${periodTo}` }),
      spooled: this.spool.write(linesOf(partOf(extraction))),
      ...(!verbatim && { text: this.spool.writeText(text) }),
    };
  }
}
