import { type KnowledgeGraph, kindOf, type NodeAttributes } from '../graph/build.js';
import { NODE_KINDS } from '../schema/nodes.js';
import { layout, type Position } from './layout.js';
import { COLOURS } from './palette.js';
import { nodeSize } from './size.js';
import { xmlText } from './xml.js';

const WIDTH = 1200;
const HEIGHT = 800;
const MARGIN = 70;
const LABEL = 16;

/** The positions stretched over the drawing area. */
function fitted(positions: Map<string, Position>): Map<string, Position> {
  const all = [...positions.values()];
  const scale = (values: number[], size: number) => {
    const low = Math.min(...values);
    const span = Math.max(...values) - low || 1;
    return (v: number) => Math.round((MARGIN + ((v - low) / span) * (size - 2 * MARGIN)) * 10) / 10;
  };
  const x = scale(
    all.map((p) => p.x),
    WIDTH,
  );
  const y = scale(
    all.map((p) => p.y),
    HEIGHT,
  );
  return new Map([...positions].map(([id, p]) => [id, { x: x(p.x), y: y(p.y) }]));
}

/** What stands under a node: a count's own words, else the name, cut where it is long. */
function labelOf(attributes: NodeAttributes): string {
  const name = kindOf(attributes) === 'Count' ? String(attributes.text) : attributes.name;
  return name.length > LABEL ? `${name.slice(0, LABEL - 1)}…` : name;
}

function legend(graph: KnowledgeGraph): string[] {
  const kinds = NODE_KINDS.filter((kind) => graph.someNode((_, attributes) => kindOf(attributes) === kind));
  return kinds.map(
    (kind, i) =>
      `<circle cx="24" cy="${26 + i * 22}" r="7" fill="${COLOURS[kind]}"/><text x="38" y="${31 + i * 22}">${kind}</text>`,
  );
}

/** A graph as a drawing: colours by kind, sizes by degree, every name a tooltip. The same graph gives the same bytes. */
export function svg(graph: KnowledgeGraph, title: string): string {
  const at = fitted(layout(graph));
  const place = (id: string) => at.get(id) ?? { x: 0, y: 0 };
  const edges = graph.mapEdges((_, { type }, from, to) => {
    const [a, b] = [place(from), place(to)];
    return `<line x1="${a.x}" y1="${a.y}" x2="${b.x}" y2="${b.y}"><title>${xmlText(`${from} ${type} ${to}`)}</title></line>`;
  });
  const nodes = graph.mapNodes((id, attributes) => {
    const { x, y } = place(id);
    const r = nodeSize(graph, id);
    return `<g><title>${xmlText(attributes.name)}</title><circle cx="${x}" cy="${y}" r="${r}" fill="${COLOURS[kindOf(attributes)]}"/><text x="${x}" y="${y + r + 13}" text-anchor="middle">${xmlText(labelOf(attributes))}</text></g>`;
  });
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${WIDTH} ${HEIGHT}" font-family="'Noto Sans CJK SC','Microsoft YaHei','PingFang SC',sans-serif" font-size="12" role="img">`,
    `<title>${xmlText(title)}</title><rect width="100%" height="100%" fill="#ffffff"/>`,
    `<g stroke="#8a8a8a" stroke-opacity="0.45" stroke-width="1">`,
    ...edges,
    `</g><g stroke="#ffffff" stroke-width="1.5">`,
    ...nodes.map((n) => n.replaceAll('<text', '<text stroke="#ffffff" stroke-width="3" paint-order="stroke"')),
    `</g><g font-size="13">`,
    ...legend(graph),
    '</g></svg>',
    '',
  ].join('\n');
}
