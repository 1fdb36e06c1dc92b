import type { z } from 'zod';
import { type NodeKind, nodeKinds } from './nodes.js';
import { type Relationship, type RelationshipType, relationshipKinds } from './relationships.js';

const strictNodes = new Map<NodeKind, z.ZodObject>();
const strictRelationships = new Map<RelationshipType, z.ZodObject>();

/** A kind's schema with unknown properties refused, made once: making one costs more than a hundred checks by it. */
function strict<K>(made: Map<K, z.ZodObject>, kind: K, schema: z.ZodObject): z.ZodObject {
  const known = made.get(kind) ?? schema.strict();
  made.set(kind, known);
  return known;
}

/** A node as it goes into a graph. */
export interface GraphNode {
  kind: NodeKind;
  /** The kind first, then what else it is: ['Place', 'Village']. */
  labels: string[];
  properties: Record<string, unknown> & { id: string; name: string };
}

/** Data that breaks the schema: says which node or relationship, which field, and where in which report. */
export class SchemaError extends Error {
  override name = 'SchemaError';
}

function place(properties: Record<string, unknown>): string {
  const { report, start, end } = properties;
  if (report === undefined) return '';
  return start === undefined ? `, in ${report}` : `, in ${report} at ${start}-${end}`;
}

function fail(what: string, properties: Record<string, unknown>, error: z.ZodError): never {
  const { path, message } = error.issues[0];
  throw new SchemaError(`${what}${place(properties)}: field "${path.join('.') || '(all)'}": ${message}`);
}

/**
 * Checks a node against its kind and gives it back with unknown properties refused.
 * @throws SchemaError naming the node, the field and the place in the report.
 */
export function validateNode(node: GraphNode): GraphNode {
  const schema = strict(strictNodes, node.kind, nodeKinds[node.kind]);
  const result = schema.safeParse(node.properties);
  if (!result.success) fail(`${node.kind} ${node.properties.id ?? '(no id)'}`, node.properties, result.error);
  return node;
}

/**
 * Checks a relationship: its properties, and that it joins kinds that it may join.
 * @throws SchemaError naming the relationship, the field and the place in the report.
 */
export function validateRelationship(rel: Relationship, kindOf: (id: string) => NodeKind | undefined): Relationship {
  const kind = relationshipKinds[rel.type];
  const what = `${rel.type} ${rel.from} → ${rel.to}`;
  for (const [side, id, allowed] of [
    ['from', rel.from, kind.from],
    ['to', rel.to, kind.to],
  ] as const) {
    const found = kindOf(id);
    if (!found || !(allowed as readonly NodeKind[]).includes(found)) {
      const why = found ? `a ${found}, not ${allowed.join(' or ')}` : 'not in the graph';
      throw new SchemaError(`${what}${place(rel.properties)}: field "${side}": ${id} is ${why}`);
    }
  }
  const result = strict(strictRelationships, rel.type, kind.properties).safeParse(rel.properties);
  if (!result.success) fail(what, rel.properties, result.error);
  return rel;
}
