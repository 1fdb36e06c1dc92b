import { Extractor, type ReadOptions } from '../corpus/extractor.js';
import { documentsIn } from '../read/files.js';
import type { Extraction } from '../schema/extraction.js';
import { Progress } from './progress.js';

/** Reads and extracts report files under a user's own lexicons and corrections. */
export class ReportReader {
  private readonly extractor: Extractor;

  /** @throws InputError for lexicons or corrections that do not read. */
  constructor(options: ReadOptions) {
    this.extractor = new Extractor(options);
  }

  /** The reports of one file. @throws InputError for a file that cannot be read. */
  async read(file: string): Promise<Extraction[]> {
    const documents = await documentsIn(file);
    return documents.map(({ source, text }) => this.extractor.extract(text, source));
  }

  /** Reads each file, with progress. @throws InputError at the first that cannot be read. */
  async readAll(files: readonly string[]): Promise<Extraction[]> {
    const progress = new Progress('reading reports');
    const seen = new Map<string, string>();
    const extractions: Extraction[] = [];
    for (const [i, file] of files.entries()) {
      progress.step(i, files.length);
      for (const extraction of await this.read(file)) {
        const { id, source = file } = extraction.report;
        const twin = seen.get(id);
        if (twin) process.stderr.write(`gongwen: ${source} is the same report as ${twin}; the later one counts.\n`);
        seen.set(id, source);
        extractions.push(extraction);
      }
    }
    progress.end();
    return extractions;
  }

  /** Says which corrections matched nothing: the reports, or the rules, have changed under them. */
  end(): void {
    for (const entry of this.extractor.stale())
      process.stderr.write(`gongwen: this correction no longer matches anything: ${entry}\n`);
  }
}
