import { lexicon } from '../lexicon/load.js';
import { PrefixIndex } from '../lexicon/prefixIndex.js';
import { type Division, gazetteer, shortName } from './gazetteer.js';
import { Recent } from './recent.js';
import { upperIndex } from './upperNames.js';

/** A place as a text names it: 高岗镇新联村, 北京市朝阳区, 佛冈. */
export interface PlaceSpan {
  start: number;
  end: number;
  /** What it may be; one where the text and the jurisdiction settle it, several where they do not, none for a zone or
   * a village that the gazetteer does not list. */
  candidates: Division[];
  /** Written without its 市 县 区. */
  short: boolean;
  /** For what the gazetteer does not hold: its name after `parent`. */
  unlisted?: { name: string; parent?: Division; village: boolean };
}

let generic: Set<string> | undefined;
/** Names of divisions that are everyday words: read as places only within a chain (大同市 + 城区). */
function genericNames(): Set<string> {
  generic ??= new Set(lexicon('places').generic);
  return generic;
}

/** Where names are looked up: the report's division, its townships and villages, and the short forms in use there. */
export class PlaceScope {
  private readonly towns: PrefixIndex<Division[]>;
  private readonly ambiguous = new Set(lexicon('places').ambiguous);
  private readonly nearby = new Set<string>();
  readonly lineage: Division[];

  /** @param division the report's own division, where it is known. */
  constructor(readonly division?: Division) {
    const g = gazetteer();
    this.lineage = division ? g.lineage(division) : [];
    const base = this.lineage.filter((d) => d.level === 'prefecture' || d.level === 'county').at(-1);
    const towns = base ? g.towns(base) : [];
    const byName = new Map<string, Division[]>();
    for (const town of towns) byName.set(town.name, [...(byName.get(town.name) ?? []), town]);
    this.towns = new PrefixIndex(byName);
    for (const d of this.lineage) for (const child of [d, ...g.children(d)]) this.nearby.add(child.code);
    if (division?.level === 'province')
      for (const city of g.children(division)) for (const county of g.children(city)) this.nearby.add(county.code);
  }

  /** The divisions that a name may mean here: those of the jurisdiction before those of elsewhere. */
  settle(divisions: Division[]): Division[] {
    if (divisions.length < 2) return divisions;
    const own = divisions.filter((d) => this.lineage.some((l) => l.code === d.code));
    if (own.length) return own.slice(0, 1);
    const near = divisions.filter((d) => this.nearby.has(d.code));
    if (near.length === 1) return near;
    const root = this.lineage[0]?.code;
    const inProvince = root ? divisions.filter((d) => d.code.startsWith(root)) : [];
    if (inProvince.length === 1) return inProvince;
    // 吉林 is the province before the city of the same name.
    const highest = divisions.filter((d) => d.level === 'province');
    return highest.length === 1 ? highest : divisions;
  }

  /** Whether a full name may stand for these divisions here: 会同县 is one only in its own reports (会同 + 县司法局). */
  takesFull(word: string, divisions: Division[]): boolean {
    if (!lexicon('places').homeOnly.includes(word)) return true;
    return this.lineage.some((l) => divisions.some((d) => d.code === l.code));
  }

  /** Whether a short form may stand for this division here. */
  takesShort(word: string, divisions: Division[]): boolean {
    if (this.lineage.some((l) => divisions.some((d) => d.code === l.code))) return true;
    if (this.ambiguous.has(word)) return false;
    return divisions.some((d) => d.level === 'province' || d.level === 'prefecture' || this.nearby.has(d.code));
  }

  /** Whether a word is how the report's own place, or one right around it, is called for short. */
  isOwnName(word: string): boolean {
    const g = gazetteer();
    const own = this.lineage.at(-1);
    return [...this.lineage, ...(own ? g.children(own) : [])].some(
      (d) => d.name === word || shortName(d.name) === word,
    );
  }

