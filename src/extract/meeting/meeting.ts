import { stickyAt } from '../../language/sticky.js';
import { lexicon } from '../../lexicon/load.js';
import { PrefixIndex } from '../../lexicon/prefixIndex.js';
import type { AgencyMention, PlaceMention } from '../names/scan.js';

/** A named or numbered meeting with its body: 县政府常务会议, 省委十三届三次全会. */
export interface MeetingMention {
  type: 'Meeting';
  start: number;
  end: number;
  /** The body's mention, where the name holds one. */
  body?: AgencyMention;
  session?: string;
  ordinal?: string;
}

const N = '[一二三四五六七八九十百\\d]{1,4}';
const SESSION = new RegExp(`(?:第)?${N}届`, 'y');
const ORDINAL = new RegExp(`第?${N}次(?:[、和]第?${N}次)*`, 'y');
const SESSION_BEFORE = new RegExp(`第?${N}届$`);
/** 党的二十届三中全会, 十八届六中全会; and a congress by its place (上海市第十六届人民代表大会第四次会议). */
const PLENUM = new RegExp(
  `(?:(?:中共|中国共产党|党的)(?:第)?${N}届|第?${N}届)(?:中央委员会)?(?:第${N}次全体会议|${N}(?:、${N})?中全会)`,
  'g',
);
const CONGRESS = new RegExp(
  `第?${N}届(?:人民代表大会|人大|政协|委员会)(?:常务委员会|常委会)?第?${N}次(?:全体)?会议`,
  'y',
);
/** 市十六届人大三次会议, 区政协第十届二次会议. */
const RELATIVE_CONGRESS = new RegExp(
  `(?<![一-龥])[省市县区旗州盟镇乡](?:人大|政协|人民代表大会)?(第?${N}届)(?:人民代表大会|人大|政协|委员会)?(?:常委会|常务委员会)?(第?${N}次)(?:全体)?会议|(?<=[一-龥])[省市县区旗州盟镇乡](第?${N}届)(?:人民代表大会|人大|政协)(?:常委会|常务委员会)?(第?${N}次)(?:全体)?会议`,
  'g',
);
const NOT_AFTER = /[室纪记厅议系]|精神以/y;

let heads: PrefixIndex<{ numbered: boolean }> | undefined;

function headAt(text: string, at: number, numbered: boolean): number | undefined {
  if (!heads) {
    const data = lexicon('meetings');
    const needNumber = new Set(data.numbered);
    heads = new PrefixIndex(
      data.heads.map((h) => [h.replaceAll('（', '(').replaceAll('）', ')'), { numbered: needNumber.has(h) }] as const),
    );
  }
  const head = heads.longestAt(text, at, (h) => numbered || !h.numbered);
  if (!head) return undefined;
  const end = at + head.word.length;
  NOT_AFTER.lastIndex = end;
  return NOT_AFTER.test(text) ? undefined : end;
}

/** The meeting that a body's name goes on to: session, ordinals, head. */
function ofBody(text: string, body: AgencyMention): MeetingMention | undefined {
  const sessionBefore = SESSION_BEFORE.exec(text.slice(Math.max(0, body.start - 6), body.start))?.[0];
  let at = body.end;
  const session = stickyAt(SESSION, text, at);
  at += session?.length ?? 0;
  const ordinal = stickyAt(ORDINAL, text, at);
  at += ordinal?.length ?? 0;
  const end = headAt(text, at, Boolean(ordinal || session));
  // A standing committee is a body; with an ordinal 常委会 it has met (县委常委会第三次会议 is read by its own head).
  if (!end) return undefined;
  return {
    type: 'Meeting',
    start: body.start - (sessionBefore?.length ?? 0),
    end,
    body,
    ...((sessionBefore ?? session) && { session: sessionBefore ?? session }),
    ...(ordinal && { ordinal }),
  };
}

/** Finds meetings: of the bodies found, of the party's and the congresses' sessions, and those known by name. */
export function findMeetings(text: string, names: (AgencyMention | PlaceMention)[]): MeetingMention[] {
  const found: MeetingMention[] = [];
  for (const name of names) {
    const meeting = name.type === 'Agency' ? ofBody(text, name) : undefined;
    if (meeting) found.push(meeting);
    const congress = name.type === 'Place' ? stickyAt(CONGRESS, text, name.end) : undefined;
    if (congress) found.push({ type: 'Meeting', start: name.start, end: name.end + congress.length });
  }
  for (const m of text.matchAll(RELATIVE_CONGRESS)) {
    found.push({
      type: 'Meeting',
      start: m.index,
      end: m.index + m[0].length,
      session: m[1] ?? m[3],
      ordinal: m[2] ?? m[4],
    });
  }
  for (const m of text.matchAll(PLENUM)) found.push({ type: 'Meeting', start: m.index, end: m.index + m[0].length });
  for (const word of lexicon('meetings').named) {
    for (let at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + word.length)) {
      found.push({ type: 'Meeting', start: at, end: at + word.length });
    }
  }
  return found;
}
