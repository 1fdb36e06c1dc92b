import { normalise } from '../language/normalise.js';
import { checkLexicons } from '../lexicon/check.js';
import { addLexicons } from '../lexicon/load.js';
import { documentsIn, reportFiles } from '../read/files.js';

/** gongwen lexicon check: duplicates, hidden entries and, with reports, entries that occur in none of them. */
export async function lexiconCheck(paths: readonly string[], { lexicon }: { lexicon?: string }): Promise<void> {
  if (lexicon) addLexicons(lexicon);
  const corpus: string[] = [];
  for (const file of paths.length ? reportFiles(paths) : [])
    for (const { text } of await documentsIn(file)) corpus.push(normalise(text));
  const findings = checkLexicons(corpus);
  for (const { file, line, kind, entry, detail } of findings)
    process.stdout.write(`${file}:${line}: ${kind}: ${entry} (${detail})\n`);
  const mend = findings.filter((f) => f.kind !== 'never fires').length;
  process.stdout.write(`${mend} to mend, ${findings.length - mend} that never fire\n`);
  process.exitCode = mend ? 1 : 0;
}
