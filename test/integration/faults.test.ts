import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { gongwen, start } from '../support/command.js';
import { type Server, startNeo4j } from '../support/neo4j.js';
import { fogangText } from '../support/paths.js';
import { freePort } from '../support/ports.js';
import { scratchFolder } from '../support/scratch.js';

/** How often each fault is tried: a few times in CI, as often as the figures say by `npm run test:faults`. */
const full = process.env.FAULTS === 'full';
const KILLS = full ? 20 : 4;
const RESTARTS = full ? 5 : 1;
const RACES = full ? 10 : 2;

const scratch = scratchFolder('faults');
let server: Server;
const env = (more = {}) => ({
  NEO4J_USER: server.user,
  NEO4J_PASSWORD: server.password,
  NEO4J_TIMEOUT: '120',
  ...more,
});
const load = (folder = 'out') => ['load', scratch(folder), '--to', server.uri];

const PLACES =
  '阳山县 连山壮族瑶族自治县 连南瑶族自治县 翁源县 新丰县 始兴县 仁化县 龙门县 博罗县 惠东县 紫金县 连平县 东源县 陆河县'.split(
    ' ',
  );
const YEARS = ['2021', '2022', '2023'];
const file = (place: string, year: string) => join(scratch('texts'), `${place}-${year}.txt`);

/** Snapshots of Fogang's report as that of other counties and years: all name the same superiors. */
async function snapshot(folder: string, places: readonly string[]): Promise<void> {
  const files = places.flatMap((place) => YEARS.map((year) => file(place, year)));
  expect((await gongwen(['build', ...files, '--out', scratch(folder)])).code).toBe(0);
}

let clean: string;
let took: number;

beforeAll(async () => {
  server = await startNeo4j({ port: await freePort() });
  mkdirSync(scratch('texts'), { recursive: true });
  for (const place of PLACES)
    for (const year of YEARS)
      writeFileSync(file(place, year), fogangText.replaceAll('佛冈县', place).replaceAll('2023年', `${year}年`));
  await snapshot('out', PLACES.slice(0, 12));
  await snapshot('overlap', PLACES.slice(9));
  await gongwen(load(), env());
  await server.empty();
  const began = Date.now();
  expect((await gongwen(load(), env())).code).toBe(0);
  took = Date.now() - began;
  clean = await server.content();
});
afterAll(() => server?.stop());

describe('a load that is broken off', () => {
  test.each(Array.from({ length: KILLS }, (_, i) => i))('kill %i: loading again gives the clean graph', async (i) => {
    await server.empty();
    // Spread over the load's time, with chance within each stretch.
    const { child, done } = start(load(), env());
    await wait(300 + ((i + Math.random()) / KILLS) * (took - 300));
    child.kill('SIGKILL');
    await done;
    expect((await gongwen(load(), env())).code).toBe(0);
    expect(await server.content()).toEqual(clean);
  });

  test.each(Array.from({ length: RESTARTS }, (_, i) => i))('restart %i of the server in the middle', async () => {
    await server.empty();
    const { done } = start(load(), env());
    await wait(300 + Math.random() * (took - 300));
    server.docker('restart', '--time', '1');
    await done;
    // Whether the first outlived the restart or not, a rerun ends in the clean graph.
    let again = await gongwen(load(), env());
    for (let i = 0; i < 20 && again.code === 4; i++) {
      await wait(1000);
      again = await gongwen(load(), env());
    }
    expect(again.code).toBe(0);
    expect(await server.content()).toEqual(clean);
  });
});

describe('two loaders at once', () => {
  let both: string;
  beforeAll(async () => {
    expect((await gongwen(load('overlap'), env())).code).toBe(0);
    both = await server.content();
  });

  test.each(Array.from({ length: RACES }, (_, i) => i))(
    'race %i: end in the same graph as one after the other, on a server that has no indexes yet',
    async () => {
      await server.reset();
      const ran = await Promise.all([load(), load('overlap'), load()].map((args) => gongwen(args, env())));
      expect(ran.map((r) => [r.code, r.err.replace(/^loading reports.*\n/gm, '')])).toEqual(ran.map(() => [0, '']));
      expect(await server.content()).toEqual(both);
    },
  );
});

describe('a server that fails', () => {
  const said = async (run: ReturnType<typeof gongwen>, code: number, words: RegExp) => {
    const { code: exit, err } = await run;
    const lines = err.split('\n').filter((l) => l && !l.startsWith('loading reports'));
    expect(lines).toEqual([expect.stringMatching(words)]);
    expect(exit).toBe(code);
    expect(err).not.toContain(server.password);
  };

  test('stops answering: one line, exit code 10', async () => {
    await server.empty();
    const running = start(load(), env({ NEO4J_TIMEOUT: '4' }));
    await wait(took / 2);
    server.docker('pause');
    try {
      await said(running.done, 10, /has not answered for 4 seconds/);
    } finally {
      server.docker('unpause');
    }
    expect((await gongwen(load(), env())).code).toBe(0);
    expect(await server.content()).toEqual(clean);
  });

  test('may not be written: one line, exit code 7', async () => {
    const readOnly = await startNeo4j({ port: await freePort() });
    try {
      // The image built here writes its settings anew when it starts; the official one keeps them.
      const setting = 'server.databases.read_only=neo4j';
      await readOnly.inside(
        'sh',
        '-c',
        `if grep -q '^exec java' /entrypoint.sh 2>/dev/null; then sed -i 's#^exec java#echo ${setting} >> $conf; exec java#' /entrypoint.sh; else echo ${setting} >> /var/lib/neo4j/conf/neo4j.conf; fi`,
      );
      readOnly.docker('restart', '--time', '20');
      const to = ['load', scratch('out'), '--to', readOnly.uri];
      const own = { NEO4J_USER: readOnly.user, NEO4J_PASSWORD: readOnly.password };
      for (let i = 0; i < 60 && (await gongwen(['query', 'reports', '--on', readOnly.uri], own)).code === 4; i++)
        await wait(1000);
      await said(gongwen(to, own), 7, /may not write\. Give the user a role/);
    } finally {
      await readOnly.stop();
    }
  });

  test('has no space left: one line, exit code 8', async () => {
    // Without room set aside for its log, the server notices at the first commits.
    const small = await startNeo4j({ dataOf: 160, settings: { NEO4J_db_tx__log_preallocate: 'false' } });
    try {
      await small.inside(
        'sh',
        '-c',
        'd=/var/lib/neo4j/data; [ -d $d/databases ] || d=/data; n=$(df -m $d | tail -1 | awk "{print \\$4}"); dd if=/dev/zero of=$d/ballast bs=1M count=$((n - 6))',
      );
      const own = { NEO4J_USER: small.user, NEO4J_PASSWORD: small.password, NEO4J_TIMEOUT: '60' };
      await said(gongwen(['load', scratch('out'), '--to', small.uri], own), 8, /no space left|full disk/);
    } finally {
      await small.stop();
    }
  });
});
