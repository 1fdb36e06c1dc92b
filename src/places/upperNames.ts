import { lexicon } from '../lexicon/load.js';
import { PrefixIndex } from '../lexicon/prefixIndex.js';
import { type Division, gazetteer, plainName, shortName } from './gazetteer.js';

interface Name {
  divisions: Division[];
  short: boolean;
}

let upperNames: PrefixIndex<Name> | undefined;

/** Full and short names of provinces, prefectures and counties. */
export function upperIndex(): PrefixIndex<Name> {
  if (upperNames) return upperNames;
  const names = new Map<string, Name>();
  const add = (name: string, division: Division, short: boolean) => {
    const entry = names.get(name);
    if (!entry) names.set(name, { divisions: [division], short });
    else if (entry.short === short) entry.divisions.push(division);
  };
  const upper = gazetteer().upper();
  for (const d of upper) add(d.name, d, false);
  for (const { name, code } of lexicon('renamed').renamed) {
    const now = gazetteer().get(code);
    if (now && !names.has(name)) add(name, now, false);
  }
  for (const d of upper) {
    const plain = plainName(d.name);
    if (plain) add(plain, d, false);
  }
  for (const d of upper) {
    const short = shortName(d.name);
    if (short) add(short, d, true);
  }
  upperNames = new PrefixIndex(names);
  return upperNames;
}

/** The first two characters of the names of provinces, prefectures and counties. */
export const upperBeginnings = (): Iterable<[number, number]> => upperIndex().beginnings();
