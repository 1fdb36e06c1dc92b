import { writeFileSync } from 'node:fs';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { cypherScript } from '../../src/export/cypherScript.js';
import { EDGE_COLUMNS, flatEdge, flatNode, NODE_COLUMNS } from '../../src/export/flat.js';
import { gexf } from '../../src/export/gexf.js';
import { graphml } from '../../src/export/graphml.js';
import { edgeTable, nodeTable, tableCsv, tableParquet } from '../../src/export/tables.js';
import type { KnowledgeGraph } from '../../src/graph/build.js';
import { openEmbedded } from '../../src/store/embedded.js';
import { dump, dumpGraph } from '../support/dump.js';
import { asXml, hostileGraph, hostileUnicode } from '../support/generated.js';
import { type Server, startNeo4j } from '../support/neo4j.js';
import { python } from '../support/python.js';
import { sampleGraph } from '../support/sample.js';
import { scratchFolder } from '../support/scratch.js';

const scratch = scratchFolder('exports');
type Cells = Record<string, unknown>;
interface Read {
  nodes: Cells[];
  edges: Cells[];
}

/** The sample, and graphs of anything that a name can hold. */
const graphs: KnowledgeGraph[] = [
  sampleGraph(),
  ...fc.sample(hostileGraph(hostileUnicode), { numRuns: 40, seed: 20231124 }),
];

const given = (columns: readonly { name: string }[], cells: Cells) =>
  Object.fromEntries(columns.flatMap(({ name }) => (cells[name] === undefined ? [] : [[name, asXml(cells[name])]])));
const expected = (graph: KnowledgeGraph): Read => ({
  nodes: graph.mapNodes((_, a) => given(NODE_COLUMNS, flatNode(a))),
  edges: graph.mapEdges((_, a) => given(EDGE_COLUMNS, flatEdge(a))),
});
const sorted = ({ nodes, edges }: Read) => {
  const line = (cells: Cells) => JSON.stringify(Object.entries(cells).sort(([a], [b]) => (a < b ? -1 : 1)));
  return { nodes: nodes.map(line).sort(), edges: edges.map(line).sort() };
};

/** In an order of its own, without what the readers do not tell apart from nothing: empty text and, for igraph, false. */
function told({ nodes, edges }: Read) {
  const some = (cells: Cells) => Object.fromEntries(Object.entries(cells).filter(([, v]) => v !== '' && v !== false));
  return sorted({ nodes: nodes.map(some), edges: edges.map(some) });
}

function written(name: string, form: (graph: KnowledgeGraph) => Iterable<string>): string[] {
  return graphs.map((graph, i) => {
    const file = scratch(`${name}-${i}`);
    writeFileSync(file, [...form(graph)].join(''));
    return file;
  });
}

const NETWORKX = `
import json, sys, networkx as nx
def read(file):
    g = nx.read_graphml(file)
    assert g.is_directed()
    own = lambda d: {k: v for k, v in d.items() if k != 'id'}
    return {'nodes': [d for _, d in g.nodes(data=True)], 'edges': [own(d) for _, _, d in g.edges(data=True)]}
print(json.dumps([read(f) for f in sys.argv[1:]]))`;

/** igraph gives every column of every node: nan and '' where GraphML has nothing; booleans come as they are. */
const IGRAPH = `
import json, math, sys, igraph
def kept(values):
    return {k: v for k, v in values.items() if k != 'id' and v != '' and v is not None and not (isinstance(v, float) and math.isnan(v))}
def read(file):
    g = igraph.Graph.Read_GraphML(file)
    assert g.is_directed()
    return {'nodes': [kept(v.attributes()) for v in g.vs], 'edges': [kept(e.attributes()) for e in g.es]}
print(json.dumps([read(f) for f in sys.argv[1:]]))`;

