import type { EdgeLine, NodeLine } from '../export/snapshotStream.js';
import { mergeAttributes, type NodeAttributes } from '../graph/build.js';
import { NODE_KINDS, OWNED_KINDS } from '../schema/nodes.js';
import { RELATIONSHIP_TYPES } from '../schema/relationships.js';
import { SortedRuns } from './sortedRuns.js';
import { BETWEEN, type SpooledReport, type SpoolReader } from './spool.js';

/** A report that goes into the graph: its lines, and what its own node is told beside them. */
export interface AssembledReport {
  id: string;
  spooled: SpooledReport;
  /** Where else the same report was found. */
  alsoAt: readonly string[];
}

/** How much there is of each kind. */
export interface Counts {
  nodes: Record<string, number>;
  relationships: Record<string, number>;
}

/** Between a key and what it sorts: no key holds it. */
const MARK = '\u0001';

const kinds = NODE_KINDS.map((kind) => ({
  prefix: `${kind.toLowerCase()}:`,
  name: kind as string,
  owned: OWNED_KINDS.includes(kind),
}));
const byPrefix = (a: { prefix: string }, b: { prefix: string }) => (a.prefix < b.prefix ? -1 : 1);

/** What keys begin with, in the order of keys: first those of nodes, then those of edges. */
const NODE_PREFIXES = [...kinds].sort(byPrefix);
const EDGE_PREFIXES = RELATIONSHIP_TYPES.flatMap((type) =>
  kinds.map(({ prefix, owned }) => ({ prefix: `${type}|${prefix}`, name: type as string, owned })),
).sort(byPrefix);

/**
 * The order of a block's reports: as their keys have it, in which an id is followed by # or, of the report itself, by the
 * end or a bar. It matters where one id begins with another.
 */
function inOrder(reports: readonly AssembledReport[], block: string): AssembledReport[] {
  const behind = block.endsWith('report:') ? (block.includes('|') ? '|' : '') : '#';
  return [...reports].sort((a, b) => (a.id + behind < b.id + behind ? -1 : 1));
}

/** Several reports' words for one node joined, in the order of the reports' ids; edges stand for themselves. */
function joinSame(lines: readonly string[]): string {
  const [first, ...rest] = lines.map((line) => JSON.parse(line) as NodeLine | EdgeLine);
  if ('source' in first || !rest.length) return JSON.stringify(first);
  let attributes: NodeAttributes = first.attributes;
  for (const { attributes: more } of rest) attributes = mergeAttributes(attributes, more);
  return JSON.stringify({ key: first.key, attributes });
}

/** Sorts what several reports share: a line's key, the report that says it, the line. */
function sortShared(reports: readonly AssembledReport[], reader: SpoolReader): SortedRuns {
  const runs = new SortedRuns();
  for (const { id, spooled } of reports)
    for (const line of reader.lines(spooled.spool, spooled.shared)) {
      const item = JSON.parse(line) as NodeLine | EdgeLine;
      // Nodes stand before edges in graph.json.
      runs.add(`${'source' in item ? 1 : 0}${item.key}${MARK}${id}${MARK}${line}`);
    }
  return runs;
}

/** Lines with one key as one; `key` is as sortShared made it. */
function* joined(sorted: Iterable<string>): Generator<{ key: string; line: string }> {
  let key = '';
  let same: string[] = [];
  for (const entry of sorted) {
    const [own, , line] = entry.split(MARK);
    if (own !== key && same.length) yield { key: key.slice(1), line: joinSame(same) };
    if (own !== key) [key, same] = [own, []];
    same.push(line);
  }
  if (same.length) yield { key: key.slice(1), line: joinSame(same) };
}

/** The report's own node, with where else it was found. */
function withSources(line: Buffer, alsoAt: readonly string[]): Buffer | string {
  if (!alsoAt.length) return line;
  const { key, attributes } = JSON.parse(line.toString()) as NodeLine;
  return JSON.stringify({ key, attributes: { ...attributes, alsoAt: [...alsoAt] } });
}

/**
 * graph.json of reports whose lines are in a spool, in pieces and with the bytes that joinParts and graphLines would give,
 * without the graph in memory. A piece is good until the next is asked for. @param counts is filled in.
 */
export function* assemble(
  reports: readonly AssembledReport[],
  reader: SpoolReader,
  counts: Counts,
): Generator<string | Uint8Array> {
  const runs = sortShared(reports, reader);
  try {
    const shared = joined(runs.sorted());
    let next = shared.next();
    const part = function* (
      prefixes: typeof NODE_PREFIXES,
      counted: Record<string, number>,
    ): Generator<string | Uint8Array> {
      let comma = '';
      for (const { prefix, name, owned } of prefixes) {
        const count = (n: number) => {
          counted[name] = (counted[name] ?? 0) + n;
        };
        for (const { spooled, alsoAt } of owned ? inOrder(reports, prefix) : []) {
          const place = spooled.own[prefix];
          if (!place) continue;
          const block = reader.read(spooled.spool, place).subarray(0, -BETWEEN.length);
          count(place[2]);
          yield comma;
          yield prefix === 'report:' ? withSources(block, alsoAt) : block;
          comma = BETWEEN;
        }
        for (; !owned && !next.done && next.value.key.startsWith(prefix); next = shared.next()) {
          count(1);
          yield comma + next.value.line;
          comma = BETWEEN;
        }
      }
    };
    yield '{"attributes":{},"options":{"type":"directed","multi":true,"allowSelfLoops":true},"nodes":[\n';
    yield* part(NODE_PREFIXES, counts.nodes);
    yield '\n],"edges":[\n';
    yield* part(EDGE_PREFIXES, counts.relationships);
    yield '\n]}\n';
  } finally {
    runs.remove();
  }
}
