import { writeFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { gongwen } from '../support/command.js';
import { dump } from '../support/dump.js';
import { type Server, startNeo4j } from '../support/neo4j.js';
import { fogangFile } from '../support/paths.js';
import { scratchFolder } from '../support/scratch.js';

const scratch = scratchFolder('cli');
let server: Server;
const env = () => ({ NEO4J_USER: server.user, NEO4J_PASSWORD: server.password });

beforeAll(async () => {
  server = await startNeo4j();
});
afterAll(() => server?.stop());

async function content(): ReturnType<typeof dump> {
  const store = await server.open();
  try {
    return await dump(store);
  } finally {
    await store.close();
  }
}

describe('the command against a Neo4j server', () => {
  test('build --to loads, a second time changes nothing, and load of its snapshot neither', async () => {
    const built = await gongwen(['build', fogangFile, '--out', scratch('out'), '--to', server.uri], env());
    expect(built.code).toBe(0);
    expect(built.err).not.toContain('gongwen:');
    expect(built.out).toMatch(/Loaded 1 of 1 reports into bolt:\S+ \d+ nodes, \d+ relationships/);
    const first = await content();
    expect(first.nodes.length).toBeGreaterThan(300);
    expect((await gongwen(['build', fogangFile, '--to', server.uri], env())).code).toBe(0);
    expect(await content()).toEqual(first);
    expect((await gongwen(['load', scratch('out'), '--to', server.uri], env())).code).toBe(0);
    expect(await content()).toEqual(first);
  });

  test('query answers as the embedded store does', async () => {
    const on = (target: string) => gongwen(['query', 'documents-issued', '--on', target, '--format', 'csv'], env());
    const { code, out } = await on(server.uri);
    expect(code).toBe(0);
    expect(out).toContain('佛冈县乡镇综合行政执法法律法规汇编');
    expect(out).toBe((await on(scratch('out/store'))).out);
  });

  test('text of a report is data, whatever it says', async () => {
    const report = scratch('hostile.txt');
    const words = "印发《“}) DETACH DELETE n //` '办法》,获评“全国文明\\u0027; MATCH (n) DELETE n”称号。";
    writeFileSync(report, `英德市人民政府关于2022年法治政府建设情况的报告\n一、工作\n${words}\n`);
    const before = await content();
    expect((await gongwen(['build', report, '--to', server.uri], env())).code).toBe(0);
    const after = await content();
    expect(after.nodes.length).toBeGreaterThan(before.nodes.length);
    expect(after.nodes.join('\n')).toContain('DETACH DELETE n //');
  });

  test('names of 100,000 characters load as text', async () => {
    const report = scratch('long.txt');
    const long = (words: string) => words.repeat(100_000 / words.length);
    const words = `印发《${long('办法')}》,获评“${long('全国文明')}”称号。推行“${long('通办')}”平台,${long('县司法局')}参加。${long('a')}、${long('1')}件。`;
    writeFileSync(report, `英德市人民政府关于2021年法治政府建设情况的报告\n一、${long('工作')}\n${words}\n`);
    expect((await gongwen(['build', report, '--to', server.uri], env())).code).toBe(0);
    expect((await content()).nodes.some((n) => n.includes(long('办法')))).toBe(true);
  });

  test('control characters are refused before anything is written', async () => {
    const report = scratch('control.txt');
    writeFileSync(report, '英德市人民政府关于2020年法治政府建设情况的报告\n一、工作\n\u0001\u001b[31m\n');
    const before = await content();
    expect(await gongwen(['build', report, '--to', server.uri], env())).toMatchObject({
      code: 3,
      err: expect.stringContaining('control.txt:3: a control character'),
    });
    expect(await content()).toEqual(before);
  });

  test.each([
    ['a wrong password', () => server.uri, { NEO4J_PASSWORD: 'wrong-password' }, 6, /wrong user or password/],
    ['no password', () => server.uri, {}, 4, /no password for Neo4j\. Set NEO4J_PASSWORD/],
    [
      'a server that is not there',
      () => 'bolt://127.0.0.1:1',
      { NEO4J_PASSWORD: 'wrong-password' },
      4,
      /no Neo4j answers/,
    ],
  ])('%s: one line, an exit code of its own', async (_, uri, credentials: Record<string, string>, exit, words) => {
    const { code, out, err } = await gongwen(['query', 'cooperation', '--on', uri()], credentials);
    expect([code, out]).toEqual([exit, '']);
    expect(err).toMatch(words);
    expect(err.trim().split('\n')).toHaveLength(1);
    expect(err).not.toContain('wrong-password');
  });
});
