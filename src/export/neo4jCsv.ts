import { appendFileSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { kindOf } from '../graph/build.js';
import { nodeKinds } from '../schema/nodes.js';
import { relationshipKinds } from '../schema/relationships.js';
import { type Contribution, isOwned, type NodeRow, type RelationshipRow } from '../store/contribution.js';

/** Between the items of a list: a control character, which no text of a report has left after reading. */
const LIST = '\u001f';
/** Rows of a file: several files of a kind are imported side by side. */
const ROWS = 100_000;
/** How much of a table is gathered before it is written out, in UTF-16 units. */
const GATHERED = 2 ** 16;

type Value = unknown;
/** A column's type, as the header of an import file names it. */
type ColumnType = 'string' | 'string[]' | 'long' | 'double' | 'boolean';

const quoted = (text: string) => `"${text.replaceAll('"', '""')}"`;

/** Text is always quoted: an empty text is one, and nothing at all is no property. */
function cell(value: Value): string {
  if (value === undefined || value === null) return '';
  if (Array.isArray(value)) return value.length ? quoted(value.join(LIST)) : '';
  return typeof value === 'string' ? quoted(value) : String(value);
}

/** A property of a table's rows; its type shows in the values that come: whole numbers are whole in Neo4j too. */
class Column {
  private type?: ColumnType;

  constructor(readonly name: string) {}

  see(value: Value): void {
    if (value === undefined || value === null) return;
    const type = Column.typeOf(value);
    if (this.type === undefined || this.type === type) this.type = type;
    else this.type = [this.type, type].every((t) => t === 'long' || t === 'double') ? 'double' : 'string';
  }

  private static typeOf(value: Value): ColumnType {
    if (Array.isArray(value)) return 'string[]';
    if (typeof value === 'boolean') return 'boolean';
    if (typeof value !== 'number') return 'string';
    return Number.isSafeInteger(value) ? 'long' : 'double';
  }

  get header(): string {
    return `${this.name}:${this.type ?? 'string'}`;
  }
}

/** A table of the import, written as its rows come: the header, whose types only the last row settles, is a file of its own. */
class ImportTable {
  private readonly columns: Column[];
  private readonly files: string[] = [];
  private rows = 0;
  private waiting = '';

  /**
   * @param option what the import calls it: --nodes=… or --relationships=….
   * @param ends the headers of the ids that each row begins with.
   */
  constructor(
    private readonly folder: string,
    private readonly name: string,
    private readonly option: string,
    private readonly ends: readonly string[],
    properties: readonly string[],
  ) {
    this.columns = properties.map((p) => new Column(p));
  }

  add(ids: readonly string[], properties: Readonly<Record<string, Value>>): void {
    if (this.rows++ % ROWS === 0) {
      this.flush();
      this.files.push(`${this.name}-${String(this.files.length).padStart(3, '0')}.csv`);
    }
    const cells = ids.map(quoted);
    for (const column of this.columns) {
      const value = properties[column.name];
      column.see(value);
      cells.push(cell(value));
    }
    this.waiting += `${cells.join(',')}\n`;
    if (this.waiting.length > GATHERED) this.flush();
  }

  private flush(): void {
    const file = this.files.at(-1);
    if (file && this.waiting) appendFileSync(join(this.folder, file), this.waiting);
    this.waiting = '';
  }

  /** Writes what is left, and the header. @returns the option that imports the table. */
  end(): string {
    this.flush();
    const header = `${this.name}-header.csv`;
    writeFileSync(join(this.folder, header), `${[...this.ends, ...this.columns.map((c) => c.header)].join(',')}\n`);
    return `${this.option}=${[header, ...this.files].join(',')}`;
  }
}

/** Whether a count's value is whole; those that are and those that are not stand in tables of their own, each typed. */
const whole = (value: Value) => value === undefined || Number.isSafeInteger(value);

/** The tables of a graph, by what they hold. */
class ImportTables {
  private readonly tables = new Map<string, ImportTable>();

  constructor(private readonly folder: string) {}

  /** @param properties asked when the table's first row comes. */
  private table(name: string, option: string, ends: string[], properties: () => readonly string[]): ImportTable {
    let table = this.tables.get(name);
    if (!table) {
      table = new ImportTable(this.folder, name, option, ends, properties());
      this.tables.set(name, table);
    }
    return table;
  }

  addNode({ id, labels, properties, aliases }: NodeRow): void {
    const name = `nodes-${labels.join('-')}${whole(properties.value) ? '' : '-decimal'}`;
    const names = () => Object.keys(nodeKinds[kindOf({ labels: [...labels] })].shape).filter((n) => n !== 'id');
    const table = this.table(name, `--nodes=${labels.join(':')}`, ['id:ID'], names);
    table.add([id], { ...properties, aliases });
  }

  addRelationship({ type, from, to, properties }: RelationshipRow): void {
    const name = `relationships-${type}`;
    const names = () => Object.keys(relationshipKinds[type].properties.shape);
    const table = this.table(name, `--relationships=${type}`, [':START_ID', ':END_ID'], names);
    table.add([from, to], properties);
  }

  /**
   * A Load node, by which a later `gongwen load` of the same report finds nothing to do. Its id is the report's, which the
   * Report node has too: their ids live in a space of their own.
   */
  addLoad({ report, hash, nodes, relationships }: Contribution): void {
    const table = this.table('nodes-Load', '--nodes=Load', ['id:ID(Load)'], () => ['hash', 'nodes', 'relationships']);
    table.add([report], { hash, nodes: nodes.length, relationships: relationships.length });
  }

  end(): string[] {
    return [...this.tables].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, table]) => table.end());
  }
}

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
 * Writes what reports contribute as neo4j-admin imports it: a header and one or more files for each kind, and import.sh.
 * Only the ids of the shared nodes stay in memory.
 * @param folder empty, or made where it is not there.
 */
export async function writeNeo4jCsv(
  all: AsyncIterable<Contribution> | Iterable<Contribution>,
  folder: string,
): Promise<void> {
  mkdirSync(folder, { recursive: true });
  const tables = new ImportTables(folder);
  const written = new Set<string>();
  for await (const contribution of all) {
    for (const node of contribution.nodes) {
      if (!isOwned(node.id)) {
        if (written.has(node.id)) continue;
        written.add(node.id);
      }
      tables.addNode(node);
    }
    for (const relationship of contribution.relationships) tables.addRelationship(relationship);
    tables.addLoad(contribution);
  }
  writeFileSync(join(folder, 'import.sh'), script(tables.end()));
}
