import { readdirSync, rmSync, writeFileSync } from 'node:fs';
import { request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeAll, describe, expect, test, vi } from 'vitest';
import { InputError } from '../../../src/lexicon/errors.js';
import { extract } from '../../../src/pipeline.js';
import { documentsOf } from '../../../src/read/documents.js';
import { docx, zip } from '../../support/formats.js';
import { mutated, samples, sequence } from '../../support/mutations.js';

/** How long the property-based fuzzing goes on: 20 s in CI, `npm run fuzz` for five minutes. In seconds. */
const SECONDS = Number(process.env.FUZZ_SECONDS ?? 20);
/** In CI the same cases on every run, so that a red run says something of the change; `npm run fuzz` looks for new ones. */
const SEED = process.env.FUZZ_SECONDS ? Date.now() % 1_000_000 : 20231124;
const MOST = process.env.FUZZ_SECONDS ? Number.POSITIVE_INFINITY : 3000;
/** No single input may take longer, in milliseconds. */
const PATIENCE = 10_000;
const CASES = 50;

/** Reads a file to its end: the texts' extractions, or the one line that says what is wrong. Anything else is a fault. */
async function outcome(bytes: Buffer): Promise<string | number> {
  const began = Date.now();
  try {
    let entities = 0;
    for await (const { text, source } of documentsOf('file', bytes)) {
      const { mentions, entities: found } = extract(text, { source });
      for (const m of mentions) expect(text.slice(m.start, m.end)).toBe(m.text);
      entities += found.length;
    }
    return entities;
  } catch (error) {
    if (!(error instanceof InputError)) throw error;
    expect(error.message).toMatch(/^file/);
    expect(error.message).not.toContain('\n');
    return error.message;
  } finally {
    expect(Date.now() - began, 'milliseconds').toBeLessThan(PATIENCE);
  }
}

let files: Record<string, Buffer>;
let before: string[];
beforeAll(async () => {
  files = await samples();
  before = readdirSync(tmpdir());
});

