import { NODE_KINDS, type NodeKind, OWNED_KINDS } from '../schema/nodes.js';
import type { RelationshipType } from '../schema/relationships.js';

const setLabels = (others: readonly string[]) => others.map((l) => ` SET n:${l}`).join('');

/** Adds nodes of a kind that are a report's own; `$rows` is [{ id, properties }]. */
export function createNodes([kind, ...others]: readonly string[]): string {
  return `UNWIND $rows AS row CREATE (n:${kind} {id: row.id}) SET n += row.properties${setLabels(others)}`;
}

/** Adds or updates shared nodes of a kind; `$rows` is [{ id, properties }]. Labels come from the schema, never from data. */
export function mergeNodes([kind, ...others]: readonly string[]): string {
  return `UNWIND $rows AS row MERGE (n:${kind} {id: row.id}) SET n += row.properties${setLabels(others)}`;
}

/** Adds relationships between two kinds; `$rows` is [{ from, to, properties }]. */
export function createRelationships(type: RelationshipType, from: NodeKind, to: NodeKind): string {
  return `UNWIND $rows AS row MATCH (a:${from} {id: row.from}) MATCH (b:${to} {id: row.to}) CREATE (a)-[r:${type}]->(b) SET r = row.properties`;
}

const OWNED = OWNED_KINDS.filter((k) => k !== 'Report');
const SHARED = NODE_KINDS.filter((k) => !OWNED_KINDS.includes(k));

/** Ids of the shared nodes that a report's relationships touch, before they go; `$report` is its id. */
export const touchedByReport = SHARED.flatMap((kind) => [
  `MATCH (n:${kind})<-[r]-() WHERE r.report = $report RETURN DISTINCT n.id AS id`,
  `MATCH (n:${kind})-[r]->() WHERE r.report = $report RETURN DISTINCT n.id AS id`,
]);

/** Takes out what a report contributed: its relationships, then the nodes that are its own. */
export const removeReport = [
  'MATCH (s:Section {report: $report})-[r]->() DELETE r',
  'MATCH (s:Statement {report: $report})-[r]->() DELETE r',
  'MATCH (c:Count {report: $report})-[r]->() DELETE r',
  'MATCH (d:Report {id: $report})-[r]->() DELETE r',
  ...SHARED.map((kind) => `MATCH (n:${kind})-[r]->() WHERE r.report = $report DELETE r`),
  ...OWNED.map((kind) => `MATCH (n:${kind} {report: $report}) DETACH DELETE n`),
  'MATCH (d:Report {id: $report}) DETACH DELETE d',
];

/** Takes out shared nodes that nothing is joined to any more; `$ids` are those that may have lost their last tie. */
export const removeOrphans = SHARED.map(
  (kind) => `UNWIND $ids AS id MATCH (n:${kind} {id: id}) WHERE NOT (n)--() DELETE n`,
);

/** The kinds whose aliases are the forms met in the reports that are loaded. */
export const ALIASED: readonly NodeKind[] = ['Agency', 'Place', 'Program', 'Document', 'Meeting', 'Honor', 'Indicator'];

/** The forms of a kind's nodes: what mentions call them; of indicators, the words that the names of
 * the counts begin with that measure them. */
export const formsOf = (kind: NodeKind) =>
  kind === 'Indicator'
    ? 'UNWIND $ids AS id MATCH (n:Indicator {id: id}) OPTIONAL MATCH (n)<-[:MEASURES]-(c:Count) RETURN n.id AS id, substring(c.name, 0, size(c.name) - size(c.text) - 1) AS form'
    : `UNWIND $ids AS id MATCH (n:${kind} {id: id}) OPTIONAL MATCH (n)<-[m:MENTIONS]-() RETURN n.id AS id, m.text AS form`;
/** A node that no report names has none: neo4j-admin cannot import an empty list, and a load gives the same graph. */
export const setAliases = (kind: NodeKind) =>
  `UNWIND $rows AS row MATCH (n:${kind} {id: row.id}) SET n.aliases = CASE WHEN size(row.aliases) = 0 THEN null ELSE row.aliases END`;

/** The aliases that nodes of a kind have; `$ids` are theirs. */
export const knownAliases = (kind: NodeKind) =>
  `UNWIND $ids AS id MATCH (n:${kind} {id: id}) RETURN n.id AS id, coalesce(n.aliases, []) AS aliases`;

/**
 * A Load node stands for each report that was loaded: the hash of what it contributed, and how much that was. Writing on
 * it first holds it until the transaction ends, so that loaders of one report come one after the other.
 */
export const lockLoads = 'UNWIND $reports AS report MERGE (l:Load {id: report}) SET l.held = true';
export const knownLoads = `UNWIND $reports AS report MATCH (l:Load {id: report}) OPTIONAL MATCH (d:Report {id: report})
RETURN report, l.hash AS hash, l.texts AS texts, d IS NOT NULL AS present`;
export const finishLoads =
  'UNWIND $loads AS load MATCH (l:Load {id: load.report}) SET l += load.properties REMOVE l.held';
/** Sets where else the text of a report was found. */
export const setAlsoAt =
  'UNWIND $rows AS row MATCH (d:Report {id: row.report}) SET d.alsoAt = CASE WHEN size(row.alsoAt) = 0 THEN null ELSE row.alsoAt END';
/** Keeps which texts of a report were given. */
export const setTexts = 'UNWIND $rows AS row MATCH (l:Load {id: row.report}) SET l.texts = row.texts REMOVE l.held';
export const removeLoads = 'UNWIND $reports AS report MATCH (l:Load {id: report}) DELETE l';

/** The reports of an id, a title or a source. */
export const reportsNamed =
  'MATCH (d:Report) WHERE d.id = $report OR d.title = $report OR d.source = $report RETURN d.id AS id';
