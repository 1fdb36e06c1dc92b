import { csv } from '../export/csv.js';
import type { CypherValue, Result } from '../store/store.js';

const WIDE =
  /[\u1100-\u115f\u2e80-\u303e\u3041-\u33ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\ufe30-\ufe4f\uff00-\uff60\uffe0-\uffe6]/;
const width = (text: string) => [...text].reduce((w, c) => w + (WIDE.test(c) ? 2 : 1), 0);
const LONGEST = 80;

function cell(value: CypherValue): string {
  if (value === null) return '';
  if (Array.isArray(value)) return value.map(cell).join(', ');
  return typeof value === 'object' ? JSON.stringify(value) : String(value);
}

function cut(text: string, columns: number): string {
  const line = text.replace(/\s+/g, ' ');
  if (width(line) <= columns) return line;
  let out = '';
  for (const c of line) {
    if (width(out + c) > columns - 1) break;
    out += c;
  }
  return `${out}…`;
}

/** A result as a table for a terminal: Chinese characters count two columns, long cells are cut. */
export function asTable({ columns, rows }: Result): string {
  if (!rows.length) return '(no rows)\n';
  const cells = rows.map((r) => columns.map((c) => cut(cell(r[c]), LONGEST)));
  const widths = columns.map((c, i) => Math.max(width(c), ...cells.map((row) => width(row[i]))));
  const line = (row: string[]) =>
    row
      .map((c, i) => c + ' '.repeat(widths[i] - width(c)))
      .join('  ')
      .trimEnd();
  return `${[line(columns), line(widths.map((w) => '─'.repeat(w))), ...cells.map(line)].join('\n')}\n`;
}

/** A result in one of the formats of `--format`. */
export function formatted(result: Result, format: 'table' | 'json' | 'csv'): string {
  if (format === 'json') return `${JSON.stringify(result.rows, null, 2)}\n`;
  return format === 'csv' ? csv(result.columns, result.rows) : asTable(result);
}