  /** A village of the report's own county or township that is named alone (布代村), where a word may begin. */
  villageAt(text: string, at: number): { end: number; candidates: Division[] } | undefined {
    const own = this.division;
    if (at > 0 && !BEFORE_TOWN.test(text[at - 1])) return undefined;
    if (own?.level === 'county') return villageOfCounty(text, at, own);
    const county = own?.level === 'township' ? gazetteer().parent(own) : undefined;
    return county?.level === 'county' ? villageOfCounty(text, at, county) : undefined;
  }

  /** The first two characters of its townships' names. */
  townBeginnings(): Iterable<[number, number]> {
    return this.towns.beginnings();
  }

  townAt(text: string, at: number): { word: string; value: Division[] } | undefined {
    return this.towns.longestAt(text, at);
  }
}

const VILLAGE_NAME = /[一-龥]{1,6}?(?:村社区|嘎查村|新村社区|村|社区|嘎查)(?![民级庄居镇务])/y;
const NOT_IN_VILLAGE = /[的了和与及在各个是为将把等并对从到被由其乡镇全县市该本两省]/;

function villageAfter(text: string, at: number, town: Division): PlaceSpan | undefined {
  const listed = gazetteer()
    .villagesOf(town.code)
    .filter((v) => text.startsWith(v.name, at))
    .sort((a, b) => b.name.length - a.name.length)[0];
  if (listed) return { start: at, end: at + listed.name.length, candidates: [listed], short: false };
  VILLAGE_NAME.lastIndex = at;
  const name = VILLAGE_NAME.exec(text)?.[0];
  if (!name || NOT_IN_VILLAGE.test(name.slice(0, -1)) || name.length < 3) return undefined;
  return {
    start: at,
    end: at + name.length,
    candidates: [],
    short: false,
    unlisted: { name, parent: town, village: true },
  };
}

/** The names of this many divisions are kept ready. */
const READY = 40;
const villagesByName = new Recent<string, Map<string, Division[]>>(READY);

/** The villages of a county by name; several townships may have one of the same name. */
function villagesOfCounty(county: Division): Map<string, Division[]> {
  return villagesByName.get(county.code, () => {
    const g = gazetteer();
    const byName = new Map<string, Division[]>();
    for (const town of g.towns(county))
      for (const village of g.villagesOf(town.code))
        byName.set(village.name, [...(byName.get(village.name) ?? []), village]);
    return byName;
  });
}

/** A village named right after its county (昭觉县 + 三河村): those of its townships that have one of that name. */
function villageOfCounty(
  text: string,
  at: number,
  county: Division,
): { end: number; candidates: Division[] } | undefined {
  VILLAGE_NAME.lastIndex = at;
  const name = VILLAGE_NAME.exec(text)?.[0];
  if (!name || name.length < 3 || NOT_IN_VILLAGE.test(name.slice(0, -1))) return undefined;
  const candidates = villagesOfCounty(county).get(name);
  return candidates && { end: at + name.length, candidates };
}

const below = new Recent<string, PrefixIndex<Division>>(5 * READY);

/** The divisions right below one (a province's counties and a prefecture's towns too) by their names. */
function belowIndex(parent: Division): PrefixIndex<Division> {
  return below.get(parent.code, () => {
    const g = gazetteer();
    const children = g.children(parent);
    const deeper =
      parent.level === 'province'
        ? children.flatMap((d) => (d.level === 'prefecture' ? g.children(d) : []))
        : parent.level === 'prefecture'
          ? g.towns(parent)
          : [];
    return new PrefixIndex(new Map([...deeper, ...children].map((d) => [d.name, d])));
  });
}

const GOVERNMENT = '人民政府';
const STREET_OFFICE = /^(?:办事处|党工委)/;

/** 锦江区人民政府春熙路街道办事处: a district's government stands before the name of its street office. */
function streetBehindGovernment(
  text: string,
  at: number,
  district: Division,
): { end: number; street: Division } | undefined {
  if (!text.startsWith(GOVERNMENT, at)) return undefined;
  const street = belowIndex(district).longestAt(text, at + GOVERNMENT.length);
  const end = street && at + GOVERNMENT.length + street.word.length;
  return street && end && STREET_OFFICE.test(text.slice(end, end + 3)) ? { end, street: street.value } : undefined;
}

