import { lexicon } from '../../lexicon/load.js';
import { type PlaceScope, type PlaceSpan, placeAt } from '../../places/chains.js';
import { type AgencyName, bareAt, bodyAt, ellipticAt, nationalAt, type Part, type Prefix } from './agency.js';

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

/** Relative prefixes, and what before them makes them a part of another word (城市, 全市, 社区). */
const RELATIVE: readonly [string, RegExp][] = [
  ['自治区', /[个各全]$/],
  ['自治州', /[个各全]$/],
  ['街道', /[个各全该]$/],
  ['省', /[个各全外跨节反邻]$/],
  ['市', /[个各全城都超股楼门上地集闹夜菜区县州跨邻入进省]$/],
  ['县', /[个各全市区郡邻跨强省]$/],
  ['区', /[个各全小社园地辖景灾山片校城厂矿牧市县街库港新湾林岛发验范化居住务河流治特专战禁盲误]$/],
  ['旗', /[个各全国红县区]$/],
  ['州', /[个各全市]$/],
  ['盟', /[个各全联同结加]$/],
  ['镇', /[个各全乡城村集市]$/],
  ['乡', /[个各全城下返家水故县]$/],
  ['局', /[一-龥]$/],
];
/** 市、县政府 and 省市县党委 speak of levels, not of bodies. */
const LEVELS_BEFORE = /(?:^|[^一-龥]|[各及和与全由对])[省市县区州旗乡镇](?:[、和及]|级)$/;
const BOUND = /[各县市区省州旗镇乡级某直属原]$/;
const CJK = /[一-龥]/;
const JOINER = /[、和与及]/;

/** The relative prefix that begins at `at`, where what stands before it lets it be one. */
function relativeAt(text: string, at: number): string | undefined {
  for (const [word, before] of RELATIVE) {
    if (!text.startsWith(word, at)) continue;
    const context = text.slice(Math.max(0, at - 6), at);
    return before.test(context) || LEVELS_BEFORE.test(context) ? undefined : word;
  }
  return undefined;
}

/** Whether a place's name stands here for the place: not in a slogan (法治佛冈) nor in another name (北京大学). */
function standsForPlace(text: string, { start, end }: PlaceSpan): boolean {
  const { slogans, notBefore } = lexicon('places');
  if (notBefore.some((w) => text.startsWith(w, end))) return false;
  return !slogans.some((w) => text.endsWith(w, start));
}

/** The zone that a place's name goes on to (昆明 + 经开区), or that stands by itself (雄安新区). */
function zoneAt(text: string, at: number, place: PlaceSpan | undefined): PlaceSpan | undefined {
  const { zones, zoneSuffixes } = lexicon('places');
  const named = zones.find((z) => text.startsWith(z, at));
  if (named && named.length > (place ? place.end - at : 0)) {
    return {
      start: at,
      end: at + named.length,
      candidates: [],
      short: false,
      unlisted: { name: named, village: false },
    };
  }
  if (!place) return undefined;
  const suffix = zoneSuffixes.filter((z) => text.startsWith(z, place.end)).sort((a, b) => b.length - a.length)[0];
  if (!suffix) return undefined;
  const end = place.end + suffix.length;
  const parent = place.candidates[0];
  return {
    start: at,
    end,
    candidates: [],
    short: false,
    unlisted: { name: text.slice(at, end), village: false, ...(parent && { parent }) },
  };
}

/** One pass over a text. Names do not overlap; the longest reading from the left wins. */
class NameScanner {
  private readonly found: (AgencyMention | PlaceMention)[] = [];
  private previous: AgencyMention | undefined;

  constructor(
    private readonly text: string,
    private readonly scope: PlaceScope,
  ) {}

  scan(): (AgencyMention | PlaceMention)[] {
    for (let i = 0; i < this.text.length; ) {
      const end = CJK.test(this.text[i]) ? this.nameAt(i) : undefined;
      i = end ?? i + 1;
    }
    return this.found;
  }

  private agency(start: number, end: number, name: AgencyName): number {
    this.previous = { type: 'Agency', start, end, name };
    this.found.push(this.previous);
    return end;
  }

  /** Reads the name that begins at `i`; gives where it ends, undefined where none begins. */
  private nameAt(i: number): number | undefined {
    return (
      this.placeNameAt(i) ??
      this.nationalNameAt(i) ??
      this.relativeNameAt(i) ??
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
    if (body) return this.agency(i, body.end, { kind: 'local', prefix, parts: body.parts });
    const national = nationalAt(text, i);
    if (national && national.end > place.end) return this.agency(i, national.end, national.name);
    if (standsForPlace(text, place)) this.found.push({ type: 'Place', start: place.start, end: place.end, place });
    return place.end;
  }

  private nationalNameAt(i: number): number | undefined {
    const national = nationalAt(this.text, i);
    return national && this.agency(i, national.end, national.name);
  }

  /** 县司法局, 市委. */
  private relativeNameAt(i: number): number | undefined {
    const word = relativeAt(this.text, i);
    const prefix: Prefix | undefined = word ? { kind: 'relative', word } : undefined;
    const body = word && prefix && bodyAt(this.text, i + word.length, prefix);
    if (!body || !prefix || !takesRelative(word, body)) return undefined;
    return this.agency(i, body.end, { kind: 'local', prefix, parts: body.parts });
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

/** 局 is a prefix only of the bureau's own party group. */
function takesRelative(word: string, { parts }: { parts: readonly Part[] }): boolean {
  if (word !== '局') return true;
  const [first] = parts;
  return first.kind === 'organ' || (first.kind === 'body' && first.entry.official.startsWith('中共{place}委'));
}

function follows(text: string, previous: AgencyMention, at: number): boolean {
  // 县委县政府 are joined by nothing, but only a committee and its government are.
  if (previous.end === at) return text[at - 1] === '委' && /^政府(?!信息|职能|部门|网)/.test(text.slice(at, at + 4));
  return previous.end === at - 1 && JOINER.test(text[at - 1]);
}
