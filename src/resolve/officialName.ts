import type { AgencyName, Part } from '../extract/names/agency.js';
import { lexicon } from '../lexicon/load.js';
import type { BodyEntry } from '../lexicon/schema.js';
import { type Division, gazetteer } from '../places/gazetteer.js';
import { NATION } from '../places/jurisdiction.js';
import type { Level } from '../places/levels.js';

export type System = BodyEntry['system'];

/** An agency under its full official name. */
export interface ResolvedAgency {
  name: string;
  /** The division whose body it is; undefined where nothing settles it. */
  division?: Division;
  level?: Level;
  system: System;
}

/**
 * A division's name in its bodies' names (GUIDELINES, "The full official name"): a county without its city, a district
 * with it, a township with its county.
 */
export function officialPlace(division: Division): string {
  const parent = gazetteer().parent(division);
  if (!parent) return division.name;
  if (division.level === 'township' || division.level === 'village') {
    return parent.level === 'prefecture'
      ? `${parent.name}${division.name}`
      : `${officialPlace(parent)}${division.name}`;
  }
  const district = division.level === 'county' && division.name.endsWith('区') && !division.name.endsWith('林区');
  return district ? `${parent.name}${division.name}` : division.name;
}

const PROVINCES = /(省|自治区|市)$/;

/** A division that was a county when older reports were written (静海县, 静海区 since 2015). */
const wasCounty = ({ code }: Division) =>
  lexicon('renamed').renamed.some((r) => r.code === code && r.name.endsWith('县'));

/** The division of the lineage that a relative prefix means: 市 in a Fogang report is 清远市. */
export function relativeDivision(word: string, lineage: readonly Division[]): Division | undefined {
  const ending = (suffix: string, ...levels: Level[]) =>
    lineage.findLast((d) => levels.includes(d.level) && d.name.endsWith(suffix));
  switch (word) {
    case '省':
      return lineage.find((d) => d.level === 'province' && PROVINCES.test(d.name) && !d.name.endsWith('市'));
    case '自治区':
      return ending('自治区', 'province');
    case '自治州':
    case '州':
      return ending('州', 'prefecture');
    case '盟':
      return ending('盟', 'prefecture');
    case '市': {
      // The report's own county-level city before the prefecture; a municipality where there is no prefecture.
      return ending('市', 'county') ?? ending('市', 'prefecture') ?? ending('市', 'province');
    }
    case '县':
      return ending('县', 'county') ?? lineage.find(wasCounty);
    case '区':
      return ending('区', 'county') ?? ending('区', 'province');
    case '林区':
      return ending('林区', 'county');
    case '旗':
      return ending('旗', 'county');
    case '镇':
      return ending('镇', 'township');
    case '乡':
      return ending('乡', 'township');
    case '街道':
      return ending('街道', 'township');
    default:
      return undefined;
  }
}

/** What the official name is made from. */
interface Frame {
  place: string;
  division?: Division;
}

/** The party committee's name as its organs bear it: 中共佛冈县委员会 → 中共佛冈县委. */
const committee = (name: string) => name.replace(/委员会$/, '委').replace(/工作委$/, '工委');

function appended(before: string | undefined, part: Part, { place, division }: Frame, party: boolean): string {
  switch (part.kind) {
    case 'body': {
      const template = (division && part.entry.levels?.[division.level]) ?? part.entry.official;
      // Hong Kong and Macao have a 政府, not a 人民政府.
      return (place.endsWith('特别行政区') ? template.replace('人民政府', '政府') : template).replace('{place}', place);
    }
    case 'organ': {
      const last = division?.name.at(-1) ?? '';
      const organ = part.entry.official.replace('{level}', last);
      const parent = before ?? (part.entry.of.includes('party') ? `中共${place}委员会` : place);
      return `${party || before === undefined ? committee(parent) : parent}${organ}`;
    }
    case 'department':
      return `${before === undefined ? place : party ? committee(before) : before}${part.department.topics}${part.department.suffix.official}`;
    case 'written':
      return `${before === undefined ? place : party ? committee(before) : before}${part.words}`;
  }
}

function systemOf(parts: readonly Part[]): System {
  const [first] = parts;
  if (first.kind === 'body') return first.entry.system;
  if (first.kind === 'organ') return first.entry.of[0];
  if (first.kind === 'department')
    return /中心|院|所$/.test(first.department.suffix.official) ? 'institution' : 'government';
  return /中心$/.test(first.words) ? 'institution' : 'government';
}

/** Builds the name of a body from its parts: 县委 + 依法治县办 → 中共佛冈县委全面依法治县委员会办公室. */
function compose(parts: readonly Part[], frame: Frame, base?: string): string {
  let name = base;
  let party = base?.startsWith('中共') ?? false;
  for (const part of parts) {
    name = appended(name, part, frame, party);
    party = part.kind === 'body' ? part.entry.system === 'party' : false;
  }
  return name ?? frame.place;
}

/** The division that a bare organ's own words name: 依法治区办 is the 区's. */
const levelWord = (text: string) => /治([省市县区州旗镇乡])/.exec(text)?.[1];

/**
 * The full official name of an agency as parsed, in a report of this lineage. Where nothing settles whose body it is,
 * undefined: nothing is invented.
 * @param text the name as written.
 * @param reporter the reporter's official name, for 局党组 and the like.
 */
export function officialName(
  name: AgencyName,
  text: string,
  lineage: readonly Division[],
  reporter?: string,
): ResolvedAgency | undefined {
  if (name.kind === 'national') {
    const official = compose(name.organs, { place: '' }, name.official);
    return { name: official, division: NATION, level: 'national', system: name.system };
  }
  const { prefix, parts } = name;
  const system = systemOf(parts);
  if (prefix.kind === 'place') {
    const { candidates, unlisted } = prefix.place;
    if (unlisted)
      return {
        name: compose(parts, { place: unlisted.name }),
        ...(unlisted.parent && { division: unlisted.parent }),
        system,
      };
    if (candidates.length !== 1) return undefined;
    const [division] = candidates;
    // 苏州实验室: an institute's own name, which does not spell the place out.
    if (prefix.place.short && parts[0].kind === 'written')
      return { name: text, division, level: division.level, system };
    return {
      name: compose(parts, { place: officialPlace(division), division }),
      division,
      level: division.level,
      system,
    };
  }
  if (prefix.kind === 'reporter') {
    return reporter && /[局厅]$/.test(reporter)
      ? {
          name: `${reporter}${text.replace(/^[局厅]/, '')}`,
          division: lineage.at(-1),
          level: lineage.at(-1)?.level,
          system,
        }
      : undefined;
  }
  const word = prefix.kind === 'relative' ? prefix.word : levelWord(text);
  const division = word ? relativeDivision(word, lineage) : lineage.at(-1);
  if (!division) return undefined;
  return {
    name: compose(parts, { place: officialPlace(division), division }),
    division,
    level: division.level,
    system,
  };
}
