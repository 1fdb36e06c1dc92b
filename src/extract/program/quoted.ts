import { lexicon } from '../../lexicon/load.js';

/** A quoted phrase: the marks stand at start - 1 and end. */
export interface Quoted {
  start: number;
  end: number;
  words: string;
}

const INNER = '[^“”"「」『』‘’。;\\n《》]';
/** A quoted phrase, with one that is quoted within it (“一窗通办‘2+2’模式”) where it has one. */
const QUOTED = new RegExp(`“(${INNER}{0,16}‘${INNER}{1,16}’${INNER}{0,16})”|[“"「『‘](${INNER}{1,24})[”"」』’]`, 'g');
/** “12·4”国家宪法日, “25·7”洪水: a day of the year. */
const DAY = /^\d{1,2}[·.]\d{1,2}$/;
const CLAUSE = /[,;。:!?\n]/;

/** The quoted phrases of a text that are short enough for a name. */
export function findQuoted(text: string): Quoted[] {
  return [...text.matchAll(QUOTED)]
    .map((m) => ({ start: m.index + 1, end: m.index + m[0].length - 1, words: m[1] ?? m[2] }))
    .filter(({ words }) => !DAY.test(words));
}

interface Phrases {
  never: Set<string>;
  endings: string[];
  shapes: RegExp[];
  before: string[];
  after: string[];
  heads: string[];
  verbs: string[];
}
let built: Phrases | undefined;
function phrases(): Phrases {
  if (built) return built;
  const { figures, doctrine, endings, shapes, before, after } = lexicon('phrases');
  const { heads, verbs } = lexicon('programs');
  built = {
    never: new Set([...figures, ...doctrine]),
    endings,
    shapes: shapes.map((s) => new RegExp(s)),
    before,
    after,
    heads,
    verbs,
  };
  return built;
}

/** The words of the clause before the opening mark, at most `reach`. */
function clauseBefore(text: string, at: number, reach: number): string {
  const words = text.slice(Math.max(0, at - reach), at);
  const cut = Math.max(...[...words].map((c, i) => (CLAUSE.test(c) ? i : -1)));
  return words.slice(cut + 1);
}

function clauseAfter(text: string, at: number, reach: number): string {
  const words = text.slice(at, at + reach);
  const cut = words.search(CLAUSE);
  return cut < 0 ? words : words.slice(0, cut);
}

/** A phrase that is a figure of speech, a doctrine, a measure or a result wherever it stands. */
export function isFigure(words: string): boolean {
  const { never, endings, shapes } = phrases();
  return never.has(words) || endings.some((e) => words.endsWith(e)) || shapes.some((s) => s.test(words));
}

const NAME_HEAD =
  /(平台|机制|行动|方案|工程|计划|改革|制度|模式|工作法|服务|专项|系统|热线|品牌|活动|贷|码|通|办|通办|易|一件事|制|日|月|周|年|经验|课堂|讲堂|驿站|联盟|基地|体检|直通车|明白人|工作室|调解室|码上办|跟团|套餐|会客厅|智库|法庭|集市|夜市|超市|门诊|诊所|地图|指数)$/;

/**
 * How far the context of a quoted phrase makes it a programme's name: points for a head behind it (平台 机制 活动), a
 * verb of running before it (推行 上线), a name-like ending; minus for words that make it a problem or a slogan.
 * @returns 1 or more where it reads as a name.
 */
export function programScore(text: string, { start, end, words }: Quoted): number {
  const { before, after, heads, verbs } = phrases();
  const tail = clauseAfter(text, end + 1, 14);
  if (isFigure(words) && !/^(?:平台|系统|小程序|APP|热线)/i.test(tail)) return -2;
  const lead = clauseBefore(text, start - 1, 14);
  if (/^的(方式|模式|做法|机制|办法|经验|要求)/.test(tail)) return 2;
  let score = 0;
  if (heads.some((h) => tail.startsWith(h))) score += 2;
  else if (heads.some((h) => tail.includes(h))) score += 1;
  if (verbs.some((v) => lead.endsWith(v))) score += 2;
  else if (verbs.some((v) => lead.includes(v))) score += 0.5;
  if (NAME_HEAD.test(words)) score += 1;
  if (before.some((b) => lead.endsWith(b))) score -= 2;
  if (after.some((a) => tail.startsWith(a))) score -= 3;
  return score;
}
