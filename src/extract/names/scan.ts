import { lexicon } from '../../lexicon/load.js';
import { type PlaceScope, type PlaceSpan, placeAt } from '../../places/chains.js';
import {
  type AgencyName,
  bareAt,
  bodyAt,
  ellipticAt,
  nationalAt,
  organOfReporter,
  type Part,
  type Prefix,
} from './agency.js';
import { policeBranchAt } from './police.js';
import { NameStarts } from './starts.js';
import { zoneAt } from './zones.js';

export interface AgencyMention {
  type: 'Agency';
  start: number;
  end: number;
  name: AgencyName;
}
export interface PlaceMention {
  type: 'Place';
  start: number;
  end: number;
  place: PlaceSpan;
}

/** A township's level is a prefix only where a word may begin; elsewhere it ends a name (张江镇人民政府). */
const MID_WORD =
  /(?<!组织|召开|推动|指导|联合|会同|协调|邀请|督促|支持|[和与及对向由在将给把到从据于经请报致为让使等被受含括是入])(?<=[一-龥])$/;
/** Relative prefixes, and what before them makes them a part of another word (城市, 全市, 社区). */
const RELATIVE: readonly [string, RegExp][] = [
  ['自治区', /[个各全]$/],
  ['自治州', /[个各全]$/],
  ['街道', MID_WORD],
  ['林区', /[个各全国有]$/],
  ['省', /[个各全外跨节反邻]$/],
  ['市', /[个各全城都超股楼门上地集闹夜菜区县州跨邻入进省]$/],
  ['县', /[个各全市区郡邻跨强省]$/],
  ['区', /[政个各全小社园地辖景灾山片校城厂矿牧市县街库港新湾林岛发验范化居住务河流治特专战禁盲误贸税]$/],
  ['旗', /[个各全国红县区]$/],
  ['州', /[个各全市]$/],
  ['盟', /[个各全联同结加]$/],
  ['镇', MID_WORD],
  ['乡', MID_WORD],
];
/** 市、县政府 and 省市县党委 speak of levels, not of bodies. */
const LEVELS_BEFORE = /(?:^|[^一-龥]|[各及和与全由对])[省市县区州旗乡镇](?:[、和及]|级)$/;
const BOUND = /[各县市区省州旗镇乡级某直属原]$/;
const NAMEPLATE = /\([一-龥]{2,10}局\)/y;
const CJK = /[一-龥]/;
const JOINER = /[、和与及]/;

const RELATIVE_FIRST = new Set(RELATIVE.map(([word]) => word[0]));

/** The relative prefix that begins at `at`, where what stands before it lets it be one. */
function relativeAt(text: string, at: number): string | undefined {
  if (!RELATIVE_FIRST.has(text[at])) return undefined;
  for (const [word, before] of RELATIVE) {
    if (!text.startsWith(word, at)) continue;
    const context = text.slice(Math.max(0, at - 6), at);
    return before.test(context) || LEVELS_BEFORE.test(context) ? undefined : word;
  }
  return undefined;
}

/** “盐池滩羊”: a short form with other words in one pair of quotation marks is part of a name. */
function withinQuotes(text: string, start: number, end: number): boolean {
  const open = text.lastIndexOf('“', start);
  const close = text.indexOf('”', end);
  if (open < start - 12 || open < text.lastIndexOf('”', start) || close < 0 || close > end + 12) return false;
  return open < start - 1 || close > end;
}

let FEATURE: RegExp | undefined;
/** Whether a place's name stands here for the place: not in a slogan (法治佛冈) nor in another name (北京大学). */
function standsForPlace(text: string, { start, end, short }: PlaceSpan): boolean {
  const { slogans, notBefore } = lexicon('places');
  FEATURE ??= new RegExp(`(?:${lexicon('places').features.join('|')})`, 'y');
  FEATURE.lastIndex = end;
  if (short && (FEATURE.test(text) || withinQuotes(text, start, end))) return false;
  if (notBefore.some((w) => text.startsWith(w, end))) return false;
  return !slogans.some((w) => text.endsWith(w, start));
}

/** One pass over a text. Names do not overlap; the longest reading from the left wins. */
class NameScanner {
  private readonly found: (AgencyMention | PlaceMention)[] = [];
  private previous: AgencyMention | undefined;
  private readonly starts: NameStarts;

  constructor(
    private readonly text: string,
    private readonly scope: PlaceScope,
  ) {
    this.starts = new NameStarts(text, scope);
  }

  scan(): (AgencyMention | PlaceMention)[] {
    for (let i = 0; i < this.text.length; ) i = this.anyAt(i) ?? i + 1;
    return this.found;
  }

  private anyAt(i: number): number | undefined {
    if (this.starts.mayBegin(i) || this.previous?.end === i) return this.nameAt(i);
    return this.starts.mayBeginPlace(i) ? this.placeNameAt(i) : undefined;
  }

  private agency(start: number, end: number, name: AgencyName): number {
    this.previous = { type: 'Agency', start, end, name };
    this.found.push(this.previous);
    return end;
  }

