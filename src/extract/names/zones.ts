import { lexicon } from '../../lexicon/load.js';
import { PrefixIndex } from '../../lexicon/prefixIndex.js';
import type { PlaceSpan } from '../../places/chains.js';

const ZONE_VERB =
  '促进|建立|开展|强化|加强|跨省|跨区|引导|服务|创建|争创|入驻|依托|围绕|布局|申报|筹建|培育|扩大|支持|推进|完善|完成|健全|优化|建设|加快|推动|深化|设立|成立|提升|发展|打造|做强|做优|规划';
const ZONE_NAME = new RegExp(
  `(?!${ZONE_VERB}|[等各其])[一-龥]{2,3}?(新区|经开区|高新区|自贸片区|综保区|经济技术开发区|高新技术产业开发区)(?![域块内])`,
  'y',
);
const ZONE_BEFORE = new RegExp(`(?:^|[^一-龥]|[在由与和及对向将给至到获赴驻]|${ZONE_VERB})$`);
/** What makes the words before 新区 say which kind it is, and not name it. */
const ZONE_KIND =
  /国家|省级|市级|城市|各类|全国|综合|经济|高新|工业|自主|现代|产业|创新|重点|沿边|沿海|老城|城区|功能|开发|这些|其他|所有/;

/** A zone that bears a name of its own where a word may begin (河湟新区). */
function unlistedZone(text: string, at: number): PlaceSpan | undefined {
  if (!ZONE_BEFORE.test(text.slice(Math.max(0, at - 2), at))) return undefined;
  ZONE_NAME.lastIndex = at;
  const [name, suffix = ''] = ZONE_NAME.exec(text) ?? [];
  const own = name?.slice(0, name.length - suffix.length);
  if (!name || !own || ZONE_KIND.test(own) || /[的了个级各]/.test(own)) return undefined;
  return { start: at, end: at + name.length, candidates: [], short: false, unlisted: { name, village: false } };
}

let zones: { named: PrefixIndex<true>; suffixes: PrefixIndex<true> } | undefined;
function zoneIndex() {
  const flag = (words: string[]) => new PrefixIndex(words.map((w) => [w, true] as const));
  zones ??= { named: flag(lexicon('places').zones), suffixes: flag(lexicon('places').zoneSuffixes) };
  return zones;
}

/** The zone that a place's name goes on to (昆明 + 经开区), or that stands by itself (雄安新区). */
export function zoneAt(text: string, at: number, place: PlaceSpan | undefined): PlaceSpan | undefined {
  const named = zoneIndex().named.longestAt(text, at)?.word;
  if (named && named.length > (place ? place.end - at : 0)) {
    return {
      start: at,
      end: at + named.length,
      candidates: [],
      short: false,
      unlisted: { name: named, village: false },
    };
  }
  if (!place) return unlistedZone(text, at);
  const suffix = zoneIndex().suffixes.longestAt(text, place.end)?.word;
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
