import { NODE_KINDS, type NodeKind } from '../schema/nodes.js';
import { RELATIONSHIP_TYPES } from '../schema/relationships.js';
import { COLOURS } from './palette.js';

/** Sizes in pixels: what findings are about stands out from the text's own structure. */
const DIAMETERS: Partial<Record<NodeKind, number>> = {
  Report: 70,
  Section: 40,
  Statement: 40,
  Count: 50,
  Indicator: 50,
};
const DIAMETER = 60;

/** What a node shows: its name; of a count, what the report writes. */
const CAPTIONS: Partial<Record<NodeKind, string>> = { Count: '{text}' };

/** Black on light colours and white on dark ones (relative luminance, WCAG 2.2). */
function textOn(colour: string): string {
  const [r, g, b] = [1, 3, 5].map((i) => Number.parseInt(colour.slice(i, i + 2), 16) / 255);
  return 0.2126 * r + 0.7152 * g + 0.0722 * b > 0.5 ? '#000000' : '#ffffff';
}

const rule = (selector: string, properties: Record<string, string>) =>
  `${selector} {\n${Object.entries(properties)
    .map(([k, v]) => `  ${k}: ${v};`)
    .join('\n')}\n}\n`;

/** The style sheet of Neo4j Browser for the graph: drop the file on its window. */
export function grass(): string {
  const nodes = NODE_KINDS.map((kind) =>
    rule(`node.${kind}`, {
      color: COLOURS[kind],
      'border-color': COLOURS[kind],
      'text-color-internal': textOn(COLOURS[kind]),
      diameter: `${DIAMETERS[kind] ?? DIAMETER}px`,
      caption: `"${CAPTIONS[kind] ?? '{name}'}"`,
    }),
  );
  const relationships = RELATIONSHIP_TYPES.map((type) => rule(`relationship.${type}`, { caption: '"<type>"' }));
  return [
    rule('node', { diameter: `${DIAMETER}px`, 'font-size': '11px', caption: '"{name}"' }),
    rule('relationship', { color: '#a5abb6', 'shaft-width': '1px', 'font-size': '8px', caption: '"<type>"' }),
    ...nodes,
    ...relationships,
  ].join('\n');
}
