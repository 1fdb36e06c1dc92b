import { existsSync, readFileSync } from 'node:fs';
import { brotliDecompressSync } from 'node:zlib';
import { packagePath } from '../lexicon/paths.js';
import type { Level } from './levels.js';
import { levelOfCode, parentCode } from './levels.js';
import { Recent } from './recent.js';

/** One division: its code in GB/T 2260 (2, 4, 6, 9 or 12 digits here) and its official name without its parents. */
export interface Division {
  code: string;
  name: string;
  level: Level;
}

const PLACEHOLDERS = new Set(['市辖区', '县', '省直辖县级行政区划', '自治区直辖县级行政区划']);
const read = (path: string) => brotliDecompressSync(readFileSync(packagePath(path))).toString('utf8');

/** How a division is called for short: 佛冈县 → 佛冈, 广西壮族自治区 → 广西, 门头沟区 → 门头沟; undefined where it has no short form. */
export function shortName(name: string): string | undefined {
  const known = AUTONOMOUS.get(name);
  if (known) return known;
  const short = name
    .replace(/(特别行政区|自治[县州旗区]|地区|新区|林区|特区|街道|[省市县区旗盟镇乡])$/, '')
    .replace(
      /(?:蒙古|藏|回|苗|侗|彝|壮|瑶|土家|朝鲜|满|畲|黎|白|傣|羌|布依|哈尼|景颇|傈僳|拉祜|佤|纳西|独龙|怒|仡佬|水|毛南|仫佬|达斡尔|锡伯|哈萨克|柯尔克孜|塔吉克|撒拉|东乡|土|保安|裕固|鄂温克|鄂伦春|各|普米|布朗)+族.*$/,
      '',
    );
  return short.length >= 2 && short !== name ? short : undefined;
}

/** How an autonomous prefecture, county or banner is called with its level: 凉山彝族自治州 → 凉山州, 长阳土家族自治县 → 长阳县. */
export function plainName(name: string): string | undefined {
  const level = /自治([州县旗])$/.exec(name)?.[1];
  const short = level && shortName(name);
  return short && `${short}${level}`;
}

const AUTONOMOUS = new Map([
  ['内蒙古自治区', '内蒙古'],
  ['广西壮族自治区', '广西'],
  ['西藏自治区', '西藏'],
  ['宁夏回族自治区', '宁夏'],
  ['新疆维吾尔自治区', '新疆'],
]);

/** The villages of this many prefectures are kept in memory: about 1 MB each. */
const CITIES = 12;

/**
 * The divisions of China, five levels, from data/divisions (snapshot of 2023). Villages are read by prefecture when
 * they are first asked for.
 */
export class Gazetteer {
  private readonly byCode = new Map<string, Division>();
  private readonly byName = new Map<string, Division[]>();
  private readonly byParent = new Map<string, Division[]>();
  private readonly townsByCounty = new Map<string, Division[]>();
  private readonly townsByName = new Map<string, Division[]>();
  private readonly villages = new Recent<string, Map<string, Division[]>>(CITIES);

  constructor() {
    for (const line of read('data/divisions/divisions.br').split('\n')) {
      const tab = line.indexOf('\t');
      const code = line.slice(0, tab);
      const name = line.slice(tab + 1);
      // 东莞市 and its like stand a second time as their own only county, 441900.
      if (!PLACEHOLDERS.has(name) && !/^\d{4}00$/.test(code)) this.add({ code, name, level: levelOfCode(code) });
    }
  }

  private add(division: Division): void {
    this.byCode.set(division.code, division);
    if (division.level === 'township') {
      push(this.townsByCounty, division.code.slice(0, 6), division);
      push(this.townsByName, division.name, division);
      return;
    }
    push(this.byName, division.name, division);
    const parent = this.parent(division);
    if (parent) push(this.byParent, parent.code, division);
  }

  /** Every division from province to county, in the order of the codes. */
  upper(): Division[] {
    return [...this.byCode.values()].filter((d) => d.level !== 'township');
  }

  get(code: string): Division | undefined {
    if (code.length < 12) return this.byCode.get(code);
    return this.villagesOf(code.slice(0, 9)).find((v) => v.code === code);
  }

  /** The divisions of this full name from province to county; several share some names (朝阳区). */
  named(name: string): Division[] {
    return this.byName.get(name) ?? [];
  }

  /** The townships of this full name in the whole country. */
  townsNamed(name: string): Division[] {
    return this.townsByName.get(name) ?? [];
  }

  /** The divisions right below: prefectures (or counties, where there is no prefecture) of a province, and so on. */
  children(division: Division): Division[] {
    if (division.level === 'county') return this.townsByCounty.get(division.code) ?? [];
    if (division.level === 'township') return this.villagesOf(division.code);
    // 东莞市, 中山市 and their like have townships and no counties.
    return this.byParent.get(division.code) ?? this.townsByCounty.get(`${division.code}00`) ?? [];
  }

  /** The townships within a county or prefecture. */
  towns(division: Division): Division[] {
    const below = this.children(division);
    return below.flatMap((d) => (d.level === 'township' ? [d] : d.level === 'county' ? this.children(d) : []));
  }

  /** The villages of a township, by its nine-digit code. */
  villagesOf(town: string): Division[] {
    const city = town.slice(0, 4);
    return this.villages.get(city, () => readVillages(city)).get(town) ?? [];
  }

  parent(division: Division): Division | undefined {
    for (let code = parentCode(division.code); code; code = parentCode(code)) {
      const found = this.byCode.get(code);
      if (found) return found;
    }
    return undefined;
  }

  /** The division and all it lies in, from the province down. */
  lineage(division: Division): Division[] {
    const parent = this.parent(division);
    return parent ? [...this.lineage(parent), division] : [division];
  }
}

function push<K, V>(map: Map<K, V[]>, key: K, value: V): void {
  const list = map.get(key);
  if (list) list.push(value);
  else map.set(key, [value]);
}

/** The villages of a prefecture, by township. */
function readVillages(city: string): Map<string, Division[]> {
  const towns = new Map<string, Division[]>();
  const file = `data/divisions/villages/${city}.br`;
  if (!existsSync(packagePath(file))) return towns;
  let town = '';
  for (const line of read(file).split('\n')) {
    if (line.startsWith('#')) {
      town = line.slice(1);
      towns.set(town, []);
    } else towns.get(town)?.push({ code: town + line.slice(0, 3), name: line.slice(4), level: 'village' });
  }
  return towns;
}

let shared: Gazetteer | undefined;

/** The gazetteer, read once. */
export function gazetteer(): Gazetteer {
  shared ??= new Gazetteer();
  return shared;
}
