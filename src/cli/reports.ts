import { existsSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { InputError } from '../lexicon/errors.js';
import { addLexicons } from '../lexicon/load.js';
import { extract } from '../pipeline.js';
import { readReportFile } from '../read/decode.js';
import { Corrector, readCorrections } from '../resolve/corrections.js';
import type { Extraction } from '../schema/extraction.js';
import { Progress } from './progress.js';

/** The report files that paths name: a file itself, a folder's .txt files at any depth, in the order of their names. */
export function reportFiles(paths: readonly string[]): string[] {
  return paths.flatMap((path) => {
    if (!existsSync(path)) throw new InputError(`${path}: no such file or folder. Check the path.`);
    if (!statSync(path).isDirectory()) return [path];
    const files = readdirSync(path, { recursive: true, encoding: 'utf8' })
      .filter((f) => f.endsWith('.txt'))
      .sort()
      .map((f) => join(path, f));
    if (!files.length) throw new InputError(`${path}: no reports (.txt) in this folder.`);
    return files;
  });
}

/** What a user adds to the project's own rules. */
export interface ReadOptions {
  lexicon?: string;
  corrections?: string;
}

/** Reads and extracts report files under a user's own lexicons and corrections. */
export class ReportReader {
  private readonly corrector?: Corrector;

  /** @throws InputError for lexicons or corrections that do not read. */
  constructor({ lexicon, corrections }: ReadOptions) {
    if (lexicon) addLexicons(lexicon);
    if (corrections) this.corrector = new Corrector(readCorrections(corrections));
  }

  /** @throws InputError for a file that cannot be read. */
  read(file: string): Extraction {
    const extraction = extract(readReportFile(file), { source: file });
    return this.corrector?.apply(extraction) ?? extraction;
  }

  /** Reads each file, with progress. @throws InputError at the first that cannot be read. */
  readAll(files: readonly string[]): Extraction[] {
    const progress = new Progress('reading reports');
    const seen = new Map<string, string>();
    const extractions = files.map((file, i) => {
      progress.step(i, files.length);
      const extraction = this.read(file);
      const { id } = extraction.report;
      const twin = seen.get(id);
      if (twin) process.stderr.write(`gongwen: ${file} is the same report as ${twin}; the later one counts.\n`);
      seen.set(id, file);
      return extraction;
    });
    progress.end();
    return extractions;
  }

  /** Says which corrections matched nothing: the reports, or the rules, have changed under them. */
  end(): void {
    for (const entry of this.corrector?.stale() ?? [])
      process.stderr.write(`gongwen: this correction no longer matches anything: ${entry}\n`);
  }
}
