import { z } from 'zod';
import type { NodeKind } from './nodes.js';

const offset = z.number().int().nonnegative();
/** What every relationship has: the report that contributed it, by which a reload replaces it. */
const contributed = z.object({ report: z.string() });
/** A relationship that the text states: it cites the characters that it came from. */
const stated = contributed.extend({
  statement: z.string(),
  start: offset,
  end: offset,
  trigger: z.string().describe('the words that gave it'),
  confidence: z.number().min(0).max(1),
});
const mention = contributed.extend({ start: offset, end: offset, text: z.string() });

interface RelationshipKind {
  from: readonly NodeKind[];
  to: readonly NodeKind[];
  properties: z.ZodObject;
  /** Several of this kind may join the same two nodes in one report (each mention is one). */
  many?: boolean;
  about: string;
}

const ACTORS = ['Agency', 'Place'] as const;
const ENTITIES = ['Agency', 'Place', 'Program', 'Document', 'Meeting', 'Honor', 'Count'] as const;

/** The kinds of relationships: which nodes they join and what they carry. */
export const relationshipKinds = {
  PART_OF: {
    from: ['Statement', 'Section', 'Place'],
    to: ['Section', 'Report', 'Place'],
    properties: contributed,
    about: 'Statement → Section → Report; Place → Place, up to the province',
  },
  MENTIONS: {
    from: ['Statement'],
    to: ENTITIES,
    properties: mention,
    many: true,
    about: 'each mention, with its characters',
  },
  ISSUED_BY: {
    from: ['Report'],
    to: ['Agency'],
    properties: contributed,
    about: 'the body that the report speaks for',
  },
  REPORTS_ON: { from: ['Report'], to: ['Place'], properties: contributed, about: 'the jurisdiction' },
  SUBORDINATE_TO: {
    from: ['Agency'],
    to: ['Agency'],
    properties: contributed,
    about: 'the body that it answers to, by its name',
  },
  SUCCEEDED_BY: {
    from: ['Agency'],
    to: ['Agency'],
    properties: contributed.extend({ year: z.string() }),
    about: 'the body that a reorganisation put in its place, and the year',
  },
  SERVES: { from: ['Agency'], to: ['Place'], properties: contributed, about: 'the division whose body it is' },
  ISSUED: { from: ACTORS, to: ['Document'], properties: stated, about: 'drew up, issued, published or compiled it' },
  APPLIES: { from: ACTORS, to: ['Document'], properties: stated, about: 'implements, follows or studies it' },
  CONVENED: { from: ACTORS, to: ['Meeting'], properties: stated, about: 'held the meeting' },
  RUNS: { from: ACTORS, to: ['Program'], properties: stated, about: 'runs, promotes, joins or uses the programme' },
  AWARDED: { from: ACTORS, to: ['Honor'], properties: stated, about: 'holds or received it' },
  COOPERATES_WITH: {
    from: ['Agency'],
    to: ['Agency'],
    properties: stated,
    about: 'worked with it; undirected in meaning',
  },
  MEASURED_FOR: {
    from: ['Count'],
    to: ['Program', 'Agency', 'Place', 'Document'],
    properties: stated,
    about: 'the count is about that very thing',
  },
  MEASURES: { from: ['Count'], to: ['Indicator'], properties: contributed, about: 'what the count counts' },
  GROWTH_OF: { from: ['Count'], to: ['Count'], properties: contributed, about: 'the growth of that very count' },
  PART_OF_COUNT: { from: ['Count'], to: ['Count'], properties: contributed, about: 'a part of that count (其中)' },
  OBSERVED_IN: { from: ['Count'], to: ['Report'], properties: contributed, about: 'the report that tells it' },
} as const satisfies Record<string, RelationshipKind>;

export type RelationshipType = keyof typeof relationshipKinds;
export const RELATIONSHIP_TYPES = Object.keys(relationshipKinds) as RelationshipType[];

/** The relations that a sentence states, in the order in which they are extracted. */
export const STATED_RELATIONS = [
  'ISSUED',
  'APPLIES',
  'CONVENED',
  'RUNS',
  'AWARDED',
  'COOPERATES_WITH',
  'MEASURED_FOR',
] as const satisfies readonly RelationshipType[];
export type StatedRelation = (typeof STATED_RELATIONS)[number];

/** One relationship as it goes into a graph: its ends by id, and its properties. */
export interface Relationship {
  type: RelationshipType;
  from: string;
  to: string;
  properties: Record<string, unknown> & { report: string };
}

/** The key of a relationship in a graph: the same words for the same fact, whatever the order of loading. */
export function relationshipKey({ type, from, to, properties }: Relationship): string {
  const kind: RelationshipKind = relationshipKinds[type];
  const place = kind.many ? `#${properties.start}-${properties.end}` : '';
  // The id of a report's own node names the report already.
  const report = from.includes(properties.report) ? '' : `|${properties.report}`;
  return `${type}|${from}|${to}${report}${place}`;
}
