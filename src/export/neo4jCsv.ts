import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type KnowledgeGraph, kindOf } from '../graph/build.js';
import { nodeKinds } from '../schema/nodes.js';
import { relationshipKinds } from '../schema/relationships.js';
import { contributions } from '../store/contribution.js';

/** Between the items of a list: a control character, which no text of a report has left after reading. */
const LIST = '\u001f';
/** Rows of a file: several files of a kind are imported side by side. */
const ROWS = 100_000;

type Value = unknown;
/** A column's type, as the header of an import file names it. */
type ColumnType = 'string' | 'string[]' | 'long' | 'double' | 'boolean';

/** A table of the import: its header, what `--nodes` or `--relationships` calls it, and its rows. */
interface ImportTable {
  name: string;
  option: string;
  columns: readonly (readonly [name: string, type: ColumnType | '' | ':ID' | ':START_ID' | ':END_ID'])[];
  rows: Value[][];
}

const quoted = (text: string) => `"${text.replaceAll('"', '""')}"`;

/** Text is always quoted: an empty text is one, and nothing at all is no property. */
function cell(value: Value): string {
  if (value === undefined || value === null) return '';
  if (Array.isArray(value)) return value.length ? quoted(value.join(LIST)) : '';
  return typeof value === 'string' ? quoted(value) : String(value);
}

/** The type of a property, by the values that it has: whole numbers are whole in Neo4j too. */
function typeOf(values: readonly Value[]): ColumnType {
  const given = values.filter((v) => v !== undefined && v !== null);
  if (given.some(Array.isArray)) return 'string[]';
  if (given.length && given.every((v) => typeof v === 'boolean')) return 'boolean';
  if (given.length && given.every((v) => typeof v === 'number'))
    return given.every(Number.isSafeInteger) ? 'long' : 'double';
  return 'string';
}

/** Whether a count's value is whole; those that are and those that are not stand in tables of their own, each typed. */
const whole = (value: Value) => value === undefined || Number.isSafeInteger(value);

function nodeTables(graph: KnowledgeGraph): ImportTable[] {
  const groups = new Map<string, { labels: string[]; nodes: [string, Record<string, Value>][] }>();
  graph.forEachNode((id, { labels, ...properties }) => {
    const key = `${labels.join('-')}${whole(properties.value) ? '' : '-decimal'}`;
    const group = groups.get(key) ?? { labels, nodes: [] };
    groups.set(key, group);
    group.nodes.push([id, properties]);
  });
  return [...groups].map(([key, { labels, nodes }]) => {
    const names = Object.keys(nodeKinds[kindOf({ labels })].shape).filter((n) => n !== 'id');
    const used = names.filter((n) => nodes.some(([, p]) => p[n] !== undefined));
    return {
      name: `nodes-${key}`,
      option: `--nodes=${labels.join(':')}`,
      columns: [['id', ':ID'], ...used.map((n) => [n, typeOf(nodes.map(([, p]) => p[n]))] as const)],
      rows: nodes.map(([id, p]) => [id, ...used.map((n) => p[n])]),
    };
  });
}

function relationshipTables(graph: KnowledgeGraph): ImportTable[] {
  const groups = new Map<keyof typeof relationshipKinds, Value[][]>();
  const columnsOf = (type: keyof typeof relationshipKinds) => Object.keys(relationshipKinds[type].properties.shape);
  graph.forEachEdge((_key, { type, ...properties }, from, to) => {
    const rows = groups.get(type) ?? [];
    groups.set(type, rows);
    rows.push([from, to, ...columnsOf(type).map((c) => (properties as Record<string, Value>)[c])]);
  });
  return [...groups].map(([type, rows]) => ({
    name: `relationships-${type}`,
    option: `--relationships=${type}`,
    columns: [
      ['', ':START_ID'],
      ['', ':END_ID'],
      ...columnsOf(type).map((c, i) => [c, typeOf(rows.map((r) => r[i + 2]))] as const),
    ],
    rows,
  }));
}

/** The Load nodes, by which a later `gongwen load` of the same reports finds nothing to do. */
function loadTable(graph: KnowledgeGraph): ImportTable {
  return {
    name: 'nodes-Load',
    option: '--nodes=Load',
    columns: [
      ['id', ':ID'],
      ['hash', 'string'],
      ['nodes', 'long'],
      ['relationships', 'long'],
    ],
    rows: [...contributions(graph)].map((c) => [c.report, c.hash, c.nodes.length, c.relationships.length]),
  };
}

/** `id` of Load nodes is the report's, which the Report node has too: their ids live in a space of their own. */
const header = ({ columns, option }: ImportTable) => {
  const space = option === '--nodes=Load' ? '(Load)' : '';
  return columns.map(([name, type]) => (type.startsWith(':') ? `${name}${type}${space}` : `${name}:${type}`)).join(',');
};

/** The command that imports the files, to be run where they lie. Options: Neo4j 5 operations manual, "Import". */
function script(options: readonly string[]): string {
  return `#!/bin/sh
# Imports these files into an empty or new database, which must not run: stop the server first.
# Then: gongwen load SNAPSHOT --to bolt://… makes the indexes, and finds every report loaded.
set -eu
cd "$(dirname "$0")"
\${NEO4J_ADMIN:-neo4j-admin} database import full \\
${options.map((o) => `  ${o} \\`).join('\n')}
  --array-delimiter=U+001F --multiline-fields=true --report-file="\${TMPDIR:-/tmp}/gongwen-import.report" \\
  --overwrite-destination \${1:-neo4j}
`;
}

/**
 * Writes a graph as neo4j-admin imports it: a header and one or more files for each kind, and import.sh.
 * @param folder made where it is not there. @returns the names of the files.
 */
export function writeNeo4jCsv(graph: KnowledgeGraph, folder: string): string[] {
  mkdirSync(folder, { recursive: true });
  const written: string[] = [];
  const write = (name: string, text: string) => {
    writeFileSync(join(folder, name), text);
    written.push(name);
    return name;
  };
  const options = [...nodeTables(graph), loadTable(graph), ...relationshipTables(graph)].map((table) => {
    const files = [write(`${table.name}-header.csv`, `${header(table)}\n`)];
    for (let i = 0; i < table.rows.length; i += ROWS) {
      const lines = table.rows.slice(i, i + ROWS).map((row) => row.map(cell).join(','));
      files.push(write(`${table.name}-${String(i / ROWS).padStart(3, '0')}.csv`, `${lines.join('\n')}\n`));
    }
    return `${table.option}=${files.join(',')}`;
  });
  write('import.sh', script(options));
  return written;
}
