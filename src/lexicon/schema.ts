import { z } from 'zod';
import { MEASURES, System } from '../schema/nodes.js';

const words = z.array(z.coerce.string().min(1));

const Body = z.strictObject({
  forms: words,
  official: z.string(),
  system: System,
  not: z.string().default(''),
  levels: z.record(z.string(), z.string()).optional(),
  elliptic: z.boolean().default(false),
});
const Organ = z.strictObject({
  forms: words,
  official: z.string(),
  of: z.array(System),
  not: z.string().default(''),
  elliptic: z.boolean().default(false),
  bare: z.boolean().default(false),
});
const Suffix = z.strictObject({
  form: z.string(),
  official: z.string(),
  not: z.string().default(''),
  bare: z.boolean().default(false),
});

const Successor = z.strictObject({ from: z.string(), to: z.string(), year: z.string().regex(/^\d{4}$/) });
const Renamed = z.strictObject({
  name: z.string(),
  code: z.string().regex(/^\d{4,6}$/),
  until: z.string().regex(/^\d{4}$/),
});

/** The shape of each file of data/lexicon. */
export const lexiconFiles = {
  agencies: z.strictObject({
    bodies: z.array(Body),
    organs: z.array(Organ),
    suffixes: z.array(Suffix),
    topics: z.array(words),
    general: words,
  }),
  national: z.strictObject({
    bodies: z.array(z.strictObject({ official: z.string(), forms: words, system: System, not: words.default([]) })),
  }),
  indicators: z
    .strictObject({
      dimensions: z.record(z.string(), words),
      indicators: z.array(
        z.strictObject({ name: z.string(), unit: z.string(), dimension: z.string(), patterns: words }),
      ),
    })
    .refine(
      ({ dimensions, indicators }) => indicators.every((i) => i.dimension in dimensions),
      'an indicator names a dimension that is not there',
    ),
  successors: z.strictObject({ successors: z.array(Successor), national: z.array(Successor) }),
  renamed: z.strictObject({ renamed: z.array(Renamed) }),
  places: z.strictObject({
    ambiguous: words,
    inWords: words,
    generic: words,
    homeOnly: words,
    features: words,
    zones: words,
    zoneSuffixes: words,
    slogans: words,
    notBefore: words,
    relative: words,
  }),
  programs: z.strictObject({
    programs: z.array(z.strictObject({ name: z.string(), kind: z.string(), forms: words.optional() })),
    contextual: z.array(z.strictObject({ name: z.string(), kind: z.string(), before: words.optional() })),
    hotlines: words,
    heads: words,
    verbs: words,
  }),
  phrases: z.strictObject({
    figures: words,
    doctrine: words,
    endings: words,
    shapes: z.array(z.string()),
    before: words,
    after: words,
  }),
  verbs: z.strictObject({
    IssueVerb: words,
    ApplyVerb: words,
    ConveneVerb: words,
    AwardVerb: words,
    RunVerb: words,
    JoinVerb: words,
  }),
  units: z.strictObject({
    units: z.array(z.strictObject({ measure: z.enum(MEASURES), forms: words })),
    time: words,
    notUnits: words,
    oneIsCount: words,
    chineseUnits: words,
    approximatorsBefore: words,
    approximatorsAfter: words,
    notApproximator: words,
  }),
  meetings: z.strictObject({ heads: words, numbered: words, named: words }),
  honors: z.strictObject({ heads: words, outside: words }),
  sections: z.strictObject({
    problem: words,
    plan: words,
    achievement: words,
    planWords: words,
    problemWords: words,
    kinds: z.array(words),
  }),
} as const;

export type LexiconName = keyof typeof lexiconFiles;
export type LexiconOf<N extends LexiconName> = z.infer<(typeof lexiconFiles)[N]>;
export type BodyEntry = z.infer<typeof Body>;
export type OrganEntry = z.infer<typeof Organ>;
export type SuffixEntry = z.infer<typeof Suffix>;
