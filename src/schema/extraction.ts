import { z } from 'zod';
import { Stance } from './nodes.js';
import { RELATIONSHIP_TYPES } from './relationships.js';

/** The kinds of things that recognisers mark in a text. */
export const MENTION_TYPES = [
  'Agency',
  'Place',
  'Program',
  'Document',
  'Count',
  'Date',
  'Meeting',
  'Honor',
  'Rank',
] as const;
export const MentionType = z.enum(MENTION_TYPES);
export type MentionType = z.infer<typeof MentionType>;

const offset = z.number().int().nonnegative();

export const Mention = z.object({
  type: MentionType,
  start: offset,
  end: offset,
  text: z.string().min(1),
  entity: z.string().describe('the id of the entity that it names'),
});
export type Mention = z.infer<typeof Mention>;

export const Entity = z.object({
  id: z.string().min(1),
  // A rank is a count; an indicator is what counts measure.
  type: z.enum([...MENTION_TYPES, 'Village', 'Indicator']).exclude(['Rank']),
  name: z.string().min(1),
  properties: z.record(z.string(), z.union([z.string(), z.number(), z.boolean(), z.array(z.string())])),
});
export type Entity = z.infer<typeof Entity>;

export const Relation = z.object({
  type: z.enum(RELATIONSHIP_TYPES),
  from: z.string(),
  to: z.string(),
  statement: z.string().optional(),
  start: offset.optional(),
  end: offset.optional(),
  trigger: z.string().optional(),
  confidence: z.number().min(0).max(1).optional(),
  year: z.string().optional(),
});
export type Relation = z.infer<typeof Relation>;

export const SectionRecord = z.object({
  id: z.string(),
  parent: z.string().optional().describe('the enclosing section; none for those right under the report'),
  level: z.number().int().min(0),
  ordinal: z.string(),
  title: z.string(),
  stance: Stance,
  start: offset,
  end: offset,
});
export type SectionRecord = z.infer<typeof SectionRecord>;

export const StatementRecord = z.object({
  id: z.string(),
  section: z.string(),
  stance: Stance,
  start: offset,
  end: offset,
});
export type StatementRecord = z.infer<typeof StatementRecord>;

export const Warning = z.object({ start: offset, end: offset, text: z.string(), message: z.string() });
export type Warning = z.infer<typeof Warning>;

export const ReportRecord = z.object({
  id: z.string(),
  title: z.string(),
  kind: z.string(),
  reporter: z.string().optional().describe('entity id of the body that the report speaks for'),
  jurisdiction: z.string().optional().describe('entity id of the division that it reports on'),
  jurisdictionEvidence: z.string().optional(),
  periodFrom: z.string().optional(),
  periodTo: z.string().optional(),
  issuedOn: z.string().optional(),
  publishedOn: z.string().optional(),
  indexNumber: z.string().optional(),
  documentNumber: z.string().optional(),
  source: z.string().optional(),
  sha256: z.string(),
});
export type ReportRecord = z.infer<typeof ReportRecord>;

/** What `extract` gives: one report read. Offsets are UTF-16 code units into `text`. */
export const Extraction = z.object({
  text: z.string(),
  report: ReportRecord,
  sections: z.array(SectionRecord),
  statements: z.array(StatementRecord),
  mentions: z.array(Mention),
  entities: z.array(Entity),
  relations: z.array(Relation),
  warnings: z.array(Warning),
});
export type Extraction = z.infer<typeof Extraction>;
