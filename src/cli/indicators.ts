import { reportFiles } from '../read/files.js';
import { Suggestions } from '../resolve/suggest.js';
import { ReportReader } from './reports.js';
import { asTable } from './table.js';

/** gongwen indicators suggest: the words that counts are told in and that the catalogue does not hold, the most frequent first. */
export async function suggestIndicators(
  paths: readonly string[],
  { most, least, json, lexicon }: { most: number; least: number; json?: boolean; lexicon?: string },
): Promise<void> {
  const suggestions = new Suggestions();
  for (const report of await new ReportReader({ lexicon }).readAll(reportFiles(paths))) suggestions.add(report);
  const found = suggestions.most(most, least);
  if (json) process.stdout.write(`${JSON.stringify(found, null, 2)}\n`);
  else
    process.stdout.write(
      asTable({ columns: ['reports', 'times', 'unit', 'words', 'example'], rows: found.map((s) => ({ ...s })) }),
    );
}
