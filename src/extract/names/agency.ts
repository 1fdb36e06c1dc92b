import type { BodyEntry, OrganEntry } from '../../lexicon/schema.js';
import { type PlaceScope, type PlaceSpan, placeAt } from '../../places/chains.js';
import { agencyLexicon, mayEnd } from './agencyLexicon.js';
import { courtAt } from './courts.js';
import { type Department, departmentAt } from './department.js';

type System = BodyEntry['system'];

/** What an agency's name begins with. */
export type Prefix =
  | { kind: 'place'; place: PlaceSpan; party: boolean }
  | { kind: 'relative'; word: string }
  /** The bureau that reports: 局 + 党组, 鄞州 + 分局. */
  | { kind: 'reporter' }
  | { kind: 'own' };

/** The parts of an agency's name after its prefix. */
export type Part =
  | { kind: 'body'; entry: BodyEntry }
  | { kind: 'organ'; entry: OrganEntry }
  | { kind: 'department'; department: Department }
  | { kind: 'written'; words: string };

/** An agency's name as parsed; `resolve` makes its official name of it. */
export type AgencyName =
  | { kind: 'national'; official: string; system: System; organs: Part[] }
  | { kind: 'local'; prefix: Prefix; parts: Part[] };

export interface Parsed {
  end: number;
  parts: Part[];
}

const STRONG = /[一-龥、]{2,18}?(?:领导小组办公室|领导小组|指挥部|委员会办公室|委员会|联席会议办公室|工作专班)/y;
const INSTITUTION =
  /[一-龥]{2,12}?(?:服务中心|指导中心|中心|总队|支队|大队|分局|管理局|监督局|研究院)(?!任|城|工作|组|伍)/y;
/** A bureau or centre whose topic no lexicon holds: 县煤炭局, 区城市运行管理中心. */
/** Institutes that a place's short form leads too: 南昌实验室, 江西省科学院. */
const INSTITUTE =
  /(?!建设|打造|建成|师范|.{0,4}(?:大学|学院))[一-龥]{0,8}?(?:实验室|研究院|研究所|科学院|农科院|社科院|创新中心|科学中心|海关)(?![体建化式])/y;
const UNLISTED =
  /[一-龥]{2,8}?(?:局(?![面势部限长])|(?:服务|管理|指导|监测|指挥|调解|保障|发展|事务|运行|运营|援助|交易|救助|治理|处置|协调)中心(?![任城组])|执法(?:总|支|大|中)?队(?!伍))/y;
/** What an unlisted bureau's topic never holds: levels, groups, and words that end in 局 themselves. */
const NO_TOPIC =
  /^[县区镇乡级直属内外场民域辖际区]|[级各全等个多以第我其这那]|[格布当结开破时变困大胜全定终危政战骗邮书药]局$/;
