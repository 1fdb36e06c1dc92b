import type { KnowledgeGraph } from '../graph/build.js';

/** A node's size in a drawing, by its degree: 6 to 26 units. */
export const nodeSize = (graph: KnowledgeGraph, id: string): number =>
  Math.round(Math.min(6 + 2.2 * Math.sqrt(graph.degree(id)), 26) * 10) / 10;
