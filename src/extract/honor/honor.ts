import { lexicon } from '../../lexicon/load.js';
import { type PrefixIndex, wordIndex } from '../../lexicon/prefixIndex.js';

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
  const { heads, outside } = lexicon('honors');
  built ??= { verbs: wordIndex(lexicon('verbs').AwardVerb), heads: wordIndex(heads), outside: new Set(outside) };
  return built;
}

const SKIP = /^(?:为|了|成|第[一二三\d]+批|的|过)+/;
const CLAUSE_END = /[,;。:\n]/;
/** Words that make a quoted phrase an award's name by themselves. */
const PRAISE = /示范|先进|模范|优秀|标杆|标兵|文明|最佳|十佳|百佳|最美|典型|样板|先行|之星|满意/;
/** The body that confers, with what it confers on before the honour: 授予凉山州“…”. */
const CONFERS = /^(?:授予|命名|评选|认定)/;
const RECEIVED = /[被获受][^,;。]{0,24}$/;
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

/** An honour read at the beginning of some words: where it stands in them, and how far it reaches. */
interface Read {
  start: number;
  end: number;
  length: number;
}

/** A rank or a conferring level at the head of a quoted name makes it an award's: “全国乡村旅游重点村”. */
const OWN_SCOPE = /^(?:全国|国家级?|中国|全省|省级|全市|市级|全区|自治区|第[一二三四五六七八九十\d]+[批届])/;
const SCOPE_FIRST = /^(?:全|国家|中国|[省市县区]级|第[一二三四五六七八九十\d]+[批届次]|\d{4}年)/;
const QUOTED = /^([^“”、]{0,24})“([^“”]{2,40})”/;
/** “枫桥式”公安派出所: a style is the award's name only with what bears it. */
const STYLED = /^[一-龥]{1,10}?(?:队|所|庭|站|院|局|村|社区|单位|窗口)/;

/** 2022年广东省“民主法治示范村(社区)”, “枫桥式”司法所; @param conferred whether the holder stands before it. */
function quotedHonor(words: string, conferred: boolean): Read | undefined {
  const [whole, lead, inner] = QUOTED.exec(words) ?? [];
  if (whole === undefined) return undefined;
  const after = words.slice(whole.length);
  const title = /^(称号|荣誉|奖)/.test(after) || OWN_SCOPE.test(inner);
  if (headEnd(inner) === undefined && !PRAISE.test(inner) && !SCOPE.test(lead) && !title) return undefined;
  const holder = conferred && !SCOPE_FIRST.test(lead) ? lead.length : 0;
  const bare = !lead || holder > 0;
  const styled = inner.endsWith('式') ? (STYLED.exec(after)?.[0].length ?? 0) : 0;
  const tail = /^(称号|荣誉)/.test(after) ? 0 : styled || (headEnd(after.slice(0, 8)) ?? 0);
  const marks = bare && !tail ? 1 : 0;
  return {
    start: holder + (bare && marks ? 1 : 0),
    end: whole.length - marks + tail,
    length: whole.length + tail,
  };
}

/** Verbs behind which nothing but a title stands; 获批 and 获得 take permits and results too. */
const BESTOWS = /^(?:获评|被?评为|荣膺|被?命名为|被?授予|入选|被?表彰为)$/;
/** A title whose head no lexicon holds, by the level that confers it: 全国最美公路, 国际湿地城市, 世界最佳旅游乡村. */
const BY_LEVEL =
  /^(?:\d{4}年度?|首批|第[一二三四五六七八九十]+批)*(?:全国|国家级?|中国|世界|国际|全球|全省|全市|省级|市级)[一-龥A-Za-z0-9()]{2,22}$/;
/** What a place is taken into without being honoured. */
const NO_TITLE = /(?:\d[个家项名处]?|发展|试点|名单|行列|项目|计划|布局|节点|建设|改革|范围|目录|重点|队伍|企业|人才)$/;

/** 全省优秀等次, 全国法治政府建设示范县; with a head of the lexicon, or told by who confers it. */
function plainHonor(words: string, verb: string): Read | undefined {
  const piece = words.split('、')[0];
  const end = headEnd(piece);
  if (end) return { start: 0, end, length: piece.length };
  const title = BESTOWS.test(verb) && BY_LEVEL.test(piece) && !NO_TITLE.test(piece);
  return title ? { start: 0, end: piece.length, length: piece.length } : undefined;
}

/** The honours named in one clause after a verb of award; `from` is the clause's place in the text. */
function inClause(words: string, from: number, verb: string, conferred: boolean): HonorMention[] {
  const found: HonorMention[] = [];
  for (let at = 0; at < words.length; ) {
    const rest = words.slice(at);
    const honor = QUOTED.test(rest) ? quotedHonor(rest, conferred) : plainHonor(rest, verb);
    if (!honor) break;
    found.push({ type: 'Honor', start: from + at + honor.start, end: from + at + honor.end });
    at += honor.length;
    const joint = /^(?:称号|荣誉称号|荣誉)?[、和及]/.exec(words.slice(at));
    if (!joint) break;
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
    const conferred = CONFERS.test(verb.word) && !RECEIVED.test(text.slice(Math.max(0, i - 40), i - verb.word.length));
    found.push(...inClause(stop < 0 ? clause : clause.slice(0, stop), i + skip, verb.word, conferred));
    i--;
  }
  return found;
}
