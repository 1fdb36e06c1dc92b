#!/usr/bin/env node
// Writes what the program makes and the repository keeps: the schema's Cypher and its page, the README's picture, and
// the blocks of both READMEs between `<!-- generated NAME -->` and `<!-- /generated -->`. Run by `npm run generate`;
// with --check it writes nothing and fails where something is stale.
import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { grass } from '../dist/export/grass.js';
import { schemaFile } from '../dist/schema/constraints.js';
import { schemaPage } from '../dist/schema/documentation.js';
import { loadFiles } from '../dist/store/loadPage.js';

const root = fileURLToPath(new URL('..', import.meta.url));
const check = process.argv.includes('--check');
const work = mkdtempSync(join(tmpdir(), 'gongwen-generate-'));
const out = join(work, 'out');
const gongwen = (...args) =>
  execFileSync(process.execPath, [join(root, 'dist/cli/main.js'), ...args], { cwd: root, encoding: 'utf8' });

let stale = 0;
function keep(path, text) {
  const file = join(root, path);
  if (readFileSync(file, { encoding: 'utf8', flag: 'a+' }) === text) return;
  stale++;
  if (check) console.error(`${path} is stale. Run: npm run generate`);
  else {
    writeFileSync(file, text);
    console.log(`wrote ${path}`);
  }
}

const fence = (text) => `\n\`\`\`text\n${text.trimEnd()}\n\`\`\`\n`;

/** The F1 figures of the three marked sets side by side. */
function figuresTable() {
  const sets = ['dev', 'tune', 'test'].map((half) => JSON.parse(gongwen('evaluate', `data/gold/${half}`, '--json')));
  const rows = ({ span, relation, agencyNorm, countValue, countIndicator, entities, relations }) => ({
    ...span,
    'agency norm': agencyNorm,
    'count value': countValue,
    'count indicator': countIndicator,
    ...relation,
    ENTITIES: entities,
    RELATIONS: relations,
  });
  const all = sets.map(rows);
  const cell = (f) => (f?.gold ? `${f.f1.toFixed(3)} (${f.gold})` : '–');
  const lines = Object.keys(all[0]).map((name) => `| ${name} | ${all.map((set) => cell(set[name])).join(' | ')} |`);
  return `\n| F1 (marks) | dev | tune | test |\n| --- | --- | --- | --- |\n${lines.join('\n')}\n`;
}

try {
  const summary = gongwen('build', 'data/reports/fogang-2023.txt', '--out', out).replaceAll(out, 'out');
  const blocks = {
    summary: () => fence(summary),
    query: () => fence(gongwen('query', 'programmes-by-cases', '--on', join(out, 'store'))),
    figures: figuresTable,
    queries: () => fence(gongwen('query', '--list')),
  };
  keep('cypher/schema.cypher', schemaFile());
  mkdirSync(join(root, 'cypher/load'), { recursive: true });
  for (const [name, text] of Object.entries(loadFiles())) keep(`cypher/load/${name}`, text);
  keep('cypher/browser/style.grass', grass());
  keep('docs/graph.md', schemaPage());
  keep('docs/fogang.svg', gongwen('export', out, '--format', 'svg', '--focus', '粤执法', '--most', '45'));
  for (const readme of ['README.md', 'README.zh-CN.md']) {
    const text = readFileSync(join(root, readme), 'utf8');
    const filled = text.replace(
      /(<!-- generated (\w+) -->).*?(<!-- \/generated -->)/gs,
      (_, open, name, close) => `${open}${blocks[name]()}${close}`,
    );
    keep(readme, filled);
  }
} finally {
  rmSync(work, { recursive: true, force: true });
}
process.exitCode = check && stale ? 1 : 0;
