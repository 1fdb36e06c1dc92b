import { OWNED_KINDS, withoutAnalysis } from '../schema/nodes.js';
import type { Relationship } from '../schema/relationships.js';
import type { GraphNode } from '../schema/validate.js';
import { type KnowledgeGraph, kindOf, type NodeAttributes, type ReportPart } from './build.js';

/** The report that an owned node belongs to; of a shared one, none. */
export function ownerOf(id: string, attributes: NodeAttributes): string | undefined {
  const kind = kindOf(attributes);
  if (!OWNED_KINDS.includes(kind)) return undefined;
  return kind === 'Report' ? id : String(attributes.report);
}

/** The words that an indicator's count is told in: what its name has before its number. */
const wordsOf = ({ name, text }: NodeAttributes) => name.slice(0, -String(text).length - 1);

/** One report's relationships, and the forms in which it names shared nodes. */
class Gathered {
  readonly owned: string[] = [];
  readonly relationships: Relationship[] = [];
  readonly forms = new Map<string, Set<string>>();

  touch(id: string, form?: string): void {
    const known = this.forms.get(id) ?? new Set();
    this.forms.set(id, form === undefined ? known : known.add(form));
  }
}

/**
 * Takes a graph apart again: what each report contributes, in the order of the reports' ids. joinParts of the parts is
 * the graph, without what `analyze` wrote on it.
 */
export function partsOf(graph: KnowledgeGraph): ReportPart[] {
  const reports = new Map<string, Gathered>();
  const of = (report: string) => {
    const known = reports.get(report) ?? new Gathered();
    reports.set(report, known);
    return known;
  };
  graph.forEachNode((id, attributes) => {
    const owner = ownerOf(id, attributes);
    if (owner) of(owner).owned.push(id);
  });
  graph.forEachEdge((_key, { type, ...properties }, from, to, source, target) => {
    const gathered = of(properties.report);
    gathered.relationships.push({ type, from, to, properties });
    for (const [id, attributes] of [
      [from, source],
      [to, target],
    ] as const)
      if (!ownerOf(id, attributes)) gathered.touch(id);
    if (type === 'MENTIONS' && !ownerOf(to, target)) gathered.touch(to, String(properties.text));
    if (type === 'MEASURES') gathered.touch(to, wordsOf(source));
  });
  const node = (id: string, forms?: Set<string>): GraphNode => {
    const { labels, ...properties } = withoutAnalysis(graph.getNodeAttributes(id));
    const aliases = forms && 'aliases' in properties ? { aliases: [...forms].sort() } : {};
    return { kind: kindOf({ labels }), labels, properties: { id, ...properties, ...aliases } };
  };
  return [...reports]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([report, { owned, forms, relationships }]) => ({
      report,
      nodes: [...owned.map((id) => node(id)), ...[...forms].map(([id, own]) => node(id, own))],
      relationships,
    }));
}

/** A part whose report was found elsewhere too. */
export function withAlsoAt(part: ReportPart, alsoAt: readonly string[]): ReportPart {
  if (!alsoAt.length) return part;
  const nodes = part.nodes.map((n) =>
    n.properties.id === part.report ? { ...n, properties: { ...n.properties, alsoAt: [...alsoAt] } } : n,
  );
  return { ...part, nodes };
}
