import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll } from 'vitest';

/** A folder for one test file, removed behind it. @returns a path in it by name. */
export function scratchFolder(name: string): (file?: string) => string {
  const folder = mkdtempSync(join(tmpdir(), `gongwen-${name}-`));
  afterAll(() => rmSync(folder, { recursive: true, force: true }));
  return (file = '') => join(folder, file);
}
