import { lexicon } from '../../lexicon/load.js';
import { type PlaceScope, type PlaceSpan, placeAt } from '../../places/chains.js';
import { type AgencyName, bareAt, bodyAt, ellipticAt, nationalAt, type Prefix } from './agency.js';

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
    return { start: at, end: at + named.length, candidates: [], short: false, unlisted: { name: named, village: false } };
  }
  if (!place) return undefined;
  const suffix = zoneSuffixes.filter((z) => text.startsWith(z, place.end)).sort((a, b) => b.length - a.length)[0];
  if (!suffix) return undefined;
  const end = place.end + suffix.length;
  const parent = place.candidates[0];
  return { start: at, end, candidates: [], short: false, unlisted: { name: text.slice(at, end), village: false, ...(parent && { parent }) } };
}

/**
 * Finds agencies and places in one pass, because a place's name is the prefix of its bodies' names. Names do not
 * overlap; the longest reading from the left wins.
 * @param text normalised text.
 */
export function scanNames(text: string, scope: PlaceScope): (AgencyMention | PlaceMention)[] {
  const found: (AgencyMention | PlaceMention)[] = [];
  let previous: AgencyMention | undefined;
  const addAgency = (start: number, end: number, name: AgencyName) => {
    previous = { type: 'Agency', start, end, name };
    found.push(previous);
    return end - 1;
  };
  for (let i = 0; i < text.length; i++) {
    if (!CJK.test(text[i])) continue;
    const party = text.startsWith('中共', i) ? 2 : 0;
    const place = placeAt(text, i + party, scope);
    const zone = zoneAt(text, i + party, place);
    const whole = zone ?? place;
    if (whole) {
      const prefix: Prefix = { kind: 'place', place: whole, party: party > 0 };
      const body = bodyAt(text, whole.end, prefix);
      if (body) {
        i = addAgency(i, body.end, { kind: 'local', prefix, parts: body.parts });
        continue;
      }
      const national = nationalAt(text, i);
      if (national && national.end > whole.end) {
        i = addAgency(i, national.end, national.name);
        continue;
      }
      if (standsForPlace(text, whole)) found.push({ type: 'Place', start: whole.start, end: whole.end, place: whole });
      i = whole.end - 1;
      continue;
    }
    const national = nationalAt(text, i);
    if (national) {
      i = addAgency(i, national.end, national.name);
      continue;
    }
    const word = relativeAt(text, i);
    const body = word && bodyAt(text, i + word.length, { kind: 'relative', word });
    if (word && body && takesRelative(word, body)) {
      i = addAgency(i, body.end, { kind: 'local', prefix: { kind: 'relative', word }, parts: body.parts });
      continue;
    }
    const carried = previous?.name.kind === 'local' && follows(text, previous, i) ? previous.name.prefix : undefined;
    const elliptic = carried && ellipticAt(text, i);
    if (elliptic) {
      i = addAgency(i, elliptic.end, { kind: 'local', prefix: carried, parts: elliptic.parts });
      continue;
    }
    const bare = BOUND.test(text.slice(Math.max(0, i - 1), i)) ? undefined : bareAt(text, i);
    if (bare) i = addAgency(i, bare.end, { kind: 'local', prefix: { kind: 'own' }, parts: bare.parts });
  }
  return found;
}

/** 局 is a prefix only of the bureau's own party group. */
function takesRelative(word: string, body: { parts: readonly { kind: string }[] }): boolean {
  if (word !== '局') return true;
  const [first] = body.parts as readonly { kind: string; entry?: { official: string } }[];
  return first.kind === 'organ' || first.entry?.official.startsWith('中共{place}委') === true;
}

function follows(text: string, previous: AgencyMention, at: number): boolean {
  // 县委县政府 are joined by nothing, but only a committee and its government are.
  if (previous.end === at) return text[at - 1] === '委' && text.startsWith('政府', at) && !/^政府(信息|职能|部门|网)/.test(text.slice(at, at + 4));
  return previous.end === at - 1 && JOINER.test(text[at - 1]);
}
