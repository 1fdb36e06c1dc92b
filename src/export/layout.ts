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

/** Up to this many nodes a layout is worth its time; beyond, nodes stand on the spiral, by their ids. */
export const LAYOUT_LIMIT = 5000;
/** Steps of the layout of a small graph; a large one gets fewer, so that it is done in some seconds. */
const STEPS = 600;

function seed(i: number): Position {
  const angle = i * GOLDEN_ANGLE;
  return { x: Math.sqrt(i) * Math.cos(angle), y: Math.sqrt(i) * Math.sin(angle) };
}

/** Positions of the nodes, the same for the same graph. In units of their own; the y axis points down. */
export function layout(graph: KnowledgeGraph): Map<string, Position> {
  const copy = graph.copy() as KnowledgeGraph;
  copy.nodes().forEach((id, i) => {
    copy.mergeNodeAttributes(id, { ...seed(i), size: 1 });
  });
  const iterations = Math.round(Math.max(STEPS / 6, Math.min(STEPS, (STEPS * 400) / Math.max(1, copy.order))));
  forceAtlas2.assign(copy, { iterations, settings: { ...forceAtlas2.inferSettings(copy), gravity: 1.5 } });
  noverlap.assign(copy, { maxIterations: Math.round(iterations / 2), settings: { margin: 3, ratio: 1.5 } });
  return new Map(copy.mapNodes((id, { x, y }) => [id, { x: Number(x), y: Number(y) }]));
}

const rounded = (value: number) => Math.round(value * 100) / 100;

/** Where each node of a graph stands: by the layout, or on a spiral where there are too many of them for it. */
export function positionsOf(graph: KnowledgeGraph): (id: string) => Position {
  if (graph.order <= LAYOUT_LIMIT) {
    const found = layout(graph);
    return (id) => {
      const { x, y } = found.get(id) as Position;
      return { x: rounded(x), y: rounded(y) };
    };
  }
  // Nodes are asked for in the graph's own order, so a counter serves where a map of a million would not.
  let next = 0;
  return () => {
    const { x, y } = seed(next++);
    return { x: rounded(x * 10), y: rounded(y * 10) };
  };
}