  /** Reads the name that begins at `i`; gives where it ends, undefined where none begins. */
  private nameAt(i: number): number | undefined {
    return (
      this.policeBranch(i) ??
      this.branchOfReporter(i) ??
      this.placeNameAt(i) ??
      this.nationalNameAt(i) ??
      this.relativeNameAt(i) ??
      this.reportersOrganAt(i) ??
      this.carriedNameAt(i) ??
      this.bareNameAt(i)
    );
  }

  /** A place, and the body whose name begins with it (佛冈县 + 司法局, 中共 + 佛冈县 + 委员会). */
  private placeNameAt(i: number): number | undefined {
    const { text } = this;
    const party = text.startsWith('中共', i) ? 2 : 0;
    const division = placeAt(text, i + party, this.scope);
    const place = zoneAt(text, i + party, division) ?? division;
    if (!place) return undefined;
    const prefix: Prefix = { kind: 'place', place, party: party > 0 };
    const body = bodyAt(text, place.end, prefix);
    if (body) return this.agency(i, this.withNameplate(body.end), { kind: 'local', prefix, parts: body.parts });
    const national = nationalAt(text, i, this.scope);
    if (national && national.end > place.end) return this.agency(i, national.end, national.name);
    if (standsForPlace(text, place)) this.found.push({ type: 'Place', start: place.start, end: place.end, place });
    return place.end;
  }

  private nationalNameAt(i: number): number | undefined {
    const national = nationalAt(this.text, i, this.scope);
    return national && this.agency(i, national.end, national.name);
  }

  /** 县司法局, 市委. */
  private relativeNameAt(i: number): number | undefined {
    const word = relativeAt(this.text, i);
    const prefix: Prefix | undefined = word ? { kind: 'relative', word } : undefined;
    const body = word && prefix && bodyAt(this.text, i + word.length, prefix);
    if (!body || !prefix) return undefined;
    return this.agency(i, this.withNameplate(body.end), { kind: 'local', prefix, parts: body.parts });
  }

  /** 局党组, 厅党委理论学习中心组. */
  private reportersOrganAt(i: number): number | undefined {
    if (!'局厅'.includes(this.text[i]) || CJK.test(this.text[i - 1] ?? '')) return undefined;
    const organ = organOfReporter(this.text, i + 1);
    return organ && this.agency(i, organ.end, { kind: 'local', prefix: { kind: 'reporter' }, parts: organ.parts });
  }

  /** 鄞州分局 in a city bureau's report: the bureau's branch in that district. */
  private branchOfReporter(i: number): number | undefined {
    const length = this.text.slice(i + 2, i + 7).indexOf('分局') + 2;
    if (length < 2 || !this.scope.isOwnName(this.text.slice(i, i + length))) return undefined;
    const end = i + length + 2;
    const parts: Part[] = [{ kind: 'written', words: this.text.slice(i, end) }];
    return this.agency(i, end, { kind: 'local', prefix: { kind: 'reporter' }, parts });
  }

  /** 公安拱墅分局, 拱墅公安分局. */
  private policeBranch(i: number): number | undefined {
    const branch = policeBranchAt(this.text, i, this.scope);
    return branch && this.agency(i, branch.end, branch.name);
  }

  /** A second nameplate in brackets is part of the name: 市场监督管理局(知识产权局). */
  private withNameplate(end: number): number {
    NAMEPLATE.lastIndex = end;
    return this.text[end - 1] === '局' ? end + (NAMEPLATE.exec(this.text)?.[0].length ?? 0) : end;
  }

  /** 检察院 in 县法院、检察院: the prefix of the body before is carried on. */
  private carriedNameAt(i: number): number | undefined {
    const name = this.previous?.name;
    if (!this.previous || name?.kind !== 'local' || !follows(this.text, this.previous, i)) return undefined;
    const body = ellipticAt(this.text, i);
    return body && this.agency(i, body.end, { kind: 'local', prefix: name.prefix, parts: body.parts });
  }

  /** 依法治区办, 司法局 without a prefix. */
  private bareNameAt(i: number): number | undefined {
    if (BOUND.test(this.text[i - 1] ?? '')) return undefined;
    const body = bareAt(this.text, i);
    return body && this.agency(i, body.end, { kind: 'local', prefix: { kind: 'own' }, parts: body.parts });
  }
}

/**
 * Finds agencies and places together, because a place's name is the prefix of its bodies' names.
 * @param text normalised text.
 */
export function scanNames(text: string, scope: PlaceScope): (AgencyMention | PlaceMention)[] {
  return new NameScanner(text, scope).scan();
}

function follows(text: string, previous: AgencyMention, at: number): boolean {
  // 县委县政府 are joined by nothing, but only a committee and its government are.
  if (previous.end === at) return text[at - 1] === '委' && /^政府(?!信息|职能|部门|网)/.test(text.slice(at, at + 4));
  return previous.end === at - 1 && JOINER.test(text[at - 1]);
}