const BRANCH =
  /[一-龥]{2,6}(?:支队|大队|总队)(?!伍)|[一-龥]{2,10}(?:科|股|处)(?=[获荣被牵负会联、,;。(]|$)|[一-龥]{2,4}(?:分局|派出所|司法所|监管所|财政所|税务所|管理所|中队|人民法庭)/y;
const NO_NAME =
  /[的了在将对向把各为被由其并或等以从到是本该]|开展|印发|召开|推进|推动|组织|成立|设立|建成|完成|加强|完善|落实|实施|制定|出台|打造|实现|提升|成员|共建|支持|鼓励|引进|申报|争创|委员会议|全面依法治国/;

function named(text: string, at: number, pattern: RegExp): Parsed | undefined {
  pattern.lastIndex = at;
  const words = pattern.exec(text)?.[0];
  return words && !NO_NAME.test(words) ? { end: at + words.length, parts: [{ kind: 'written', words }] } : undefined;
}

function unlisted(text: string, at: number): Parsed | undefined {
  const parsed = named(text, at, UNLISTED);
  return parsed && !NO_TOPIC.test(text.slice(at, parsed.end)) ? parsed : undefined;
}

const written = (words: string, at: number): Parsed => ({
  end: at + words.length,
  parts: [{ kind: 'written', words }],
});

function systemOf(part: Part): System {
  if (part.kind === 'body') return part.entry.system;
  if (part.kind === 'organ') return part.entry.of[0];
  return 'government';
}

/** What may hang on a body: organs of its system, departments of a party committee or a government, a branch. */
function extend(text: string, parsed: Parsed, depth = 0): Parsed {
  if (depth > 3) return parsed;
  const { organs } = agencyLexicon();
  const last = parsed.parts[parsed.parts.length - 1];
  const system = systemOf(last);
  const organ = organs.longestAt(text, parsed.end, (o, end) => o.entry.of.includes(system) && mayEnd(o, text, end));
  const hosts =
    last.kind === 'body' && /^(中共\{place\}(委员会|工作委员会)|\{place\}人民政府)$/.test(last.entry.official);
  const department = hosts ? departmentAt(text, parsed.end) : undefined;
  if (organ && organ.word.length >= (department ? department.end - parsed.end : 0)) {
    const next = {
      end: parsed.end + organ.word.length,
      parts: [...parsed.parts, { kind: 'organ', entry: organ.value.entry } as const],
    };
    return extend(text, next, depth + 1);
  }
  if (department)
    return extend(
      text,
      { end: department.end, parts: [...parsed.parts, { kind: 'department', department }] },
      depth + 1,
    );
  const strong = hosts ? named(text, parsed.end, STRONG) : undefined;
  if (strong) return { end: strong.end, parts: [...parsed.parts, ...strong.parts] };
  return branchOf(text, parsed, last);
}

/** A department's branch or force: 县公安局 + 交通警察大队, 市生态环境局 + 佛冈分局. */
function branchOf(text: string, parsed: Parsed, last: Part): Parsed {
  if (last.kind !== 'department') return parsed;
  const force = departmentAt(text, parsed.end);
  if (force && /[队所]$|分局$/.test(force.suffix.form)) {
    return { end: force.end, parts: [...parsed.parts, { kind: 'department', department: force }] };
  }
  const branch = named(text, parsed.end, BRANCH);
  return branch ? { end: branch.end, parts: [...parsed.parts, ...branch.parts] } : parsed;
}

/**
 * Reads the body that stands after a prefix: the longest of a body of the lexicon, a department, or a group with a
 * name of its own, with the organs that follow it.
 */
export function bodyAt(text: string, at: number, prefix: Prefix): Parsed | undefined {
  const { bodies } = agencyLexicon();
  const body = bodies.longestAt(text, at, (b, end) => mayEnd(b, text, end));
  const department = departmentAt(text, at);
  const bodyEnd = body ? at + body.word.length : 0;
  const party = prefix.kind === 'place' && prefix.party;
  if (party && text.startsWith('委员会', at)) {
    const entry = agencyLexicon().bodies.longestAt('委', 0)?.value.entry;
    if (entry) return extend(text, { end: at + 3, parts: [{ kind: 'body', entry }] });
  }
  const court = courtAt(text, at);
  if (court) return written(court, at);
  let parsed: Parsed | undefined;
  if (body && bodyEnd >= (department?.end ?? 0))
    parsed = { end: bodyEnd, parts: [{ kind: 'body', entry: body.value.entry }] };
  else if (department) parsed = { end: department.end, parts: [{ kind: 'department', department }] };
  if (parsed) return extend(text, parsed);
  const whole = prefix.kind !== 'place' || !prefix.place.short;
  return (
    ownOrgan(text, at) ??
    named(text, at, STRONG) ??
    (whole && prefix.kind === 'place' ? named(text, at, INSTITUTION) : undefined) ??
    (whole ? unlisted(text, at) : undefined) ??
    (prefix.kind === 'place' ? named(text, at, INSTITUTE) : undefined)
  );
}

/** An organ of the party that stands right after a relative prefix, or alone: 县依法治县办, 依法治区办. */
export function ownOrgan(text: string, at: number): Parsed | undefined {
  const organ = agencyLexicon().organs.longestAt(text, at, (o, end) => o.entry.bare && mayEnd(o, text, end));
  return organ && { end: at + organ.word.length, parts: [{ kind: 'organ', entry: organ.value.entry }] };
}

/** An organ of the bureau that reports: 局 + 党组, 局 + 党委理论学习中心组. */
export function organOfReporter(text: string, at: number): Parsed | undefined {
  const organ = agencyLexicon().organs.longestAt(
    text,
    at,
    (o, end) => o.entry.of.includes('government') && o.entry.official.includes('党') && mayEnd(o, text, end),
  );
  return organ && { end: at + organ.word.length, parts: [{ kind: 'organ', entry: organ.value.entry }] };
}

/** A body without a prefix of its own, after another body (县法院、检察院; 镇党委、政府). */
export function ellipticAt(text: string, at: number): Parsed | undefined {
  const { bodies, organs } = agencyLexicon();
  const body = bodies.longestAt(text, at, (b, end) => b.entry.elliptic && mayEnd(b, text, end));
  if (body) return extend(text, { end: at + body.word.length, parts: [{ kind: 'body', entry: body.value.entry }] });
  const organ = organs.longestAt(text, at, (o, end) => o.entry.elliptic && mayEnd(o, text, end));
  if (organ) return { end: at + organ.word.length, parts: [{ kind: 'organ', entry: organ.value.entry }] };
  const department = departmentAt(text, at);
  if (!department || department.general || !department.suffix.bare) return undefined;
  return extend(text, { end: department.end, parts: [{ kind: 'department', department }] });
}

/** A body that is named without any prefix (司法局, 依法治区办, 党委中心组): one of the report's own division. */
export function bareAt(text: string, at: number): Parsed | undefined {
  const organ = ownOrgan(text, at);
  if (organ) return organ;
  const { bodies } = agencyLexicon();
  if (text.startsWith('党', at)) {
    const party = bodies.longestAt(text, at, (b) => b.entry.official.startsWith('中共{place}委'));
    const group =
      party && extend(text, { end: at + party.word.length, parts: [{ kind: 'body', entry: party.value.entry }] });
    return group && group.parts.length > 1 ? group : undefined;
  }
  const department = departmentAt(text, at);
  if (!department || department.general || !department.suffix.bare) return undefined;
  return extend(text, { end: department.end, parts: [{ kind: 'department', department }] });
}

/** A central body's local one, which bears both names: 国家税务总局 + 武汉市洪山区税务局. */
function localOf(
  text: string,
  at: number,
  official: string,
  scope: PlaceScope,
): { end: number; name: AgencyName } | undefined {
  const place = /局$/.test(official) ? placeAt(text, at, scope) : undefined;
  if (!place) return undefined;
  const prefix: Prefix = { kind: 'place', place, party: false };
  const body = bodyAt(text, place.end, prefix);
  return body && { end: body.end, name: { kind: 'local', prefix, parts: body.parts } };
}

/** A central body by its own name (国务院, 市场监管总局). */
export function nationalAt(text: string, at: number, scope: PlaceScope): { end: number; name: AgencyName } | undefined {
  const found = agencyLexicon().national.longestAt(text, at, (n, end) => mayEnd(n, text, end));
  if (!found) return undefined;
  const { official, system } = found.value.entry;
  const body: Part = { kind: 'body', entry: { forms: [], official, system, not: '', elliptic: false } };
  const local = localOf(text, at + found.word.length, official, scope);
  if (local) return local;
  const start = { end: at + found.word.length, parts: [body] };
  const institute = system === 'institution' ? named(text, start.end, INSTITUTE) : undefined;
  const whole = institute ? { end: institute.end, parts: [body, ...institute.parts] } : extend(text, start);
  return { end: whole.end, name: { kind: 'national', official, system, organs: whole.parts.slice(1) } };
}
