import { z } from 'zod';

/** A calendar date as written with its precision: 2023, 2023-12 or 2023-12-31. */
const calendarDate = z.string().regex(/^\d{4}(-\d{2}(-\d{2})?)?$/, 'a date as YYYY, YYYY-MM or YYYY-MM-DD');
const offset = z.number().int().nonnegative();
/** What every node has: an id made of what the thing is, and the name that people know it by. */
const named = { id: z.string().min(1), name: z.string().min(1) };
const span = { report: z.string(), start: offset, end: offset };

/** What a node bears whose name nothing settles. */
const settled = {
  unresolved: z.boolean().optional().describe('nothing settles what it is: the name is as the report writes it'),
  candidates: z.array(z.string()).optional().describe('what an unresolved name may be: code and name'),
};

/** What `gongwen analyze` writes on what reports name; a later build or load takes it off again. */
const analysed = {
  degree: offset.optional().describe('analyze: with how many other things it is joined'),
  betweenness: z.number().optional().describe('analyze: the share of shortest paths that lead through it'),
  pageRank: z.number().optional().describe('analyze: PageRank; all nodes together have 1'),
  community: offset.optional().describe('analyze: the number of its community, the largest being 0'),
};
export const ANALYSIS_PROPERTIES = Object.keys(analysed) as (keyof typeof analysed)[];

/** Properties without what `gongwen analyze` wrote: they are of one snapshot, not of any report. */
export function withoutAnalysis<T extends Record<string, unknown>>(properties: T): T {
  if (properties.degree === undefined) return properties;
  const kept = Object.entries(properties).filter(([k]) => !(ANALYSIS_PROPERTIES as readonly string[]).includes(k));
  return Object.fromEntries(kept) as T;
}

export const STANCES = ['achievement', 'problem', 'plan', 'background'] as const;
export const LEVELS = ['national', 'province', 'prefecture', 'county', 'township', 'village'] as const;
export const SYSTEMS = [
  'government',
  'party',
  'congress',
  'cppcc',
  'supervision',
  'court',
  'procuratorate',
  'organisation',
  'institution',
] as const;
export const MEASURES = ['quantity', 'rate', 'amount', 'growth', 'share', 'rank'] as const;
export const BOUNDS = ['exact', 'about', 'at least', 'at most'] as const;

export const Stance = z.enum(STANCES);
export const Level = z.enum(LEVELS);
export const System = z.enum(SYSTEMS);

/**
 * The kinds of nodes: the one source of the types, the constraints and the documentation of the graph.
 * Offsets are UTF-16 code units into the report's text. Every property is a scalar or a list of strings, which is
 * what both stores and the exports can hold.
 */
export const nodeKinds = {
  Report: z
    .object({
      ...named,
      title: z.string(),
      kind: z.string().describe('法治政府建设情况报告, 政府工作报告 … as the title tells'),
      periodFrom: calendarDate.optional(),
      periodTo: calendarDate.optional(),
      issuedOn: calendarDate.optional(),
      publishedOn: calendarDate.optional(),
      indexNumber: z.string().optional().describe('索引号'),
      documentNumber: z.string().optional().describe('文号'),
      source: z.string().optional().describe('the file or address that the report was read from'),
      sha256: z.string().length(64),
      alsoAt: z.array(z.string()).optional().describe('where else the same text was found'),
    })
    .describe('One published report'),
  Section: z
    .object({
      ...named,
      ...span,
      level: z.number().int().min(0),
      ordinal: z.string().describe('as written: 一、 (一) 一是; empty for what stands before the first'),
      title: z.string(),
      stance: Stance,
      order: offset,
    })
    .describe('A section of a report; level 0 is what stands before the first ordinal'),
  Statement: z
    .object({ ...named, ...span, text: z.string(), order: offset, stance: Stance })
    .describe('One sentence or heading of a report, whole and unchanged'),
  Agency: z
    .object({
      ...named,
      aliases: z.array(z.string()).describe('the forms met in reports, sorted'),
      level: Level.optional(),
      system: System.optional(),
      ...settled,
      ...analysed,
    })
    .describe('A public body under its full official name'),
  Place: z
    .object({
      ...named,
      aliases: z.array(z.string()),
      code: z.string().optional().describe('GB/T 2260, nine digits for townships, twelve for villages'),
      level: Level.optional(),
      ...settled,
      ...analysed,
    })
    .describe('An administrative division, village or zone; a village is also labelled Village'),
  Program: z
    .object({ ...named, aliases: z.array(z.string()), kind: z.string().optional(), ...analysed })
    .describe('A named platform, service, mechanism, campaign, reform or brand'),
  Document: z
    .object({
      ...named,
      aliases: z.array(z.string()),
      title: z.string(),
      kind: z.string().optional().describe('plan, measures, list, notice, law, regulation …'),
      number: z.string().optional().describe('国发〔2021〕1号'),
      edition: z.string().optional().describe('2022年版'),
      trial: z.boolean().optional().describe('试行 or 暂行'),
      ...analysed,
    })
    .describe('A titled or numbered official document'),
  Meeting: z
    .object({
      ...named,
      aliases: z.array(z.string()),
      body: z.string().optional(),
      session: z.string().optional().describe('十三届'),
      ordinal: z.string().optional().describe('第六次、第七次, 三次'),
      ...analysed,
    })
    .describe('A named or numbered meeting'),
  Honor: z
    .object({
      ...named,
      aliases: z.array(z.string()),
      level: Level.optional(),
      year: z.string().optional(),
      conferredBy: z.string().optional(),
      ...analysed,
    })
    .describe('A title, award or grade that was conferred'),
  Count: z
    .object({
      ...named,
      ...span,
      value: z.number(),
      exact: z.string().optional().describe('the decimal digits, where a double would lose some of them'),
      unit: z.string().describe('empty where the text has none'),
      text: z.string(),
      measure: z.enum(MEASURES),
      bound: z.enum(BOUNDS),
      indicator: z.string().describe('the words of the report that tell what is counted'),
      period: z.string().optional().describe('what it is of: 2023, 2023-12, 2019/2023'),
      year: z.number().int().optional().describe('the year of the period, where it lies in one'),
      stance: Stance,
      doubts: z
        .array(z.string())
        .optional()
        .describe('what a careful reader would question: a rate over 100 %, parts above their whole …'),
    })
    .describe('One number of a report: rates in per cent, money in yuan, 万 and 亿 multiplied out'),
  Indicator: z
    .object({ ...named, unit: z.string(), aliases: z.array(z.string()) })
    .describe('What counts of several reports measure in common'),
} as const;

export type NodeKind = keyof typeof nodeKinds;
export const NODE_KINDS = Object.keys(nodeKinds) as NodeKind[];
export type NodeOf<K extends NodeKind> = z.infer<(typeof nodeKinds)[K]>;

/** Kinds that belong to one report and go with it; all others are shared between reports. */
export const OWNED_KINDS: readonly NodeKind[] = ['Report', 'Section', 'Statement', 'Count'];

/** Labels that a node may bear beside its kind. */
export const EXTRA_LABELS: Partial<Record<NodeKind, readonly string[]>> = { Place: ['Village'] };
