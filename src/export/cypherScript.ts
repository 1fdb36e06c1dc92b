import { type KnowledgeGraph, kindOf } from '../graph/build.js';
import { neo4jSchema } from '../schema/constraints.js';
import { NODE_KINDS } from '../schema/nodes.js';
import { RELATIONSHIP_TYPES } from '../schema/relationships.js';

/** Rows of one statement: few enough for a console to parse at once. */
const BATCH = 200;

/**
 * Text as a Cypher literal. A script has no parameters, so what a report holds must be unable to end the literal: quotes
 * and backslashes are escaped, and no backslash is left before a u, because Neo4j reads \\uXXXX before it reads the rest.
 */
export function cypherText(text: string): string {
  const body = text
    .replaceAll('\\', '\\\\')
    .replaceAll("'", "\\'")
    .replaceAll('\n', '\\n')
    .replaceAll('\r', '\\r')
    .replaceAll('\t', '\\t')
    // A console ends a statement at a semicolon before a line's end; within a line none of them does.
    .replace(/\\(?=u)/g, "\\' + '");
  return `'${body}'`;
}

function literal(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(literal).join(', ')}]`;
  return typeof value === 'string' ? cypherText(value) : String(value);
}

function map(properties: Record<string, unknown>): string {
  const given = Object.entries(properties).filter(([, v]) => v !== undefined && !(Array.isArray(v) && !v.length));
  return `{${given.map(([k, v]) => `${k}: ${literal(v)}`).join(', ')}}`;
}

function* statements<T>(items: Iterable<T>, row: (item: T) => string, tail: string): Generator<string> {
  let rows: string[] = [];
  const statement = () => `UNWIND [\n  ${rows.join(',\n  ')}\n] AS row\n${tail};\n\n`;
  for (const item of items) {
    rows.push(row(item));
    if (rows.length < BATCH) continue;
    yield statement();
    rows = [];
  }
  if (rows.length) yield statement();
}

function grouped<T>(items: Iterable<T>, keyOf: (item: T) => string, order: readonly string[]): T[][] {
  const groups = new Map<string, T[]>();
  for (const item of items) {
    const key = keyOf(item);
    const group = groups.get(key) ?? [];
    groups.set(key, group);
    group.push(item);
  }
  const rank = (key: string) => order.indexOf(key.split(' ')[0]);
  return [...groups].sort(([a], [b]) => rank(a) - rank(b) || (a < b ? -1 : 1)).map(([, group]) => group);
}

/**
 * A graph as a script of Cypher statements for an empty database: cypher-shell, Neo4j Browser or any other console runs
 * it. `gongwen load` is the way for a database that holds reports already.
 */
export function* cypherScript(graph: KnowledgeGraph): Generator<string> {
  yield '// A graph of gongwen-graph, for an empty database: cypher-shell -f FILE\n\n';
  for (const statement of neo4jSchema()) yield `${statement};\n`;
  yield '\n';
  for (const nodes of grouped(graph.nodeEntries(), (n) => n.attributes.labels.join(' '), NODE_KINDS)) {
    const row = ({ node, attributes: { labels: _, ...properties } }: (typeof nodes)[number]) =>
      map({ id: node, ...properties });
    yield* statements(nodes, row, `CREATE (n:${nodes[0].attributes.labels.join(':')}) SET n = row`);
  }
  const ends = (e: {
    attributes: { type: string };
    sourceAttributes: { labels: string[] };
    targetAttributes: { labels: string[] };
  }) => `${e.attributes.type} ${kindOf(e.sourceAttributes)} ${kindOf(e.targetAttributes)}`;
  for (const edges of grouped(graph.edgeEntries(), ends, RELATIONSHIP_TYPES)) {
    const [type, from, to] = ends(edges[0]).split(' ');
    const row = ({ source, target, attributes: { type: _, ...properties } }: (typeof edges)[number]) =>
      `{a: ${literal(source)}, b: ${literal(target)}, p: ${map(properties)}}`;
    const tail = `MATCH (a:${from} {id: row.a}) MATCH (b:${to} {id: row.b}) CREATE (a)-[r:${type}]->(b) SET r = row.p`;
    yield* statements(edges, row, tail);
  }
}
