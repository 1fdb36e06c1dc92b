import type { Summary } from '../graph/summary.js';
import { NODE_KINDS } from '../schema/nodes.js';
import { RELATIONSHIP_TYPES } from '../schema/relationships.js';

const listed = (names: readonly string[], counts: Readonly<Record<string, number>>) =>
  names.flatMap((name) => (counts[name] ? [`${name} ${counts[name]}`] : [])).join(' · ');

/** How much a graph has of each kind, on two lines. */
export const countsText = ({ nodes, relationships }: Pick<Summary, 'nodes' | 'relationships'>): string =>
  `Nodes          ${listed(NODE_KINDS, nodes)}\nRelationships  ${listed(RELATIONSHIP_TYPES, relationships)}\n`;

/** The summary that `build` prints. */
export function summaryText({ nodes, relationships, best, facts }: Summary): string {
  const lines = [
    countsText({ nodes, relationships }),
    'Best connected',
    ...best.map(({ name, kind, degree }) => `  ${String(degree).padStart(4)}  ${kind.padEnd(8)}  ${name}`),
    '',
    'Facts, with the sentences that they come from',
    ...facts.flatMap(({ type, from, to, sentence }) => [`  ${from} —${type}→ ${to}`, `      ${sentence}`]),
  ];
  return `${lines.join('\n')}\n`;
}
