import { lexicon } from '../../lexicon/load.js';
import { type PrefixIndex, wordIndex } from '../../lexicon/prefixIndex.js';
import type { PlaceSpan } from '../../places/chains.js';
import type { Division } from '../../places/gazetteer.js';

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

function zone(text: string, start: number, end: number, parent?: Division): PlaceSpan {
  const unlisted = { name: text.slice(start, end), village: false, ...(parent && { parent }) };
  return { start, end, candidates: [], short: false, unlisted };
}

/** A zone that bears a name of its own where a word may begin (河湟新区). */
function unlistedZone(text: string, at: number): PlaceSpan | undefined {
  if (!ZONE_BEFORE.test(text.slice(Math.max(0, at - 2), at))) return undefined;
  ZONE_NAME.lastIndex = at;
  const [name, suffix = ''] = ZONE_NAME.exec(text) ?? [];
  const own = name?.slice(0, name.length - suffix.length);
  if (!name || !own || ZONE_KIND.test(own) || /[的了个级各]/.test(own)) return undefined;
  return zone(text, at, at + name.length);
}

let zones: { named: PrefixIndex<true>; suffixes: PrefixIndex<true> } | undefined;
function zoneIndex() {
  zones ??= { named: wordIndex(lexicon('places').zones), suffixes: wordIndex(lexicon('places').zoneSuffixes) };
  return zones;
}

/** The zone that a place's name goes on to (昆明 + 经开区), or that stands by itself (雄安新区). */
export function zoneAt(text: string, at: number, place: PlaceSpan | undefined): PlaceSpan | undefined {
  const named = zoneIndex().named.longestAt(text, at)?.word;
  if (named && named.length > (place ? place.end - at : 0)) {
    return zone(text, at, at + named.length);
  }
  if (!place) return unlistedZone(text, at);
  const suffix = zoneIndex().suffixes.longestAt(text, place.end)?.word;
  if (!suffix) return undefined;
  return zone(text, at, place.end + suffix.length, place.candidates[0]);
}
