import type { EdgeLine, NodeLine } from '../export/snapshotStream.js';
import { kindOf, type ReportPart } from '../graph/build.js';
import { type Relationship, relationshipKey } from '../schema/relationships.js';
import { type GraphNode, validateNode, validateRelationship } from '../schema/validate.js';
import { isOwned, kindOfId } from '../store/contribution.js';

/**
 * The lines of graph.json that one report contributes. `own` are the blocks that no other report adds to, each sorted by
 * key, by the words that their keys begin with (statement:, MENTIONS|statement:); `shared` nodes and edges are mixed with
 * those of other reports.
 */
export interface ReportLines {
  own: Map<string, string[]>;
  shared: string[];
}

const nodeLine = ({ properties: { id, ...rest }, labels }: GraphNode): NodeLine => ({
  key: id,
  attributes: { labels, ...rest },
});

function edgeLine(rel: Relationship): EdgeLine {
  const { type, from, to, properties } = rel;
  return { key: relationshipKey(rel), source: from, target: to, attributes: { type, ...properties } };
}

const byKey = (a: { key: string }, b: { key: string }) => (a.key < b.key ? -1 : 1);

/** The lines of what a report contributes. @throws SchemaError for what breaks the schema. */
export function linesOf({ nodes, relationships }: ReportPart): ReportLines {
  const known = new Map(nodes.map((n) => [n.properties.id, n.kind]));
  const all: (NodeLine | EdgeLine)[] = [
    ...nodes.map((n) => nodeLine(validateNode(n))),
    ...new Map(
      relationships.map((r) => {
        const line = edgeLine(validateRelationship(r, (id) => known.get(id)));
        return [line.key, line] as const;
      }),
    ).values(),
  ];
  const own = new Map<string, string[]>();
  const shared: string[] = [];
  for (const line of all.sort(byKey)) {
    const text = JSON.stringify(line);
    const from = 'source' in line ? line.source : line.key;
    if (!isOwned(from)) {
      shared.push(text);
      continue;
    }
    const block = blockOf(line.key, from);
    const lines = own.get(block) ?? [];
    own.set(block, lines);
    lines.push(text);
  }
  return { own, shared };
}

/** The words that a line's key begins with: statement:, MENTIONS|statement:. */
function blockOf(key: string, from: string): string {
  const kind = `${kindOfId(from).toLowerCase()}:`;
  return key.startsWith(kind) ? kind : `${key.slice(0, key.indexOf('|'))}|${kind}`;
}

/** The part of a graph that lines of graph.json stand for. */
export function partOfLines(report: string, lines: Iterable<string>): ReportPart {
  const nodes: GraphNode[] = [];
  const relationships: Relationship[] = [];
  for (const text of lines) {
    const line = JSON.parse(text) as NodeLine | EdgeLine;
    if ('source' in line) {
      const { type, ...properties } = line.attributes;
      relationships.push({ type, from: line.source, to: line.target, properties });
    } else {
      const { labels, ...properties } = line.attributes;
      nodes.push({ kind: kindOf({ labels }), labels, properties: { id: line.key, ...properties } });
    }
  }
  return { report, nodes, relationships };
}
