import { lexicon } from '../../lexicon/load.js';
import { PrefixIndex } from '../../lexicon/prefixIndex.js';
import type { BodyEntry, LexiconOf, OrganEntry, SuffixEntry } from '../../lexicon/schema.js';

type NationalEntry = LexiconOf<'national'>['bodies'][number];

export interface Topic {
  /** As it stands in the official name: 住建 → 住房和城乡建设. */
  official: string;
  /** Too general to make a body by itself (服务, 工作). */
  general: boolean;
}

/** An entry of the lexicon with what may not follow it, ready to test. */
export interface Guarded<T> {
  entry: T;
  follows?: RegExp;
}

/** The lexicons of bodies, indexed by the words that they begin with. */
export interface AgencyLexicon {
  bodies: PrefixIndex<Guarded<BodyEntry>>;
  organs: PrefixIndex<Guarded<OrganEntry>>;
  suffixes: PrefixIndex<Guarded<SuffixEntry>>;
  national: PrefixIndex<Guarded<NationalEntry>>;
  topics: PrefixIndex<Topic>;
}

/** What may not follow: characters, or alternatives where a | stands between them. */
function guard(not: string): RegExp | undefined {
  if (!not) return undefined;
  return new RegExp(not.includes('|') ? `(?:${not})` : `[${not}]`, 'y');
}

const LEVELS = [...'省市县区州旗镇乡'];
/** A form with {level} in it stands for one of each level. */
const expanded = (form: string) => (form.includes('{level}') ? LEVELS.map((l) => form.replace('{level}', l)) : [form]);

function indexed<T extends { not: string }>(entries: T[], forms: (entry: T) => string[]): PrefixIndex<Guarded<T>> {
  return new PrefixIndex(
    entries.flatMap((entry) => {
      const guarded = { entry, follows: guard(entry.not) };
      return forms(entry)
        .flatMap(expanded)
        .map((form) => [form, guarded] as const);
    }),
  );
}

let built: AgencyLexicon | undefined;

export function agencyLexicon(): AgencyLexicon {
  if (built) return built;
  const { bodies, organs, suffixes, topics, general } = lexicon('agencies');
  const tooGeneral = new Set(general);
  built = {
    bodies: indexed(bodies, (b) => b.forms),
    organs: indexed(organs, (o) => o.forms),
    suffixes: indexed(suffixes, (s) => [s.form]),
    national: new PrefixIndex(
      lexicon('national').bodies.flatMap((entry) => {
        const follows = entry.not.length ? new RegExp(`(?:${entry.not.join('|')})`, 'y') : undefined;
        return entry.forms.map((form) => [form, { entry, follows }] as const);
      }),
    ),
    topics: new PrefixIndex(
      topics.flatMap((words) => words.map((w) => [w, { official: words[0], general: tooGeneral.has(w) }] as const)),
    ),
  };
  return built;
}

/** Whether what stands at `end` lets the entry be read as itself. */
export function mayEnd({ follows }: { follows?: RegExp }, text: string, end: number): boolean {
  if (!follows) return true;
  follows.lastIndex = end;
  return !follows.test(text);
}
