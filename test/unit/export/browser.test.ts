import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { grass } from '../../../src/export/grass.js';
import { COLOURS } from '../../../src/export/palette.js';
import { NODE_KINDS } from '../../../src/schema/nodes.js';
import { openEmbedded } from '../../../src/store/embedded.js';
import { loadGraph } from '../../../src/store/load.js';
import { queryLibrary } from '../../../src/store/queryFile.js';
import type { GraphStore } from '../../../src/store/store.js';
import { root } from '../../support/paths.js';
import { sampleGraph } from '../../support/sample.js';
import { scratchFolder } from '../../support/scratch.js';

const scratch = scratchFolder('browser');

test('the style sheet colours every kind as the drawings do', () => {
  for (const kind of NODE_KINDS) expect(grass()).toContain(`node.${kind} {\n  color: ${COLOURS[kind]};`);
});

describe('the guide', () => {
  const page = readFileSync(join(root, 'cypher/browser/guide.html'), 'utf8');
  const statements = [...page.matchAll(/<pre mode="cypher"[^>]*>(.*?)<\/pre>/gs)].map(([, s]) =>
    s.replaceAll('&lt;', '<'),
  );
  let store: GraphStore;
  beforeAll(async () => {
    store = openEmbedded(scratch('store'), { create: true });
    await loadGraph(store, sampleGraph());
  });
  afterAll(() => store.close());

  test('opens the graph and walks to five findings', () => {
    expect(statements).toHaveLength(6);
  });

  test.each(statements)('%s', async (statement) => {
    expect((await store.run(statement)).rows.length).toBeGreaterThan(0);
  });
});

test.each(queryLibrary())('$name has a title, its question in both languages and tags', ({ title, question, tags }) => {
  expect(title).toMatch(/^[A-Z]/);
  expect(question).toMatch(/[a-z].*[?)].*[一-龥]/);
  expect(tags.length).toBeGreaterThan(0);
});
