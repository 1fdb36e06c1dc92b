/** The library: reports in, a knowledge graph out. Importing it changes nothing outside itself. */

export { graphJson, readSnapshot } from './export/snapshot.js';
export { buildGraph, type KnowledgeGraph } from './graph/build.js';
export { InputError } from './lexicon/errors.js';
export { type ExtractOptions, extract } from './pipeline.js';
export type { Entity, Extraction, Mention, Relation } from './schema/extraction.js';
export { nodeKinds } from './schema/nodes.js';
export { relationshipKinds } from './schema/relationships.js';
export { SchemaError } from './schema/validate.js';
export { openEmbedded } from './store/embedded.js';
export { type LoadProgress, loadGraph } from './store/load.js';
export { openNeo4j } from './store/neo4j.js';
export type { GraphStore } from './store/store.js';
