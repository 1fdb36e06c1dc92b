import fc from 'fast-check';
import { MultiDirectedGraph, MultiGraph } from 'graphology';
import gexfReader from 'graphology-gexf';
import graphmlReader from 'graphology-graphml';
import { parquetReadObjects } from 'hyparquet';
import { describe, expect, test } from 'vitest';
import { EDGE_COLUMNS, flatEdge, flatNode, listText, NODE_COLUMNS, ofKinds } from '../../../src/export/flat.js';
import { gexf } from '../../../src/export/gexf.js';
import { graphml } from '../../../src/export/graphml.js';
import { positionsOf } from '../../../src/export/layout.js';
import { edgeTable, nodeTable, tableCsv, tableParquet } from '../../../src/export/tables.js';
import type { KnowledgeGraph } from '../../../src/graph/build.js';
import { asXml, hostileGraph, hostileText } from '../../support/generated.js';
import { sampleGraph } from '../../support/sample.js';

const text = (pieces: Iterable<string>) => [...pieces].join('');
const origin = () => ({ x: 0, y: 0 });
type Cells = Record<string, unknown>;

/** The cells that columns name, without those that have nothing; as XML leaves them. */
const given = (columns: readonly { name: string }[], cells: Cells) =>
  Object.fromEntries(columns.flatMap(({ name }) => (cells[name] === undefined ? [] : [[name, asXml(cells[name])]])));
const nodesOf = (graph: KnowledgeGraph) => graph.mapNodes((_, a) => given(NODE_COLUMNS, flatNode(a)));
const edgesOf = (graph: KnowledgeGraph) => graph.mapEdges((_, a) => given(EDGE_COLUMNS, flatEdge(a)));

describe('flat properties', () => {
  test('every property of the schema has one column of one type', () => {
    for (const columns of [NODE_COLUMNS, EDGE_COLUMNS])
      expect(new Set(columns.map((c) => c.name.toLowerCase())).size).toBe(columns.length);
    const columns = new Map(NODE_COLUMNS.map((c) => [c.name, c.type]));
    expect([columns.get('level'), columns.get('sectionLevel'), columns.get('value'), columns.get('trial')]).toEqual([
      'string',
      'integer',
      'double',
      'boolean',
    ]);
    sampleGraph().forEachNode((_id, attributes) => {
      for (const name of Object.keys(flatNode(attributes))) expect(columns.has(name), name).toBe(true);
    });
  });

  test('a bar within an item of a list does not cut it', () => {
    expect(listText(['县司法局', 'a|b'])).toBe('县司法局|a|b');
  });

  test('a part has the kinds asked for and what joins them', () => {
    const part = ofKinds(sampleGraph(), ['Agency', 'Program']);
    expect(new Set(part.mapNodes((_, { labels }) => labels[0]))).toEqual(new Set(['Agency', 'Program']));
    expect(new Set(part.mapEdges((_, { type }) => type))).toContain('RUNS');
  });
});

describe('GEXF', () => {
  const read = (graph: KnowledgeGraph) => gexfReader.parse(MultiGraph, text(gexf(graph, origin)));

  test('reads back with every node, edge and attribute, whatever characters they hold', () => {
    const offsets = (cells: Cells) =>
      Object.fromEntries(Object.entries(cells).map(([k, v]) => [/^(start|end)$/.test(k) ? `${k}Offset` : k, v]));
    fc.assert(
      fc.property(hostileGraph(hostileText), (graph) => {
        const back = read(graph);
        const shown = new Set(['label', 'color', 'size', 'x', 'y', 'z', 'timeformat', 'mode']);
        const rest = (a: Cells) => Object.fromEntries(Object.entries(a).filter(([k]) => !shown.has(k)));
        expect(back.mapNodes((_, a) => rest(a))).toEqual(nodesOf(graph).map(offsets));
        expect(back.mapEdges((_, a) => rest(a))).toEqual(edgesOf(graph).map(offsets));
      }),
      { numRuns: 60 },
    );
  });

  test('bears colours, sizes, positions, and the report’s period as a timeline', () => {
    const graph = sampleGraph();
    const small = ofKinds(graph, ['Agency', 'Program', 'Count']);
    const page = text(gexf(small, positionsOf(small)));
    expect(page).toContain('mode="dynamic" timeformat="date"');
    expect(page).toMatch(/<node id="program:粤执法" label="粤执法"[^>]*>/);
    expect(page).toContain('<viz:color r="213" g="94" b="0"/>');
    const back = gexfReader.parse(MultiGraph, page);
    const places = new Set(back.mapNodes((_, { x, y }) => `${x} ${y}`));
    expect(places.size).toBe(small.order);
    const whole = text(gexf(graph, origin));
    expect(whole).toMatch(/<node id="report:441821[^"]*2023[^"]*"[^>]* start="2023-01-01" end="2023-12-31">/);
    expect(whole).toMatch(/<node id="program:双公示"[^>]* start="2015-01-01" end="2023-12-31">/);
  });
});

describe('GraphML', () => {
  test('reads back with every node, edge and attribute, whatever characters they hold', () => {
    fc.assert(
      fc.property(hostileGraph(hostileText), (graph) => {
        const back = graphmlReader.parse(MultiDirectedGraph, text(graphml(graph)));
        expect(back.mapNodes((_, a) => a)).toEqual(nodesOf(graph));
        expect(back.mapEdges((_, a) => a)).toEqual(edgesOf(graph));
        expect(new Set(back.nodes()).size).toBe(graph.order);
      }),
      { numRuns: 60 },
    );
  });
});

describe('tables', () => {
  test('CSV begins with a byte order mark and has a line a node, Gephi’s columns first', () => {
    const lines = text(tableCsv(nodeTable(ofKinds(sampleGraph(), ['Program'])))).split('\r\n');
    expect(lines[0]).toMatch(/^\ufeffId,Label,nodeKind,labels,name,/);
    expect(lines.find((l) => l.startsWith('program:粤执法,粤执法,Program,Program,粤执法,'))).toBeDefined();
    expect(text(tableCsv(edgeTable(sampleGraph()))).split('\r\n')[0]).toMatch(
      /^\ufeffSource,Target,Relationship,Key,report,/,
    );
  });

  test('Parquet reads back typed, with nothing where there is nothing', async () => {
    const graph = sampleGraph();
    const bytes = tableParquet(nodeTable(graph));
    const rows = await parquetReadObjects({ file: bytes.buffer as ArrayBuffer });
    expect(rows).toHaveLength(graph.order);
    const count = rows.find((r) => r.text === '5370件' && r.nodeKind === 'Count');
    expect(count).toMatchObject({ value: 5370, unit: '件', year: 2023n, trial: null, stance: 'achievement' });
    const edges = await parquetReadObjects({ file: tableParquet(edgeTable(graph)).buffer as ArrayBuffer });
    expect(edges).toHaveLength(graph.size);
  });
});
