import { lexicon } from '../../lexicon/load.js';
import type { PlaceScope } from '../../places/chains.js';
import { upperBeginnings } from '../../places/upperNames.js';
import { agencyLexicon } from './agencyLexicon.js';

/** Characters that relative and bare names begin with, beside those of the lexicons. */
const OTHERS = '自街林省市县区旗州盟镇乡局厅中公党';
/** Words end with these before a name (由, 和, 支持): behind one, a name of no lexicon may begin too. */
const LEADING = '在由与和及对向将给至到获赴驻为持进善成全化设快动深立升展造强优划';
/** How the names of places that no lexicon holds end: 河湟新区, 郑场镇, 上岳村, 道 of 街道. */
const PLACE_ENDINGS = '区镇乡道村查';
/** Longer than the name of any such place. */
const REACH = 24;

const isCjk = (code: number) => code >= 0x4e00 && code <= 0x9fff;

const SLOTS = 1 << 18;
/** A pair's slot. Two pairs may share one: that lets a few places through, which the grammar then rules out. */
const slot = (first: number, second: number) => (Math.imul(first, 0x9e3779b1) ^ Math.imul(second, 0x85ebca6b)) >>> 14;

/** What names begin with: single characters, and pairs. */
interface Beginnings {
  single: Uint8Array;
  pairs: Uint8Array;
}

function add({ single, pairs }: Beginnings, beginnings: Iterable<readonly [number, number]>): void {
  for (const [first, second] of beginnings) {
    if (second === 0) single[first] = 1;
    else pairs[slot(first, second)] = 1;
  }
}

let shared: Beginnings | undefined;
/** The beginnings that every report shares. */
function lexical(): Beginnings {
  if (shared) return shared;
  shared = { single: new Uint8Array(65536), pairs: new Uint8Array(SLOTS) };
  const { bodies, organs, national, topics } = agencyLexicon();
  for (const index of [bodies, organs, national, topics]) add(shared, index.beginnings());
  add(shared, upperBeginnings());
  add(
    shared,
    [...OTHERS].map((c) => [c.charCodeAt(0), 0] as const),
  );
  add(
    shared,
    lexicon('places').zones.map((z) => [z.charCodeAt(0), z.charCodeAt(1)] as const),
  );
  return shared;
}

const codes = (characters: string) => new Set([...characters].map((c) => c.charCodeAt(0)));
const LEADS = codes(LEADING);
const ENDINGS = codes(PLACE_ENDINGS);

/** Where in a text a name may begin, told by two characters: it saves most places of a text the grammar. */
export class NameStarts {
  private readonly beginnings: Beginnings;
  private ending = -1;

  constructor(
    private readonly text: string,
    scope: PlaceScope,
  ) {
    const { single, pairs } = lexical();
    this.beginnings = { single: single.slice(), pairs: pairs.slice() };
    add(this.beginnings, scope.townBeginnings());
  }

  /** Whether a name that a lexicon or the gazetteer holds, or a relative one, may begin at `at`. */
  mayBegin(at: number): boolean {
    const code = this.text.charCodeAt(at);
    if (!isCjk(code)) return false;
    const { single, pairs } = this.beginnings;
    return single[code] === 1 || pairs[slot(code, this.text.charCodeAt(at + 1))] === 1;
  }

  /** Whether a place that the lexicons do not hold may begin at `at`. Asked for places of the text in their order. */
  mayBeginPlace(at: number): boolean {
    if (!isCjk(this.text.charCodeAt(at))) return false;
    const before = at > 0 ? this.text.charCodeAt(at - 1) : 0;
    if (isCjk(before) && !LEADS.has(before)) return false;
    if (this.ending < at) {
      this.ending = at;
      while (this.ending < this.text.length && !ENDINGS.has(this.text.charCodeAt(this.ending))) this.ending++;
    }
    return this.ending - at < REACH;
  }
}
