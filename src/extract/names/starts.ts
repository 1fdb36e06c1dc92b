import { lexicon } from '../../lexicon/load.js';
import type { PlaceScope } from '../../places/chains.js';
import { agencyLexicon } from './agencyLexicon.js';

/** Characters that relative and bare names begin with, beside those of the lexicons. */
const OTHERS = '自街林省市县区旗州盟镇乡局厅中公党';
/** Words end with these before a name (由, 和, 支持): behind one, a name of no lexicon may begin too. */
const LEADING = '在由与和及对向将给至到获赴驻为持进善成全化设快动深立升展造强优划';

const isCjk = (code: number) => code >= 0x4e00 && code <= 0x9fff;

/** Where a name may begin, told by two characters: it saves most places of a text the grammar. */
export class NameStarts {
  private readonly begins = new Uint8Array(65536);
  private readonly leads = new Uint8Array(65536);

  constructor(scope: PlaceScope) {
    const { bodies, organs, national, topics } = agencyLexicon();
    for (const index of [bodies, organs, national, topics]) for (const code of index.firsts()) this.begins[code] = 1;
    for (const code of scope.firsts()) this.begins[code] = 1;
    for (const word of [...OTHERS, ...lexicon('places').zones]) this.begins[word.charCodeAt(0)] = 1;
    for (const c of LEADING) this.leads[c.charCodeAt(0)] = 1;
  }

  /** Whether a name may begin at `at`. */
  mayBegin(text: string, at: number): boolean {
    const code = text.charCodeAt(at);
    if (!isCjk(code)) return false;
    if (this.begins[code] || at === 0) return true;
    const before = text.charCodeAt(at - 1);
    return !isCjk(before) || this.leads[before] === 1;
  }
}
