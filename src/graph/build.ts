import { MultiDirectedGraph } from 'graphology';
import type { Entity, Extraction, Relation } from '../schema/extraction.js';
import { EXTRA_LABELS, type NodeKind } from '../schema/nodes.js';
import { type Relationship, relationshipKey } from '../schema/relationships.js';
import { type GraphNode, validateNode, validateRelationship } from '../schema/validate.js';

/** Attributes of a node in the Graphology graph; its key is its id, its first label its kind. */
export type NodeAttributes = { labels: string[]; name: string } & Record<string, unknown>;
/** Attributes of an edge; its key is made of its type, ends and report. */
export type EdgeAttributes = { type: Relationship['type']; report: string } & Record<string, unknown>;
export type KnowledgeGraph = MultiDirectedGraph<NodeAttributes, EdgeAttributes>;

/** The kind of a node by its attributes. */
export const kindOf = ({ labels }: { labels: string[] }) => labels[0] as NodeKind;

const NAME_LENGTH = 60;
const short = (text: string) => (text.length > NAME_LENGTH ? `${text.slice(0, NAME_LENGTH - 1)}…` : text);

function entityNode(entity: Entity, report: string): GraphNode | undefined {
  const { id, type, name, properties } = entity;
  if (type === 'Date') return undefined;
  const kind: NodeKind = type === 'Village' ? 'Place' : type;
  const labels = type === 'Village' ? [kind, ...(EXTRA_LABELS.Place ?? [])] : [kind];
  return { kind, labels, properties: { id, name, ...properties, ...(kind === 'Count' && { report }) } };
}

/** The nodes that one report contributes. */
function* nodesOf({ text, report, sections, statements, entities }: Extraction): Generator<GraphNode> {
  const { id, title, reporter: _r, jurisdiction: _j, jurisdictionEvidence: _e, ...rest } = report;
  yield { kind: 'Report', labels: ['Report'], properties: { id, name: title, title, ...rest } };
  for (const [order, { parent: _, ...s }] of sections.entries()) {
    const name = short(`${s.ordinal}${s.title}`) || '(开头)';
    yield { kind: 'Section', labels: ['Section'], properties: { ...s, name, report: id, order } };
  }
  for (const [order, { section: _, ...s }] of statements.entries()) {
    const words = text.slice(s.start, s.end);
    yield {
      kind: 'Statement',
      labels: ['Statement'],
      properties: { ...s, name: short(words), text: words, report: id, order },
    };
  }
  for (const entity of entities) {
    const node = entityNode(entity, id);
    if (node) yield node;
  }
}

const STATED = ['statement', 'start', 'end', 'trigger', 'confidence', 'year'] as const;

function relationship({ type, from, to, ...rest }: Relation, report: string): Relationship {
  const stated = Object.fromEntries(STATED.flatMap((k) => (rest[k] === undefined ? [] : [[k, rest[k]]])));
  return { type, from, to, properties: { report, ...stated } };
}

/** The relationships that one report contributes: its structure, its mentions, its facts. */
function* relationshipsOf({ report, sections, statements, mentions, relations }: Extraction): Generator<Relationship> {
  const properties = { report: report.id };
  for (const { id, parent } of sections) yield { type: 'PART_OF', from: id, to: parent ?? report.id, properties };
  for (const { id, section } of statements) yield { type: 'PART_OF', from: id, to: section, properties };
  let s = 0;
  for (const { type, start, end, text, entity } of mentions) {
    if (type === 'Date') continue;
    while (s + 1 < statements.length && statements[s + 1].start <= start) s++;
    yield { type: 'MENTIONS', from: statements[s].id, to: entity, properties: { ...properties, start, end, text } };
  }
  for (const relation of relations) yield relationship(relation, report.id);
}

/** Two reports' words for one node: lists are joined and sorted, a scalar stays as the first report has it. */
export function mergeAttributes(known: NodeAttributes, added: Record<string, unknown>): NodeAttributes {
  const merged: NodeAttributes = { ...known };
  for (const [key, value] of Object.entries(added)) {
    const before = known[key];
    if (Array.isArray(before) && Array.isArray(value)) merged[key] = [...new Set([...before, ...value])].sort();
    else if (before === undefined) merged[key] = value;
  }
  return merged;
}

/** What one report contributes to a graph. */
export interface ReportPart {
  report: string;
  nodes: readonly GraphNode[];
  relationships: readonly Relationship[];
}

/** What a report that was just read contributes. */
export const partOf = (extraction: Extraction): ReportPart => ({
  report: extraction.report.id,
  nodes: [...nodesOf(extraction)],
  relationships: [...relationshipsOf(extraction)],
});

/**
 * Joins what reports contribute into one graph. The order does not matter: nodes and edges come sorted by their keys. Of
 * a report that is given twice the later one counts.
 * @throws SchemaError for what breaks the schema, before anything is written anywhere.
 */
export function joinParts(parts: Iterable<ReportPart>): KnowledgeGraph {
  const byId = new Map<string, ReportPart>();
  for (const part of parts) byId.set(part.report, part);
  const byKey = <T>([a]: [string, T], [b]: [string, T]) => (a < b ? -1 : 1);
  const nodes = new Map<string, NodeAttributes>();
  const edges = new Map<string, Relationship>();
  for (const [, part] of [...byId].sort(byKey)) {
    for (const node of part.nodes) {
      const { id, ...properties } = validateNode(node).properties;
      const known = nodes.get(id);
      nodes.set(id, known ? mergeAttributes(known, properties) : { labels: node.labels, ...properties });
    }
    for (const rel of part.relationships) edges.set(relationshipKey(rel), rel);
  }
  const graph: KnowledgeGraph = new MultiDirectedGraph();
  for (const [id, attributes] of [...nodes].sort(byKey)) graph.addNode(id, attributes);
  for (const [key, rel] of [...edges].sort(byKey)) {
    validateRelationship(rel, (id) => kindOf(nodes.get(id) ?? { labels: [] }));
    graph.addDirectedEdgeWithKey(key, rel.from, rel.to, { type: rel.type, ...rel.properties });
  }
  return graph;
}

/** Joins reports that were just read into one graph, as joinParts does. */
export const buildGraph = (reports: readonly Extraction[]): KnowledgeGraph => joinParts(reports.map(partOf));