const GEXF = `
import json, sys, networkx as nx
OWN = {'label', 'viz', 'start', 'end', 'id'}
def own(d):
    return {k.replace('Offset', ''): v for k, v in d.items() if k not in OWN}
def read(file):
    g = nx.read_gexf(file)
    return {'nodes': [own(d) for _, d in g.nodes(data=True)], 'edges': [own(d) for _, _, d in g.edges(data=True)]}
print(json.dumps([read(f) for f in sys.argv[1:]]))`;

describe('Python reads the exports back with the same nodes, edges and attributes', () => {
  test('GraphML by networkx', () => {
    const read = python<Read[]>(NETWORKX, ...written('networkx.graphml', graphml));
    expect(read.map(told)).toEqual(graphs.map(expected).map(told));
  });

  test('GraphML by igraph', () => {
    const read = python<Read[]>(IGRAPH, ...written('igraph.graphml', graphml));
    expect(read.map(told)).toEqual(graphs.map(expected).map(told));
  });

  test('GEXF by networkx', () => {
    const read = python<Read[]>(GEXF, ...written('networkx.gexf', (g) => gexf(g, () => ({ x: 1.5, y: -2 }))));
    expect(read.map(told)).toEqual(graphs.map(expected).map(told));
  });

  test('CSV and Parquet by pandas', () => {
    const [csv, parquet] = [scratch('nodes.csv'), scratch('nodes.parquet')];
    const edges = scratch('edges.csv');
    const graph = sampleGraph();
    writeFileSync(csv, [...tableCsv(nodeTable(graph))].join(''));
    writeFileSync(edges, [...tableCsv(edgeTable(graph))].join(''));
    writeFileSync(parquet, tableParquet(nodeTable(graph)));
    const read = python<{
      columns: string[];
      rows: number;
      edges: number;
      value: number;
      texts: string[];
      same: boolean;
    }>(
      `
import json, sys, pandas as pd
c, p, e = pd.read_csv(sys.argv[1], low_memory=False), pd.read_parquet(sys.argv[2]), pd.read_csv(sys.argv[3], low_memory=False)
print(json.dumps({'columns': list(c.columns), 'rows': len(c), 'edges': int(e.Source.isin(c.Id).sum()),
  'value': float(c[(c.text == '5370件') & (c.nodeKind == 'Count')].value.iloc[0]),
  'texts': c[c.nodeKind == 'Statement'].text.tolist(), 'same': bool((c.Id == p.Id).all() and (c.name == p.name).all())}))`,
      csv,
      parquet,
      edges,
    );
    expect(read).toMatchObject({
      columns: ['Id', 'Label', ...NODE_COLUMNS.map((c) => c.name)],
      rows: graph.order,
      edges: graph.size,
      value: 5370,
      same: true,
    });
    const statements = graph.filterNodes((_, a) => a.labels[0] === 'Statement');
    expect(read.texts).toEqual(statements.map((id) => graph.getNodeAttribute(id, 'text')));
  });
});

describe('the Cypher script', () => {
  let server: Server;
  beforeAll(async () => {
    server = await startNeo4j();
  });
  afterAll(() => server?.stop());

  const statementsOf = (graph: KnowledgeGraph) =>
    [...cypherScript(graph)]
      .flatMap((piece) => piece.split(/;\n/))
      .filter((s) => /^\s*[A-Z]/.test(s.replace(/^\/\/.*$/gm, '')));

  test('makes the graph in Neo4j, whatever its names hold', async () => {
    for (const graph of graphs.slice(0, 16)) {
      const store = await server.openEmpty();
      try {
        for (const statement of statementsOf(graph)) await store.run(statement);
        expect(await dump(store)).toEqual(dumpGraph(graph));
      } finally {
        await store.close();
      }
    }
  });

  test('makes the sample’s nodes in the embedded store', async () => {
    const graph = sampleGraph();
    const store = openEmbedded(scratch('embedded'), { create: true });
    try {
      for (const statement of statementsOf(graph)) if (statement.startsWith('UNWIND')) await store.run(statement);
      expect(await dump(store)).toEqual(dumpGraph(graph));
    } finally {
      await store.close();
    }
  });
});
