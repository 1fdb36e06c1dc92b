import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const root = fileURLToPath(new URL('../../', import.meta.url));
export const fogangFile = join(root, 'data/reports/fogang-2023.txt');
export const fogangText = readFileSync(fogangFile, 'utf8');

/** The real reports that lie beside the project; they are not part of it. */
const shared = join(root, '../shared/reports');

/** Paths of the shared reports. @throws where they are absent: a test that needs them must not pass without them. */
export function sharedReports(): string[] {
  if (!existsSync(shared)) throw new Error(`this test needs the real reports in ${shared}; they are absent`);
  return readdirSync(shared, { recursive: true, encoding: 'utf8' })
    .filter((f) => f.endsWith('.txt'))
    .sort()
    .map((f) => join(shared, f));
}

/** The text of a UTF-8 file. */
export const readText = (path: string): string => readFileSync(path, 'utf8').replace(/^\ufeff/, '');
