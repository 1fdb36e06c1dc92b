import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { cypherText } from '../../../src/export/cypherScript.js';
import { diffPage } from '../../../src/export/diffPage.js';
import { explorerData } from '../../../src/export/explorerData.js';
import { embeddedJson, explorerPage } from '../../../src/export/html.js';
import { readable } from '../../../src/export/readable.js';
import { daysOf } from '../../../src/export/timeline.js';
import { diffGraphs } from '../../../src/graph/diff.js';
import { hostileGraph, hostileText } from '../../support/generated.js';
import { sampleGraph } from '../../support/sample.js';

describe('the explorer’s data', () => {
  const graph = sampleGraph();
  const data = explorerData(graph);

  test('every fact leads to the characters that state it', () => {
    const stated = data.edges.filter((e) => e.statement !== undefined && e.start !== undefined);
    expect(stated.length).toBeGreaterThan(20);
    for (const { statement, start, end } of stated) {
      const sentence = data.statements[statement as number];
      expect(sentence.start).toBeLessThanOrEqual(start as number);
      expect(sentence.end).toBeGreaterThanOrEqual(end as number);
    }
    for (const [node, statement, start, end] of data.mentions) {
      const { text, start: from } = data.statements[statement];
      const { aliases, name, properties } = data.nodes[node];
      expect([name, properties.text, ...(aliases ?? [])]).toContain(text.slice(start - from, end - from));
    }
  });

  test('of a graph that is too large the best-connected nodes are drawn, and the page says how many there are', () => {
    const few = explorerData(graph, 20);
    expect(few.nodes).toHaveLength(20);
    expect(few.total).toBe(data.nodes.length);
    expect(few.nodes.map((n) => n.name)).toContain('佛冈县人民政府');
    for (const { from, to } of few.edges) expect(few.nodes[from] && few.nodes[to]).toBeDefined();
  });

  test('the indicators bear the years of their values', () => {
    const market = data.indicators.find((i) => i.values.some((v) => v[3] === 22724));
    expect(market?.values.map((v) => v[2])).toEqual([2022, 2023]);
  });
});

describe('pages', () => {
  test('no text ends the script that holds the data, and it reads back as it was', () => {
    fc.assert(
      fc.property(hostileText, (text) => {
        const json = embeddedJson([text]);
        expect(json).not.toMatch(/[<\u2028\u2029]/);
        expect(JSON.parse(json)).toEqual([text]);
      }),
    );
  });

  test('the explorer runs its own program only, by its hash, and asks no network', () => {
    const page = explorerPage(sampleGraph(), { title: '<b>标题</b>' });
    expect(page).toMatch(/default-src &apos;none&apos;; script-src &apos;sha256-[\w+/=]+&apos;;/);
    expect(page).toContain('<title>&lt;b&gt;标题&lt;/b&gt;</title>');
    expect(page).toContain('connect-src &apos;none&apos;');
    expect(page).not.toMatch(/<(?:link|img|iframe)\b|src="http|@import/);
  });

  test('a comparison is a page without scripts, whatever the reports hold', () => {
    fc.assert(
      fc.property(hostileGraph(hostileText), hostileGraph(hostileText), (a, b) => {
        const page = diffPage(diffGraphs(a, b));
        expect(page).not.toMatch(/<script/i);
        expect(page.match(/<table>/g)).toHaveLength(1);
      }),
      { numRuns: 50 },
    );
  });
});

test('a Cypher literal holds its text: no quote ends it, no backslash stands before a u', () => {
  fc.assert(
    fc.property(hostileText, (text) => {
      const literal = cypherText(text);
      expect(literal).not.toMatch(/\\u|[\n\r\t]/);
      const parts = literal.split("' + '").map((p, i, all) => {
        const body = (i === 0 ? p.slice(1) : p).slice(0, i === all.length - 1 ? -1 : undefined);
        return body;
      });
      const unescaped = parts.join('').replace(/\\(.)/gs, (_, c) => ({ n: '\n', r: '\r', t: '\t' })[c as string] ?? c);
      expect(unescaped).toBe(text);
    }),
  );
});

test('numbers as a Chinese reader writes them', () => {
  expect([readable(3.8e12, '元'), readable(12_060_000, '人'), readable(5370, '件'), readable(95.5, '%')]).toEqual([
    '3.8万亿元',
    '1206万人',
    '5370件',
    '95.5%',
  ]);
  expect([readable(-26_000_000, ''), readable(0.0076, '次'), readable(0, '')]).toEqual(['-2600万', '0.0076次', '0']);
});

test('the days of a period', () => {
  expect([daysOf('2023'), daysOf('2024-02'), daysOf('2023-12-31')]).toEqual([
    { start: '2023-01-01', end: '2023-12-31' },
    { start: '2024-02-01', end: '2024-02-29' },
    { start: '2023-12-31', end: '2023-12-31' },
  ]);
});
