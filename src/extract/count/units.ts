import { lexicon } from '../../lexicon/load.js';
import { PrefixIndex, wordIndex } from '../../lexicon/prefixIndex.js';
import type { MEASURES } from '../../schema/nodes.js';

export type Measure = (typeof MEASURES)[number];

interface Unit {
  form: string;
  measure: Measure;
}

/** The lexicon of units, ready to look up. */
interface Units {
  units: PrefixIndex<Unit>;
  time: PrefixIndex<true>;
  notUnits: string[];
  oneIsCount: Set<string>;
  chinese: Set<string>;
  before: string[];
  after: string[];
  notApproximator: Set<string>;
}

let built: Units | undefined;

export function units(): Units {
  if (built) return built;
  const data = lexicon('units');
  built = {
    units: new PrefixIndex(
      data.units.flatMap(({ measure, forms }) => forms.map((form) => [form, { form, measure }] as const)),
    ),
    time: wordIndex(data.time),
    notUnits: data.notUnits,
    oneIsCount: new Set(data.oneIsCount),
    chinese: new Set(data.chineseUnits),
    before: data.approximatorsBefore,
    after: data.approximatorsAfter,
    notApproximator: new Set(data.notApproximator),
  };
  return built;
}

/** Whether a unit stands at `at`. @param chinese only one that Chinese numerals take in counts. */
export function isUnit(text: string, at: number, chinese = false): boolean {
  const found = units().units.longestAt(text, at);
  if (!found) return false;
  return !chinese || (units().chinese.has(found.word) && !units().notUnits.some((w) => text.startsWith(w, at)));
}
