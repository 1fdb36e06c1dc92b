/** What a cell of a table may hold. */
export type Cell = unknown;

function cellText(value: Cell): string {
  if (value === null || value === undefined) return '';
  if (Array.isArray(value)) return value.map(cellText).join(', ');
  return typeof value === 'object' ? JSON.stringify(value) : String(value);
}

function quoted(value: Cell): string {
  const text = cellText(value);
  const safe = typeof value === 'string' && /^[=+\-@\t\r']/.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

/** One row as a line. */
export const csvLine = (columns: readonly string[], row: Record<string, Cell>): string =>
  `${columns.map((c) => quoted(row[c])).join(',')}\r\n`;

/** Rows as CSV (RFC 4180). Cells that a spreadsheet would run as a formula are kept as text: an apostrophe leads them. */
export function csv(columns: readonly string[], rows: Iterable<Record<string, Cell>>): string {
  const lines = [`${columns.join(',')}\r\n`];
  for (const row of rows) lines.push(csvLine(columns, row));
  return lines.join('');
}
