import { execFileSync } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { afterAll, expect, inject, test } from 'vitest';
import { graphJson } from '../../src/export/snapshot.js';
import { buildGraph } from '../../src/graph/build.js';
import { extract } from '../../src/pipeline.js';
import { loadGraph } from '../../src/store/load.js';
import { gongwen } from '../support/command.js';
import { dump, dumpGraph } from '../support/dump.js';
import { dataFolder, startNeo4j } from '../support/neo4j.js';
import { fogangText } from '../support/paths.js';
import { scratchFolder } from '../support/scratch.js';

const scratch = scratchFolder('import');
const volume = `gongwen-import-${process.pid}`;
afterAll(() => void execFileSync('docker', ['volume', 'rm', '-f', volume]));

/** What CSV could break on: quotes, line breaks within a title, separators, the words of Cypher. */
const AWKWARD =
  '英德市人民政府关于2022年法治政府建设情况的报告\n一、工作\n印发《“引号"、逗号,分号;\'办法》,获评“全国文明\\城市”称号。办结率99.5%,办理案件8件。\n';

/** Runs neo4j-admin in a container, with the files and the server's data where it looks for them. */
function importInto(image: string, folder: string): string {
  const local = image.endsWith('-local');
  const admin = local
    ? 'mkdir -p /tmp/home /tmp/conf; printf "server.directories.data=/var/lib/neo4j/data\\n" > /tmp/conf/neo4j.conf; printf "#!/bin/sh\\nNEO4J_HOME=/tmp/home NEO4J_CONF=/tmp/conf exec java -cp \'/opt/neo4j/lib/*\' org.neo4j.server.startup.Neo4jAdminCommand \\"\\$@\\"\\n" > /tmp/admin; chmod +x /tmp/admin; export NEO4J_ADMIN=/tmp/admin; '
    : '';
  return execFileSync(
    'docker',
    [
      'run',
      '--rm',
      '-v',
      `${folder}:/import:ro`,
      '-v',
      `${volume}:${dataFolder(image)}`,
      '--entrypoint',
      'sh',
      image,
      '-c',
      `${admin}sh /import/import.sh`,
    ],
    { encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'] },
  );
}

test('neo4j-admin imports the files, and loading on top changes nothing', async () => {
  const { image = '' } = inject('neo4j');
  const graph = buildGraph([extract(fogangText, { source: 'fogang-2023.txt' }), extract(AWKWARD)]);
  mkdirSync(scratch('out'), { recursive: true });
  writeFileSync(scratch('out/graph.json'), graphJson(graph));
  const { code, out } = await gongwen(['export', scratch('out'), '--format', 'neo4j-csv', '--out', scratch('csv')]);
  expect([code, out]).toEqual([0, expect.stringContaining(`sh ${scratch('csv')}/import.sh`)]);
  expect(importInto(image, scratch('csv'))).toMatch(/Imported:\s+\d+ nodes/);

  const server = await startNeo4j({ volume });
  try {
    const store = await server.open();
    expect(await dump(store)).toEqual(dumpGraph(graph));
    const { rows } = await store.run(
      "MATCH (c:Count) WHERE c.text IN ['5370件', '99.5%'] RETURN toString(c.value) AS value ORDER BY value",
    );
    expect(rows).toEqual([{ value: '5370' }, { value: '99.5' }]);
    expect(await loadGraph(store, graph)).toMatchObject({ reports: 2, unchanged: 2 });
    expect(await dump(store)).toEqual(dumpGraph(graph));
    await store.close();
  } finally {
    await server.stop();
  }
});