/** Follows a chain down from one division: 广东省 → 清远市 → 佛冈县 → 高岗镇 → 新联村. */
function descend(text: string, span: PlaceSpan): PlaceSpan {
  for (const parent of span.candidates) {
    if (parent.level === 'township') {
      const village = villageAfter(text, span.end, parent);
      if (village) return { ...village, start: span.start };
      continue;
    }
    const village = parent.level === 'county' && !span.short ? villageOfCounty(text, span.end, parent) : undefined;
    if (village) return { ...span, end: village.end, candidates: village.candidates };
    const child = belowIndex(parent).longestAt(text, span.end)?.value;
    if (child)
      return descend(text, { start: span.start, end: span.end + child.name.length, candidates: [child], short: false });
    const office = streetBehindGovernment(text, span.end, parent);
    if (office) return { ...span, end: office.end, candidates: [office.street], short: false };
  }
  return span;
}

const TOWN_NAME = /[一-龥]{1,7}?(?:镇|乡|街道)/y;
/** A town of elsewhere is read only where a word may begin, so that 在重点镇 or 美丽乡村 make none. */
const BEFORE_TOWN = /[^一-龥]|[在由与和及对向将给至到获赴驻为]/;
const AFTER_TOWN = /[化村域容貌区级企长建土镇]/;
/** 和县域经济, 示范县: a county of two characters is read only where words may begin and end. */
const BEFORE_SHORT_COUNTY = /[^一-龥]|[在由与及对向将给至到获赴驻]/;
const AFTER_SHORT_COUNTY = /[域级乡城区直市镇道]/;

/** Whether a full name stands at a place as that name, and not as an everyday word or a part of others. */
function standsAlone(text: string, at: number, end: number): boolean {
  if (genericNames().has(text.slice(at, end))) return false;
  if (end - at > 2 || text[end - 1] !== '县') return true;
  const before = at === 0 || BEFORE_SHORT_COUNTY.test(text[at - 1]);
  return before && !AFTER_SHORT_COUNTY.test(text[end] ?? '');
}

/** Whether the name is there by chance, inside a word of the lexicon. */
function withinWord(text: string, at: number, end: number): boolean {
  const name = text.slice(at, end);
  return lexicon('places').inWords.some((word) => {
    const offset = word.indexOf(name);
    return offset >= 0 && text.startsWith(word, at - offset);
  });
}

/** A township of another county, by its full name, where one begins at a word's boundary. */
function foreignTown(text: string, at: number): { word: string; value: Division[] } | undefined {
  if (at > 0 && !BEFORE_TOWN.test(text[at - 1])) return undefined;
  TOWN_NAME.lastIndex = at;
  const word = TOWN_NAME.exec(text)?.[0];
  if (!word || word.length < 3 || AFTER_TOWN.test(text[at + word.length] ?? '')) return undefined;
  if (genericNames().has(word)) return undefined;
  const value = gazetteer().townsNamed(word);
  return value.length ? { word, value } : undefined;
}

/** The division whose name begins at `at`, with what follows it down the hierarchy; undefined where none does. */
export function placeAt(text: string, at: number, scope: PlaceScope): PlaceSpan | undefined {
  const upper = upperIndex().longestAt(text, at, ({ divisions, short }, end) =>
    short
      ? scope.takesShort(text.slice(at, end), divisions) && !withinWord(text, at, end)
      : standsAlone(text, at, end) && scope.takesFull(text.slice(at, end), divisions),
  );
  const town = scope.townAt(text, at) ?? (upper ? undefined : foreignTown(text, at));
  const best = town && town.word.length > (upper?.word.length ?? 0) ? town : undefined;
  if (best)
    return descend(text, { start: at, end: at + best.word.length, candidates: scope.settle(best.value), short: false });
  if (!upper) {
    const village = scope.villageAt(text, at);
    return village && { start: at, ...village, short: false };
  }
  const { word, value } = upper;
  const usable = value.short ? value.divisions.filter((d) => scope.takesShort(word, [d])) : value.divisions;
  const span: PlaceSpan = { start: at, end: at + word.length, candidates: usable, short: value.short };
  const deeper = descend(text, span);
  return deeper.end > span.end ? deeper : { ...span, candidates: scope.settle(usable) };
}
