#!/usr/bin/env node
// Writes generated graphs of 10,000 to 1 million nodes, three times as many edges, as snapshot, GEXF and CSV, reads the
// snapshot back and makes the files of neo4j-admin of it; each in a process of its own. Prints seconds, and by how much the
// highest resident memory lies above what the graph itself takes (Linux: VmHWM).
//   npm run bench:exports            (-- small: up to 100,000 nodes)
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { MultiDirectedGraph } from 'graphology';
import { writeFolder } from '../dist/cli/output.js';
import { gexf } from '../dist/export/gexf.js';
import { positionsOf } from '../dist/export/layout.js';
import { writeNeo4jCsv } from '../dist/export/neo4jCsv.js';
import { graphLines } from '../dist/export/snapshot.js';
import { snapshotContributions } from '../dist/export/snapshotStream.js';
import { edgeTable, nodeTable, tableCsv } from '../dist/export/tables.js';

const MB = 2 ** 20;
/** A string as one read from a file is: what a template joins is flattened only when it is first searched. */
const flat = (text) => Buffer.from(text).toString();
const OF_REPORT = 500;

/** A graph of reports with 500 nodes each: statements of their own, agencies and programmes that many share. */
function generated(nodes) {
  const graph = new MultiDirectedGraph();
  const shared = Math.ceil(nodes / 10);
  for (let i = 0; i < shared; i++) {
    graph.addNode(flat(`agency:0:某县第${i}局`), { labels: ['Agency'], name: flat(`某县第${i}局`), aliases: ['县局'] });
    graph.addNode(flat(`program:第${i}号通办`), { labels: ['Program'], name: flat(`第${i}号通办`), aliases: [] });
  }
  for (let r = 0; graph.order < nodes; r++) {
    const report = flat(`report:0:某县${r}:2023`);
    const about = { title: '报告', kind: '报告', periodFrom: '2023', periodTo: '2023', sha256: '0'.repeat(64) };
    graph.addNode(report, { labels: ['Report'], name: '报告', ...about });
    for (let s = 1; s < OF_REPORT && graph.order < nodes; s++) {
      const id = flat(`statement:${report}#${s}-${s + 1}`);
      const words = { name: '推行通办', text: '推行通办', stance: 'achievement' };
      graph.addNode(id, { labels: ['Statement'], ...words, report, start: s, end: s + 1, order: s });
      for (let k = 0; k < 3; k++) {
        const to = `program:第${(r * 7919 + s * 31 + k) % shared}号通办`;
        const key = flat(`MENTIONS|${id}|${to}#${k}`);
        graph.addDirectedEdgeWithKey(key, id, to, { type: 'MENTIONS', report, start: s, end: s + 1, text: '通办' });
      }
    }
  }
  const reports = Math.ceil(nodes / OF_REPORT);
  for (let i = 0; graph.size < nodes * 3; i++) {
    const report = flat(`report:0:某县${i % Math.max(1, reports >> 1)}:2023`);
    const [from, to] = [`agency:0:某县第${i % shared}局`, `program:第${(i * 13) % shared}号通办`];
    const fact = { statement: flat(`statement:${report}#1-2`), start: 1, end: 2, trigger: '推行', confidence: 0.9 };
    graph.addDirectedEdgeWithKey(flat(`RUNS|${i}`), from, to, { type: 'RUNS', report, ...fact });
  }
  return graph;
}

const FORMS = {
  snapshot: (graph, folder) => writeFolder(folder, { 'graph.json': graphLines(graph) }),
  gexf: (graph, folder) => writeFolder(folder, { 'graph.gexf': gexf(graph, positionsOf(graph)) }),
  csv: (graph, folder) =>
    writeFolder(folder, { 'nodes.csv': tableCsv(nodeTable(graph)), 'edges.csv': tableCsv(edgeTable(graph)) }),
};

/** What is made of a snapshot without its graph in memory. */
const STREAMS = {
  'read back': async (folder) => {
    for await (const _ of snapshotContributions(folder));
  },
  'neo4j-csv': (folder) => writeNeo4jCsv(snapshotContributions(folder), join(folder, 'import')),
};

const peak = () => Number(/VmHWM:\s+(\d+)/.exec(readFileSync('/proc/self/status', 'utf8'))[1]) * 1024;
const resetPeak = () => writeFileSync('/proc/self/clear_refs', '5');

async function one(form, nodes, folder) {
  if (STREAMS[form]) {
    resetPeak();
    const before = peak();
    const began = performance.now();
    await STREAMS[form](folder);
    return { seconds: (performance.now() - began) / 1000, added: (peak() - before) / MB };
  }
  const graph = generated(nodes);
  globalThis.gc();
  globalThis.gc();
  resetPeak();
  const before = process.memoryUsage().rss;
  const began = performance.now();
  await FORMS[form](graph, folder);
  const seconds = (performance.now() - began) / 1000;
  return { seconds, added: (peak() - before) / MB, graph: before / MB, order: graph.order, size: graph.size };
}

const [form, nodes, folder] = process.argv.slice(2);
if (folder) console.log(JSON.stringify(await one(form, Number(nodes), folder)));
else {
  const work = mkdtempSync(join(tmpdir(), 'gongwen-bench-'));
  const sizes = process.argv.includes('small') ? [10_000, 100_000] : [10_000, 100_000, 1_000_000];
  try {
    console.log('nodes      edges      form       seconds   µs/node  added MB  graph MB');
    for (const size of sizes)
      for (const name of [...Object.keys(FORMS), ...Object.keys(STREAMS)]) {
        mkdirSync(join(work, 'out'), { recursive: true });
        const run = spawnSync(
          process.execPath,
          ['--expose-gc', '--max-old-space-size=8192', fileURLToPath(import.meta.url), name, size, join(work, 'out')],
          { encoding: 'utf8', stdio: ['ignore', 'pipe', 'inherit'] },
        );
        const { seconds, added, graph = 0 } = JSON.parse(run.stdout);
        console.log(
          `${String(size).padEnd(10)} ${String(size * 3).padEnd(10)} ${name.padEnd(10)} ${seconds.toFixed(2).padStart(7)} ${((seconds * 1e6) / size).toFixed(1).padStart(9)} ${added.toFixed(0).padStart(9)} ${graph.toFixed(0).padStart(9)}`,
        );
      }
    console.log(`graph.json of the largest: ${(statSync(join(work, 'out/graph.json')).size / MB).toFixed(0)} MB`);
  } finally {
    rmSync(work, { recursive: true, force: true });
  }
}
