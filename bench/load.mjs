#!/usr/bin/env node
// Loading into Neo4j: gongwen's load beside a bare loop of UNWIND statements over the same rows, batches and constraints, and
// neo4j-admin's import of the same graph, each on a fresh server; then the memory of the loader on a large snapshot.
//   npm run bench:load            200,000 nodes and 400,000 relationships; 2,000,000 relationships for the memory
//   npm run bench:load -- small   a tenth of it
// Needs Docker and an image of Neo4j (scripts/container-tools.sh finds or builds one).
import { execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createWriteStream, mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import neo4j from 'neo4j-driver';
import { writeNeo4jCsv } from '../dist/export/neo4jCsv.js';
import { ContributionBuilder, isOwned, kindOfId } from '../dist/store/contribution.js';
import { loadContributions } from '../dist/store/load.js';
import { openNeo4j } from '../dist/store/neo4j.js';
import { createNodes, createRelationships, mergeNodes } from '../dist/store/statements.js';
import { data, image, password, withServer } from './server.mjs';

const root = fileURLToPath(new URL('..', import.meta.url));
const small = process.argv.includes('small');
const REPORTS = small ? 40 : 400;
const LARGE = small ? 200 : 2000;
const BATCH = 2500;
const work = mkdtempSync(join(tmpdir(), 'gongwen-bench-'));

/** One made-up report: 501 nodes of its own and shared ones, 1,000 relationships; every tenth body is named by all. */
function* partsOf(i) {
  const report = `report:${i}`;
  const node = (labels, id, properties) => ({ node: { labels, id, properties: { name: id, ...properties } } });
  const rel = (type, from, to, properties) => ({ rel: { type, from, to, properties: { report, ...properties } } });
  yield node(['Report'], report, { title: report, kind: '报告', sha256: 'a'.repeat(64) });
  for (let s = 0; s < 10; s++) {
    const id = `section:${report}#${s}`;
    yield node(['Section'], id, {
      report,
      start: s,
      end: s + 1,
      level: 1,
      ordinal: '一、',
      title: '工作',
      stance: 'achievement',
      order: s,
    });
    yield rel('PART_OF', id, report, {});
  }
  for (let a = 0; a < 40; a++) {
    const id = `agency:${a % 10 ? `${i}-` : ''}${a}`;
    yield node(['Agency'], id, { system: 'government' });
  }
  for (let s = 0; s < 250; s++) {
    const id = `statement:${report}#${s}`;
    const text = `本县推行第${s}项工作，办理案件${s}件，比上年增长${s % 100}%。`;
    yield node(['Statement'], id, { report, start: s * 30, end: s * 30 + 29, text, order: s, stance: 'achievement' });
    yield rel('PART_OF', id, `section:${report}#${s % 10}`, {});
    yield rel('MENTIONS', id, `agency:${(s % 40) % 10 ? `${i}-` : ''}${s % 40}`, {
      start: s * 30,
      end: s * 30 + 2,
      text: '本县',
    });
  }
  for (let c = 0; c < 200; c++) {
    const id = `count:${report}#${c}`;
    yield node(['Count'], id, {
      report,
      start: c,
      end: c + 1,
      value: c,
      unit: '件',
      text: `${c}件`,
      measure: 'quantity',
      bound: 'exact',
      indicator: '案件',
      stance: 'achievement',
    });
    yield rel('MENTIONS', `statement:${report}#${c}`, id, { start: c, end: c + 1, text: `${c}件` });
    yield rel('OBSERVED_IN', id, report, {});
  }
  for (let r = 0; r < 90; r++)
    yield rel('MENTIONS', `statement:${report}#${r}`, `agency:${(r + 1) % 10 ? `${i}-` : ''}${(r + 1) % 40}`, {
      start: r,
      end: r + 2,
      text: '本县',
    });
}

function* contributions(count) {
  for (let i = 0; i < count; i++) {
    const builder = new ContributionBuilder(`report:${i}`);
    const nodes = new Map();
    const rels = [];
    for (const { node, rel } of partsOf(i)) {
      if (node) nodes.set(node.id, node);
      else rels.push(rel);
    }
    for (const node of nodes.values()) if (isOwned(node.id)) builder.addNode(node);
    for (const rel of rels)
      builder.addRelationship(rel, (id) => nodes.get(id) ?? { labels: ['Agency'], id, properties: { name: id } });
    yield builder.build();
  }
}

/** What the bare loop does: every row once, nothing else. */
async function bare(uri) {
  const driver = neo4j.driver(uri, neo4j.auth.basic('neo4j', password));
  const session = driver.session();
  const int = (v) => (typeof v === 'number' && Number.isSafeInteger(v) ? neo4j.int(v) : v);
  const row = (r) =>
    Object.fromEntries(Object.entries(r).map(([k, v]) => [k, v && typeof v === 'object' ? row(v) : int(v)]));
  const began = performance.now();
  const nodes = new Map();
  const rels = new Map();
  const flush = async (waiting, statement, least) => {
    for (const [key, rows] of waiting) {
      while (rows.length > least) {
        const batch = rows.splice(0, BATCH).map(row);
        await session.executeWrite((tx) => tx.run(statement(key), { rows: batch }));
      }
    }
  };
  const nodeStatement = (key) => (['Agency'].includes(key) ? mergeNodes([key]) : createNodes([key]));
  const relStatement = (key) => createRelationships(...key.split('|'));
  const all = [...contributions(REPORTS)];
  for (const c of all) {
    for (const { labels, id, properties } of c.nodes) {
      const key = labels.join(':');
      if (!nodes.has(key)) nodes.set(key, []);
      nodes.get(key).push({ id, properties });
    }
    await flush(nodes, nodeStatement, BATCH);
  }
  await flush(nodes, nodeStatement, 0);
  for (const c of all) {
    for (const { type, from, to, properties } of c.relationships) {
      const key = `${type}|${kindOfId(from)}|${kindOfId(to)}`;
      if (!rels.has(key)) rels.set(key, []);
      rels.get(key).push({ from, to, properties });
    }
    await flush(rels, relStatement, BATCH);
  }
  await flush(rels, relStatement, 0);
  const seconds = (performance.now() - began) / 1000;
  await session.close();
  await driver.close();
  return seconds;
}

async function constrained(uri, run) {
  const store = await openNeo4j(uri, { user: 'neo4j', password });
  await store.prepare();
  await store.close();
  return run(uri);
}

async function ours(uri) {
  const store = await openNeo4j(uri, { user: 'neo4j', password });
  const began = performance.now();
  const loaded = await loadContributions(store, contributions(REPORTS));
  const seconds = (performance.now() - began) / 1000;
  const began2 = performance.now();
  await loadContributions(store, contributions(REPORTS));
  const again = (performance.now() - began2) / 1000;
  const { rows } = await store.run('MATCH (n) WHERE NOT n:Load RETURN count(n) AS nodes');
  const { rows: rels } = await store.run('MATCH ()-[r]->() RETURN count(r) AS relationships');
  await store.close();
  return { seconds, again, nodes: rows[0].nodes, relationships: rels[0].relationships, loaded };
}

async function imported() {
  const folder = join(work, 'csv');
  await writeNeo4jCsv(contributions(REPORTS), folder);
  const admin = image.endsWith('-local')
    ? `mkdir -p /tmp/home /tmp/conf; echo server.directories.data=${data} > /tmp/conf/neo4j.conf; printf "#!/bin/sh\\nNEO4J_HOME=/tmp/home NEO4J_CONF=/tmp/conf exec java -cp '/opt/neo4j/lib/*' org.neo4j.server.startup.Neo4jAdminCommand \\"\\$@\\"\\n" > /tmp/admin; chmod +x /tmp/admin; export NEO4J_ADMIN=/tmp/admin; `
    : '';
  const began = performance.now();
  execFileSync(
    'docker',
    ['run', '--rm', '-v', `${folder}:/import:ro`, '--entrypoint', 'sh', image, '-c', `${admin}sh /import/import.sh`],
    { stdio: ['ignore', 'ignore', 'inherit'] },
  );
  return (performance.now() - began) / 1000;
}

/** A snapshot written line by line, as `build` writes it. */
async function writeSnapshot(folder) {
  mkdirSync(folder, { recursive: true });
  const out = createWriteStream(join(folder, 'graph.json'));
  const put = async (text) => {
    if (!out.write(text)) await once(out, 'drain');
  };
  await put('{"attributes":{},"options":{"type":"directed","multi":true,"allowSelfLoops":true},"nodes":[\n');
  let first = true;
  const seen = new Set();
  for (let i = 0; i < LARGE; i++)
    for (const { node } of partsOf(i)) {
      if (!node || (!isOwned(node.id) && seen.has(node.id))) continue;
      if (!isOwned(node.id)) seen.add(node.id);
      const { labels, id, properties } = node;
      await put(
        `${first ? '' : ',\n'}${JSON.stringify({ key: id, attributes: { labels, ...properties, ...(labels[0] === 'Agency' && { aliases: [] }) } })}`,
      );
      first = false;
    }
  await put('\n],"edges":[\n');
  let n = 0;
  for (let i = 0; i < LARGE; i++)
    for (const { rel } of partsOf(i)) {
      if (!rel) continue;
      const { type, from, to, properties } = rel;
      const stated = { ...properties };
      await put(
        `${n ? ',\n' : ''}${JSON.stringify({ key: `${n}`, source: from, target: to, attributes: { type, ...stated } })}`,
      );
      n++;
    }
  await put('\n]}\n');
  out.end();
  await once(out, 'finish');
  return n;
}

async function memory(uri, folder) {
  const child = spawn(process.execPath, [join(root, 'dist/cli/main.js'), 'load', folder, '--to', uri], {
    env: { ...process.env, NEO4J_PASSWORD: password },
    stdio: ['ignore', 'inherit', 'ignore'],
  });
  let peak = 0;
  const timer = setInterval(() => {
    try {
      const kb = Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${child.pid}/status`, 'utf8'))?.[1] ?? 0);
      peak = Math.max(peak, kb / 1024);
    } catch {}
  }, 200);
  const began = performance.now();
  const [code] = await once(child, 'close');
  clearInterval(timer);
  if (code !== 0) throw new Error(`load ended with ${code}`);
  return { peak, seconds: (performance.now() - began) / 1000 };
}

try {
  const loop = await withServer((uri) => constrained(uri, bare));
  const load = await withServer((uri) => constrained(uri, ours));
  const loop2 = await withServer((uri) => constrained(uri, bare));
  const load2 = await withServer((uri) => constrained(uri, ours));
  const rows = load.nodes + load.relationships;
  const rate = (s) => Math.round(rows / s).toLocaleString('en');
  const bareSeconds = Math.min(loop, loop2);
  const ownSeconds = Math.min(load.seconds, load2.seconds);
  console.log(
    `${load.nodes.toLocaleString('en')} nodes, ${load.relationships.toLocaleString('en')} relationships, the better of two runs\n`,
  );
  console.log('| | seconds | rows/s |\n| --- | --- | --- |');
  console.log(`| bare UNWIND loop | ${bareSeconds.toFixed(1)} | ${rate(bareSeconds)} |`);
  console.log(`| gongwen load | ${ownSeconds.toFixed(1)} | ${rate(ownSeconds)} |`);
  console.log(`| gongwen load, nothing changed | ${load.again.toFixed(1)} | |`);
  const admin = await imported();
  console.log(`| neo4j-admin import, with its start | ${admin.toFixed(1)} | ${rate(admin)} |`);
  console.log(`\ngongwen load reaches ${(bareSeconds / ownSeconds).toFixed(2)} of the bare loop's rate`);
  const folder = join(work, 'large');
  const relationships = await writeSnapshot(folder);
  const { peak, seconds } = await withServer((uri) => memory(uri, folder));
  console.log(
    `loading a snapshot of ${relationships.toLocaleString('en')} relationships took ${seconds.toFixed(0)} s and at most ${peak.toFixed(0)} MB`,
  );
} finally {
  rmSync(work, { recursive: true, force: true });
}
