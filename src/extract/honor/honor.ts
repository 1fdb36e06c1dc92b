import { lexicon } from '../../lexicon/load.js';
import { PrefixIndex } from '../../lexicon/prefixIndex.js';

/** The name of a title, award or grade that was conferred. */
export interface HonorMention {
  type: 'Honor';
  start: number;
  end: number;
}

interface Honors {
  verbs: PrefixIndex<true>;
  heads: PrefixIndex<true>;
  outside: Set<string>;
}
let built: Honors | undefined;
function honors(): Honors {
  const flag = (words: string[]) => new PrefixIndex(words.map((w) => [w, true] as const));
  const { heads, outside } = lexicon('honors');
  built ??= { verbs: flag(lexicon('verbs').AwardVerb), heads: flag(heads), outside: new Set(outside) };
  return built;
}

const SKIP = /^(?:为|了|成|第[一二三\d]+批|的|过)+/;
const CLAUSE_END = /[,;。:\n]/;
const SCOPE = /全国|国家|中国|省|市|县|区|年|部级|世界|国际|中央/;
const REACH = 60;

/** The end of the last head within an unquoted name; undefined where it has none. */
function headEnd(words: string): number | undefined {
  const { heads, outside } = honors();
  let end: number | undefined;
  for (let i = 0; i < words.length; i++) {
    const head = heads.longestAt(words, i);
    if (!head) continue;
    if (outside.has(head.word)) return end ?? i;
    end = i + head.word.length;
    i = end - 1;
  }
  return end;
}

/** The honours named in one clause after a verb of award; `from` is the clause's place in the text. */
function inClause(words: string, from: number): HonorMention[] {
  const found: HonorMention[] = [];
  let at = 0;
  while (at < words.length) {
    const rest = words.slice(at);
    const quoted = /^([^“”、]{0,24})“([^“”]{2,40})”/.exec(rest);
    if (quoted) {
      const [whole, lead, inner] = quoted;
      const after = rest.slice(whole.length);
      const named = headEnd(inner) !== undefined || SCOPE.test(lead) || /^(称号|荣誉|奖)/.test(after);
      if (!named) return found;
      const start = from + at + (lead ? 0 : 1);
      const tail = /^(称号|荣誉)/.test(after) ? 0 : (headEnd(after.slice(0, 8)) ?? 0);
      found.push({ type: 'Honor', start, end: from + at + whole.length - (lead || tail ? 0 : 1) + tail });
      at += whole.length + tail;
    } else {
      const piece = rest.split('、')[0];
      const end = headEnd(piece);
      if (!end) return found;
      found.push({ type: 'Honor', start: from + at, end: from + at + end });
      at += piece.length;
    }
    const joint = /^(?:称号|荣誉称号|荣誉)?[、和及]/.exec(words.slice(at));
    if (!joint) return found;
    at += joint[0].length;
  }
  return found;
}

/** Finds honours behind the verbs of award (荣获 被认定为 获评). @param text normalised text. */
export function findHonors(text: string): HonorMention[] {
  const { verbs } = honors();
  const found: HonorMention[] = [];
  for (let i = 0; i < text.length; i++) {
    const verb = verbs.longestAt(text, i);
    if (!verb) continue;
    i += verb.word.length;
    const skip = SKIP.exec(text.slice(i, i + 12))?.[0].length ?? 0;
    const clause = text.slice(i + skip, i + skip + REACH);
    const stop = clause.search(CLAUSE_END);
    found.push(...inClause(stop < 0 ? clause : clause.slice(0, stop), i + skip));
    i--;
  }
  return found;
}
