import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { root } from '../support/paths.js';

/** The folders of src in the order of ARCHITECTURE.md; what stands alone comes where it is named there. */
const ORDER = [...readFileSync(join(root, 'ARCHITECTURE.md'), 'utf8').matchAll(/^\| `([a-z]+)(?:\.ts)?` \|/gm)].map(
  (m) => m[1],
);
const files = readdirSync(join(root, 'src'), { recursive: true, encoding: 'utf8' }).filter((f) => f.endsWith('.ts'));
const folderOf = (file: string) => file.split('/')[0].replace(/\.ts$/, '');

describe('the architecture', () => {
  test('names every folder of src', () => {
    const folders = new Set(files.map(folderOf).filter((f) => f !== 'index'));
    expect([...folders].sort()).toEqual([...ORDER].sort());
  });

  test.each(files)('%s imports only from earlier folders', (file) => {
    const own = ORDER.indexOf(folderOf(file));
    if (own < 0) return;
    const imported = [...readFileSync(join(root, 'src', file), 'utf8').matchAll(/from '(\.[^']+)\.js'/g)].map((m) =>
      folderOf(join(file, '..', m[1])),
    );
    for (const folder of imported)
      expect(ORDER.indexOf(folder), `${file} imports from ${folder}`).toBeLessThanOrEqual(own);
  });

  test('no file is long', () => {
    for (const file of files)
      expect(readFileSync(join(root, 'src', file), 'utf8').split('\n').length, file).toBeLessThanOrEqual(300);
  });
});
