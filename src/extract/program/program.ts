import { lexicon } from '../../lexicon/load.js';
import { PrefixIndex } from '../../lexicon/prefixIndex.js';
import { findQuoted, isFigure, programScore, type Quoted } from './quoted.js';

/** A proper-named programme, platform, mechanism, campaign, reform or brand. */
export interface ProgramMention {
  type: 'Program';
  start: number;
  end: number;
  /** Its name in the lexicon, else as written. */
  name: string;
  kind?: string;
}

interface Known {
  name: string;
  kind: string;
  before?: string[];
}
let known: PrefixIndex<Known> | undefined;

function knownPrograms(): PrefixIndex<Known> {
  if (known) return known;
  const { programs, contextual } = lexicon('programs');
  known = new PrefixIndex<Known>([
    ...programs.flatMap(({ name, kind, forms }) => (forms ?? [name]).map((f) => [f, { name, kind }] as const)),
    ...contextual.map((c) => [c.name, c] as const),
  ]);
  return known;
}

const LATIN = /[A-Za-z]/;
const KINDS: readonly [RegExp, string][] = [
  [/(平台|系统|通|码|热线|小程序|APP)$/i, 'platform'],
  [/(服务|通办|办)$/, 'service'],
  [/(机制|制度|制|模式|经验|工作法)$/, 'mechanism'],
  [/(行动|行动方案|活动|工程|专项|攻坚|月|周|日)$/, 'campaign'],
  [/改革$/, 'reform'],
];

/** The kind of a programme by its own last word; undefined where the name does not tell. */
export function programKind(name: string): string | undefined {
  return KINDS.find(([ending]) => ending.test(name))?.[1];
}

/** Quoted names stand joined by 、 和 or by nothing: “甲”“乙”等活动. */
const JOINT = /^[”"」』’](?:[、和及与]|以及)?[“"「『‘]$/;

/** Quoted phrases that read as names: by their own context, joined to one that does, or named so elsewhere. */
function quotedPrograms(text: string, isPlace: (word: string) => boolean): ProgramMention[] {
  // 法治佛冈 and 平安广东 are slogans.
  const { slogans } = lexicon('places');
  const quoted = findQuoted(text).filter(
    ({ words }) => !slogans.some((s) => words.startsWith(s) && isPlace(words.slice(s.length))),
  );
  const scores = quoted.map((q) => programScore(text, q));
  const accepted = new Set(quoted.filter((q, i) => scores[i] >= 1 || knownName(q.words)).map((q) => q.words));
  // “政务晓屋”及“视频办”: what is joined to a name is one too.
  const joined = (a: Quoted | undefined, b: Quoted | undefined) => a && b && JOINT.test(text.slice(a.end, b.start));
  quoted.forEach((q, i) => {
    if (accepted.has(q.words) || isFigure(q.words) || scores[i] < 0) return;
    const before = joined(quoted[i - 1], q) && accepted.has(quoted[i - 1].words);
    const after = joined(q, quoted[i + 1]) && accepted.has(quoted[i + 1].words);
    if (before || after) accepted.add(q.words);
  });
  return quoted
    .filter((q, i) => accepted.has(q.words) && scores[i] > -2)
    .map((q) => ({ type: 'Program', start: q.start, end: q.end, ...nameOf(q.words) }));
}

function knownName(words: string): Known | undefined {
  const found = knownPrograms().longestAt(words, 0);
  return found?.word === words ? found.value : undefined;
}

function nameOf(words: string): { name: string; kind?: string } {
  const found = knownName(words);
  if (found) return { name: found.name, kind: found.kind };
  const kind = programKind(words);
  return { name: words, ...(kind && { kind }) };
}

/** Names of the lexicon, and names quoted elsewhere in the report, where they stand without quotation marks. */
function unquotedPrograms(text: string, quoted: ProgramMention[]): ProgramMention[] {
  const inReport = new PrefixIndex(
    quoted
      .filter((p) => p.name.length >= 3 && !/[、,]/.test(p.name))
      .map((p) => [text.slice(p.start, p.end), p] as const),
  );
  const lexical = knownPrograms();
  const found: ProgramMention[] = [];
  for (let i = 0; i < text.length; i++) {
    const entry = lexical.longestAt(text, i, ({ before }) => !before || before.some((b) => text.endsWith(b, i)));
    const own = entry ? undefined : inReport.longestAt(text, i);
    const word = entry?.word ?? own?.word;
    if (!word) continue;
    let start = i;
    while (start > 0 && LATIN.test(text[start - 1])) start--;
    const name = start < i ? text.slice(start, i + word.length) : (entry?.value.name ?? own?.value.name ?? word);
    const kind = entry?.value.kind ?? own?.value.kind;
    found.push({ type: 'Program', start, end: i + word.length, name, ...(kind && { kind }) });
    i += word.length - 1;
  }
  return found;
}

/** Hotlines by their numbers: "12345" of 12345热线. */
function hotlines(text: string): ProgramMention[] {
  const numbers = lexicon('programs').hotlines;
  const pattern = new RegExp(`(?<!\\d)(?:${numbers.join('|')})(?![\\d.个项件次户人元家条])`, 'g');
  return [...text.matchAll(pattern)].map((m) => ({
    type: 'Program',
    start: m.index,
    end: m.index + m[0].length,
    name: `${m[0]}热线`,
    kind: 'platform',
  }));
}

/**
 * Finds programmes: quoted names, names of the lexicon, hotlines.
 * @param text normalised text.
 * @param isPlace whether a word is the name of a place hereabouts.
 */
export function findPrograms(text: string, isPlace: (word: string) => boolean): ProgramMention[] {
  const quoted = quotedPrograms(text, isPlace);
  return [...quoted, ...unquotedPrograms(text, quoted), ...hotlines(text)];
}
