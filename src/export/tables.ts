import { parquetWriteBuffer } from 'hyparquet-writer';
import type { KnowledgeGraph } from '../graph/build.js';
import { csvLine } from './csv.js';
import { type Column, EDGE_COLUMNS, type FlatValue, flatEdge, flatNode, NODE_COLUMNS } from './flat.js';

/** A table of nodes or edges: its columns, and its rows one after the other. */
export interface Table {
  columns: readonly Column[];
  rows(): Iterable<Record<string, FlatValue>>;
}

const text = (name: string): Column => ({ name, type: 'string' });

/** Every node a row: Id and Label as Gephi's spreadsheet import takes them, then all properties. */
export const nodeTable = (graph: KnowledgeGraph): Table => ({
  columns: [text('Id'), text('Label'), ...NODE_COLUMNS],
  *rows() {
    for (const { node, attributes } of graph.nodeEntries())
      yield { Id: node, Label: attributes.name, ...flatNode(attributes) };
  },
});

/** Every edge a row: Source and Target are ids of nodes. Its type is called Relationship: Type means directed to Gephi. */
export const edgeTable = (graph: KnowledgeGraph): Table => ({
  columns: [...['Source', 'Target', 'Relationship', 'Key'].map(text), ...EDGE_COLUMNS.filter((c) => c.name !== 'type')],
  *rows() {
    for (const { edge, attributes, source, target } of graph.edgeEntries())
      yield { Source: source, Target: target, Relationship: attributes.type, Key: edge, ...flatEdge(attributes) };
  },
});

/** A table as CSV with a byte order mark, in pieces: Excel, pandas and Gephi open it. */
export function* tableCsv({ columns, rows }: Table): Generator<string> {
  const names = columns.map((c) => c.name);
  yield `\ufeff${names.join(',')}\r\n`;
  for (const row of rows()) yield csvLine(names, row);
}

const PARQUET_TYPES = { string: 'STRING', integer: 'INT64', double: 'DOUBLE', boolean: 'BOOLEAN' } as const;

/** A table as Parquet, typed. Columns lie side by side in it, so the whole table is in memory while it is made. */
export function tableParquet({ columns, rows }: Table): Uint8Array {
  const all = [...rows()];
  const columnData = columns.map(({ name, type }) => ({
    name,
    type: PARQUET_TYPES[type],
    nullable: true,
    data: all.map((row) => {
      const value = row[name];
      return value === undefined ? null : type === 'integer' ? BigInt(value as number) : value;
    }),
  }));
  return new Uint8Array(parquetWriteBuffer({ columnData }));
}