describe('each ends in a clear line or a graph', () => {
  test.each(['text', 'gb18030', 'utf16', 'html', 'markdown', 'jsonl', 'csv', 'docx', 'zip', 'pdf', 'doc', 'ole'])(
    `${CASES} damaged files of the format %s`,
    async (format) => {
      const next = sequence(format.length * 7919 + format.charCodeAt(0));
      for (let i = 0; i < CASES; i++) await outcome(mutated(files[format], next));
    },
    120_000,
  );

  const nested = (n: number) => `英德市人民政府报告\n一、工作\n印发${'《'.repeat(n)}办法${'》'.repeat(n)}。\n`;
  const page = (body: string) => `<!doctype html><html><body>${body}</body></html>`;
  test.each([
    ['《 10,000 deep', Buffer.from(nested(10_000))],
    ['“ and 《 in turn', Buffer.from(`英德市报告\n${'“《'.repeat(5000)}办法`)],
    ['HTML with a megabyte of attributes', Buffer.from(page(`<p ${'data-x="1" '.repeat(100_000)}>报告</p>`))],
    ['HTML with one attribute of a megabyte', Buffer.from(page(`<p title="${'报'.repeat(300_000)}">报告</p>`))],
    ['HTML of open tags', Buffer.from(page('<p>报告'.repeat(50_000)))],
    ['HTML with entities', Buffer.from(page(`<p>${'&nbsp;&#x62a5;&notreal;&#0;&#xD800;'.repeat(2000)}报告</p>`))],
    ['a table of 20,000 cells', Buffer.from(page(`<table><tr>${'<td>报告8件</td>'.repeat(20_000)}</tr></table>`))],
    ['invalid UTF-8', Buffer.from([0xe6, 0x8a, 0xc3, 0x28, 0xf0, 0x28, 0x8c, 0x28])],
    ['UTF-16 with lone surrogates', Buffer.from('\ufeff报\ud800告\udc00。\n', 'utf16le')],
    [
      'controls of direction',
      Buffer.from('英德市\u202e人民政府\u2066关于\u202c报告\n推行“\u200f粤执法\u200e”办案8件。'),
    ],
    ['digits without end', Buffer.from(`英德市报告\n办理${'9'.repeat(200_000)}件。`)],
    ['one line of 200,000 characters', Buffer.from(`英德市报告\n${'市司法局、县公安局印发《办法》,'.repeat(12_000)}`)],
    ['a JSON line of brackets', Buffer.from(`{"text":${'['.repeat(20_000)}`)],
    ['CSV of quotes', Buffer.from(`title,text\n${'"'.repeat(9999)}`)],
    ['zeros', Buffer.alloc(5 * 2 ** 20)],
  ])('%s', async (_name, bytes) => {
    await outcome(bytes);
  });

  test('entity bombs and external entities in a DOCX', async () => {
    const entities = Array.from({ length: 12 }, (_, i) => `<!ENTITY e${i + 1} "${`&e${i};`.repeat(10)}">`).join('');
    const xml = (doctype: string) =>
      `<?xml version="1.0"?><!DOCTYPE x [<!ENTITY e0 "报告">${doctype}]><w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body><w:p><w:r><w:t>&e12;</w:t></w:r></w:p></w:body></w:document>`;
    for (const doctype of [
      entities,
      '<!ENTITY e12 SYSTEM "file:///etc/passwd">',
      '<!ENTITY e12 SYSTEM "http://127.0.0.1:9/x">',
    ]) {
      const found = await outcome(await zip({ 'word/document.xml': xml(doctype), '[Content_Types].xml': '<Types/>' }));
      expect(String(found)).not.toContain('root:');
    }
  });

  test('names in a ZIP that lead out of it are only names', async () => {
    const good = await zip({ 'aaaaaaaaaaaaaaaaaaaa.txt': '英德市人民政府报告' });
    const bad = Buffer.from(
      good.toString('latin1').replaceAll('aaaaaaaaaaaaaaaaaaaa.txt', '../../../../tmp/evil.txt'),
      'latin1',
    );
    await outcome(bad);
    expect(readdirSync(tmpdir())).not.toContain('evil.txt');
  });

  test.each([
    ['a chain of sectors that runs in a circle', 0x200, [1, 0], /runs in a circle/],
    ['a directory with two ways to an entry', 0x20c4, [3, 3], /is no tree/],
    ['a directory that leads out of the file', 0x20c4, [9999, -1], /leads out/],
    ['more sectors than it has bytes', 44, [2 ** 30], /more sectors/],
  ])('an OLE file with %s', async (_name, at, numbers, fault) => {
    const bytes = Buffer.from(files.doc);
    for (const [i, n] of numbers.entries()) bytes.writeInt32LE(n, at + i * 4);
    expect(await outcome(bytes)).toMatch(fault);
  });

  test('a Word file of 3,000 paragraphs', async () => {
    expect(await outcome(await docx('办理案件8件。\n'.repeat(3000)))).toBeGreaterThan(0);
  }, 60_000);
});

test('none asks the network, none leaves a file', async () => {
  const spied = vi.spyOn(globalThis, 'fetch');
  expect(request).toBeDefined();
  await outcome(
    Buffer.from(
      '<!doctype html><html><head><link rel="stylesheet" href="http://127.0.0.1:9/x.css"></head><body><img src="http://127.0.0.1:9/x.png"><iframe src="http://127.0.0.1:9/"></iframe><p>英德市人民政府报告</p></body></html>',
    ),
  );
  expect(spied).not.toHaveBeenCalled();
  const after = readdirSync(tmpdir()).filter((f) => !before.includes(f) && !f.startsWith('gongwen-'));
  expect(after.filter((f) => /\.(?:txt|xml|html|docx)$/.test(f))).toEqual([]);
});

test(
  `${SECONDS} s of damaged files, damaged again: one that ends the process itself stays in the temporary folder`,
  async () => {
    const seed = Number(process.env.FUZZ_SEED ?? SEED);
    const next = sequence(seed);
    const names = Object.keys(files);
    const until = Date.now() + SECONDS * 1000;
    const last = join(tmpdir(), `gongwen-fuzz-${seed}`);
    let cases = 0;
    while (Date.now() < until && cases < MOST) {
      const name = names[next(names.length)];
      let bytes = files[name];
      for (let n = next(4); n >= 0; n--) if (bytes.length) bytes = mutated(bytes, next);
      writeFileSync(last, bytes);
      try {
        await outcome(bytes);
      } catch (error) {
        throw new Error(`FUZZ_SEED=${seed}, case ${cases}, ${name}: ${bytes.toString('base64').slice(0, 4000)}`, {
          cause: error,
        });
      }
      cases++;
    }
    rmSync(last);
    expect(cases).toBeGreaterThan(20);
  },
  SECONDS * 1000 + 60_000,
);
