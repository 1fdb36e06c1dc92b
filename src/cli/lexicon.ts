import { normalise } from '../language/normalise.js';
import { checkLexicons } from '../lexicon/check.js';
import { addLexicons } from '../lexicon/load.js';
import { readReportFile } from '../read/decode.js';
import { reportFiles } from './reports.js';

/** gongwen lexicon check: duplicates, hidden entries and, with reports, entries that occur in none of them. */
export function lexiconCheck(paths: readonly string[], { lexicon }: { lexicon?: string }): void {
  if (lexicon) addLexicons(lexicon);
  const corpus = paths.length ? reportFiles(paths).map((f) => normalise(readReportFile(f))) : [];
  const findings = checkLexicons(corpus);
  for (const { file, line, kind, entry, detail } of findings)
    process.stdout.write(`${file}:${line}: ${kind}: ${entry} (${detail})\n`);
  const mend = findings.filter((f) => f.kind !== 'never fires').length;
  process.stdout.write(`${mend} to mend, ${findings.length - mend} that never fire\n`);
  process.exitCode = mend ? 1 : 0;
}
