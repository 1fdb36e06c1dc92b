import { parse } from 'csv-parse/sync';
import { InputError } from '../../lexicon/errors.js';
import { TEXT_FIELDS } from './sniff.js';

/** A row's text and, where the row names one, its title. */
function rowText(row: Record<string, unknown>, source: string): string {
  const byName = new Map(Object.entries(row).map(([k, v]) => [k.trim().toLowerCase(), v]));
  const field = TEXT_FIELDS.find((f) => typeof byName.get(f) === 'string');
  if (!field) throw new InputError(`${source}: no text. Name its field ${TEXT_FIELDS.slice(0, 3).join(', ')} or 正文.`);
  const text = String(byName.get(field));
  const title = byName.get('title') ?? byName.get('标题') ?? byName.get('名称');
  return typeof title === 'string' && title && !text.slice(0, 400).includes(title) ? `${title}\n${text}` : text;
}

/** The texts of a JSON Lines file, with the number of their line. @throws InputError naming the line that does not read. */
export function* jsonlTexts(text: string, source: string): Generator<{ part: string; text: string }> {
  let line = 0;
  for (const raw of text.split('\n')) {
    line++;
    if (!raw.trim()) continue;
    let row: unknown;
    try {
      row = JSON.parse(raw);
    } catch (error) {
      throw new InputError(`${source}:${line}: not JSON (${(error as Error).message}). A line holds one report.`);
    }
    if (row === null || typeof row !== 'object') throw new InputError(`${source}:${line}: not a JSON object.`);
    yield { part: String(line), text: rowText(row as Record<string, unknown>, `${source}:${line}`) };
  }
}

/** The texts of a CSV file with a header, with the number of their record. @throws InputError for one that does not read. */
export function* csvTexts(text: string, source: string): Generator<{ part: string; text: string }> {
  let rows: Record<string, string>[];
  try {
    rows = parse(text, { columns: true, bom: true, relax_column_count: true, skip_empty_lines: true });
  } catch (error) {
    throw new InputError(`${source}: not CSV (${(error as Error).message.split('\n')[0]}).`);
  }
  for (const [i, row] of rows.entries())
    yield { part: String(i + 1), text: rowText(row, `${source}: record ${i + 1}`) };
}
