import forceAtlas2Module from 'graphology-layout-forceatlas2';
import noverlapModule from 'graphology-layout-noverlap';
import type { KnowledgeGraph } from '../graph/build.js';

// Both are CommonJS: what their types call the default export is the module itself.
const forceAtlas2 = forceAtlas2Module as unknown as typeof forceAtlas2Module.default;
const noverlap = noverlapModule as unknown as typeof noverlapModule.default;

export interface Position {
  x: number;
  y: number;
}

/** The angle by which seeds on a sunflower's spiral turn: no two start on one line, and no chance is needed. */
const GOLDEN_ANGLE = Math.PI * (3 - Math.sqrt(5));

/** Positions of the nodes, the same for the same graph. In units of their own; the y axis points down. */
export function layout(graph: KnowledgeGraph): Map<string, Position> {
  const copy = graph.copy() as KnowledgeGraph;
  copy.nodes().forEach((id, i) => {
    const angle = i * GOLDEN_ANGLE;
    copy.mergeNodeAttributes(id, { x: Math.sqrt(i) * Math.cos(angle), y: Math.sqrt(i) * Math.sin(angle), size: 1 });
  });
  forceAtlas2.assign(copy, { iterations: 600, settings: { ...forceAtlas2.inferSettings(copy), gravity: 1.5 } });
  noverlap.assign(copy, { maxIterations: 300, settings: { margin: 3, ratio: 1.5 } });
  return new Map(copy.mapNodes((id, { x, y }) => [id, { x: Number(x), y: Number(y) }]));
}
