#!/usr/bin/env node
// Side by side in one run, one thread each, over the provincial reports of ../shared/reports: gongwen (whole reports in,
// mentions and relations out), jieba's tagging in JavaScript, HanLP portable's segmentation with organisation, place and
// quantity recognition. Then how gongwen's time grows with the length of a report. Medians of PASSES passes.
//   npm run bench            needs java, javac and mvn for HanLP; without them that row is left out and says so
import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Jieba } from '@node-rs/jieba';
import { dict } from '@node-rs/jieba/dict.js';
import { findMentions } from '../dist/extract/mentions.js';
import { findFacts } from '../dist/extract/relations/facts.js';
import { extract } from '../dist/index.js';
import { PlaceScope } from '../dist/places/chains.js';
import { gazetteer } from '../dist/places/gazetteer.js';
import { findJurisdiction } from '../dist/places/jurisdiction.js';
import { readReport } from '../dist/read/reading.js';
import { resolveReport } from '../dist/resolve/resolve.js';

const PASSES = 7;
const root = fileURLToPath(new URL('..', import.meta.url));
const folder = join(root, '../shared/reports/work-reports-2026');
if (!existsSync(folder)) {
  console.error(`bench: needs the real reports in ${folder}; they are absent.`);
  process.exit(1);
}
const files = readdirSync(folder)
  .sort()
  .map((f) => join(folder, f));
const texts = files.map((f) => readFileSync(f, 'utf8'));
const characters = texts.reduce((n, t) => n + t.length, 0);
const median = (values) => [...values].sort((a, b) => a - b)[values.length >> 1];

/** Characters per second of each pass, after one to warm up. */
function rates(work) {
  work();
  return Array.from({ length: PASSES }, () => {
    const began = performance.now();
    work();
    return characters / ((performance.now() - began) / 1000);
  });
}

function hanlp() {
  try {
    const work = join(root, '.cache/bench');
    mkdirSync(work, { recursive: true });
    const jar = join(work, 'hanlp-portable-1.8.4.jar');
    const copy = [
      '-q',
      '-B',
      'dependency:copy',
      '-Dartifact=com.hankcs:hanlp:portable-1.8.4',
      `-DoutputDirectory=${work}`,
    ];
    if (!existsSync(jar)) execFileSync('mvn', copy, { cwd: work, stdio: ['ignore', 'ignore', 'inherit'] });
    execFileSync('javac', ['-cp', jar, '-d', work, join(root, 'bench/Hanlp.java')]);
    const out = execFileSync(
      'java',
      ['-Xmx2g', '-XX:+UseSerialGC', '-cp', `${jar}:${work}`, 'Hanlp', String(PASSES), ...files],
      {
        encoding: 'utf8',
        stdio: ['ignore', 'pipe', 'ignore'],
      },
    );
    return out
      .trim()
      .split('\n')
      .map((l) => Number(l.split(' ')[0]));
  } catch (error) {
    console.error(`HanLP left out: ${error.message.split('\n')[0]}`);
    return undefined;
  }
}

const began = performance.now();
gazetteer();
console.log(`gazetteer, upper four levels: ${(performance.now() - began).toFixed(0)} ms to load\n`);

const jieba = Jieba.withDict(dict);
const rows = [
  ['gongwen: mentions and relations', rates(() => texts.forEach((t, i) => void extract(t, { source: files[i] })))],
  ['@node-rs/jieba 2.0.3: tagging', rates(() => texts.forEach((t) => void jieba.tag(t)))],
  ['HanLP portable 1.8.4: segmentation with names', hanlp()],
].filter(([, r]) => r);
const ours = median(rows[0][1]);
console.log('| one thread, 20 provincial reports | characters/s | gongwen is |\n| --- | --- | --- |');
for (const [name, r] of rows) {
  const rate = median(r);
  console.log(`| ${name} | ${Math.round(rate).toLocaleString('en')} | ${(ours / rate).toFixed(1)} × |`);
}

// What resolving costs of the whole, and what the gazetteer's loading would add to one pass.
const recognised = texts
  .map((t, i) => [files[i], t])
  .map(([source, t]) => {
    const reading = readReport(t, source);
    const title = reading.title && reading.normal.slice(reading.title.start, reading.title.end);
    const jurisdiction = findJurisdiction({ title, source, text: reading.normal });
    const mentions = findMentions(reading, new PlaceScope(jurisdiction?.division));
    return [reading, mentions, findFacts(reading, mentions), jurisdiction];
  });
const resolving = median(rates(() => recognised.forEach((r) => void resolveReport(...r))));
console.log(`\nresolving takes ${((ours / resolving) * 100).toFixed(1)} % of gongwen's time`);

// The slowest sentence of all reports: each by itself, the best of three, as what a page of prose costs at worst.
const everyFile = readdirSync(join(root, '../shared/reports'), { recursive: true })
  .filter((f) => f.endsWith('.txt'))
  .map((f) => join(root, '../shared/reports', f));
let slowest = { ms: 0, length: 0 };
let sentences = 0;
for (const file of everyFile) {
  const { normal, statements } = readReport(readFileSync(file, 'utf8'), file);
  for (const { start, end } of statements) {
    const sentence = normal.slice(start, end);
    const times = Array.from({ length: 3 }, () => {
      const start = performance.now();
      extract(sentence);
      return performance.now() - start;
    });
    sentences++;
    if (Math.min(...times) > slowest.ms) slowest = { ms: Math.min(...times), length: sentence.length };
  }
}
console.log(
  `the slowest of ${sentences.toLocaleString('en')} sentences takes ${slowest.ms.toFixed(1)} ms (${slowest.length} characters)`,
);

console.log('\n| one report of | seconds | characters/s |\n| --- | --- | --- |');
const unit = texts.join('\n');
for (const size of [10_000, 100_000, 1_000_000, 3_500_000]) {
  const text = unit.repeat(Math.ceil(size / unit.length)).slice(0, size);
  const times = Array.from({ length: 3 }, () => {
    const start = performance.now();
    extract(text, { source: files[0] });
    return (performance.now() - start) / 1000;
  });
  const seconds = median(times);
  const megabytes = (Buffer.byteLength(text) / 1e6).toFixed(2);
  console.log(`| ${megabytes} MB | ${seconds.toFixed(3)} | ${Math.round(size / seconds).toLocaleString('en')} |`);
}
