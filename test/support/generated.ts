import fc from 'fast-check';
import { MultiDirectedGraph } from 'graphology';
import type { KnowledgeGraph } from '../../src/graph/build.js';

/** What breaks a form that does not escape: markup, quotes, separators, formulas, control and forbidden characters. */
const HOSTILE = [
  '<script>alert(1)</script>',
  ']]>',
  '&amp;',
  '"',
  "'",
  '\\',
  '\\u0027',
  '`',
  '|',
  '=1+1',
  ',;\t',
  '\r\n',
  '\u0000\u0008\u000b\u001f',
  '\ufffe\uffff',
  '\u2028',
  '粤执法',
  '𠮷',
];

/** Text of any UTF-16 units, lone surrogates too, mixed with what is hostile. */
export const hostileText = fc
  .array(
    fc.oneof(
      fc.constantFrom(...HOSTILE),
      fc.integer({ min: 0, max: 0xffff }).map((unit) => String.fromCharCode(unit)),
    ),
    { minLength: 1, maxLength: 6 },
  )
  .map((parts) => parts.join(''));

/** Text with U+FFFD for each lone surrogate, as UTF-8 writes it. */
export const wellFormed = (text: string): string => Buffer.from(text).toString();

/** The same without lone surrogates, which no UTF-8 file can hold. */
export const hostileUnicode = hostileText.map(wellFormed);

/** Numbers that a report could hold, and far beyond; none so small that some readers take it for an underflow. */
const number = fc
  .double({ noNaN: true, noDefaultInfinity: true })
  .map((value) => (Math.abs(value) < 1e-300 ? 0 : value));

const REPORT = 'report:0:某县:2023:报告';

/** Graphs by the schema whose names, words and ids hold anything: agencies, programmes, counts, one report's facts. */
export const hostileGraph = (text: fc.Arbitrary<string>): fc.Arbitrary<KnowledgeGraph> =>
  fc
    .record({
      agencies: fc.uniqueArray(text, { minLength: 1, maxLength: 4 }),
      programmes: fc.uniqueArray(fc.tuple(text, fc.array(text, { maxLength: 3 })), {
        maxLength: 4,
        selector: ([name]) => name,
      }),
      counts: fc.array(fc.tuple(text, number), { maxLength: 4 }),
      ties: fc.array(fc.tuple(fc.nat(3), fc.nat(3), text, fc.double({ min: 0, max: 1, noNaN: true })), {
        maxLength: 6,
      }),
    })
    .map(({ agencies, programmes, counts, ties }) => {
      const graph: KnowledgeGraph = new MultiDirectedGraph();
      const report = { title: '报告', kind: '报告', periodFrom: '2023', periodTo: '2023', sha256: '0'.repeat(64) };
      graph.addNode(REPORT, { labels: ['Report'], name: '报告', ...report });
      for (const name of agencies) graph.addNode(`agency:0:${name}`, { labels: ['Agency'], name, aliases: [name] });
      for (const [name, aliases] of programmes)
        graph.addNode(`program:${name}`, { labels: ['Program'], name, aliases, kind: 'platform' });
      counts.forEach(([words, value], i) => {
        const id = `count:${REPORT}#${i}-${i + 1}`;
        graph.addNode(id, {
          labels: ['Count'],
          name: words,
          report: REPORT,
          start: i,
          end: i + 1,
          value,
          unit: '',
          text: words,
          measure: 'quantity',
          bound: 'exact',
          indicator: words,
          stance: 'achievement',
        });
        graph.addDirectedEdgeWithKey(`OBSERVED_IN|${id}`, id, REPORT, { type: 'OBSERVED_IN', report: REPORT });
      });
      ties.forEach(([a, p, trigger, confidence], i) => {
        const [agency, programme] = [agencies[a % agencies.length], programmes[p % (programmes.length || 1)]?.[0]];
        if (programme === undefined) return;
        graph.addDirectedEdgeWithKey(`RUNS|${i}|${trigger}`, `agency:0:${agency}`, `program:${programme}`, {
          type: 'RUNS',
          report: REPORT,
          statement: 'statement:1',
          start: i,
          end: i + 1,
          trigger,
          confidence: confidence < 1e-300 ? 0 : confidence,
        });
      });
      return graph;
    });

/** What XML leaves of a text: characters that it forbids are U+FFFD. */
export const asXml = <T>(value: T): T =>
  typeof value === 'string'
    ? (wellFormed(value).replace(/[\0-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]/g, '\ufffd') as T)
    : value;
