import { PlaceScope, type PlaceSpan, placeAt } from './chains.js';
import { type Division, gazetteer } from './gazetteer.js';

/** Where a report's jurisdiction may be told; each may be missing. All are normalised text. */
export interface JurisdictionSources {
  title?: string;
  publisher?: string;
  signature?: string;
  indexNumber?: string;
  /** The file's name or the address. */
  source?: string;
  text: string;
}

export interface Jurisdiction {
  division: Division;
  /** What told it, for `explain`: "title: 佛冈县人民政府关于…". */
  evidence: string;
}

/** The whole country, for reports of central bodies. */
export const NATION: Division = { code: '100000', name: '中华人民共和国', level: 'national' };
/** The divisions that a report's names are resolved within, from the province down. */
export function lineageOf(jurisdiction: Jurisdiction | undefined): Division[] {
  const division = jurisdiction?.division;
  if (!division) return [];
  return division.level === 'national' ? [division] : gazetteer().lineage(division);
}

/** How much of the text's beginning names the body that speaks. */
const OPENING = 1500;

/**
 * The division that a report speaks for, from its title, publisher, signature, index number, file name and opening, in
 * this order. Where nothing settles it, undefined: nothing is guessed.
 */
export function findJurisdiction(sources: JurisdictionSources): Jurisdiction | undefined {
  const { title, publisher, signature, source, text } = sources;
  const opening = text.slice(0, OPENING);
  const told: [string, string | undefined][] = [
    ['title', title],
    ['publisher', publisher],
    ['signature', signature],
  ];
  for (const [kind, words] of told) {
    if (!words) continue;
    if (/^(\d{4}年)?(中华人民共和国)?国务院|^\d{0,4}年?国务院/.test(words))
      return { division: NATION, evidence: `${kind}: ${words}` };
    const division = divisionIn(words, sources);
    if (division) return { division, evidence: `${kind}: ${words}` };
  }
  const spoken = /(?:由|代表|[:：]|^)([一-龥]{2,20}?(?:人民政府|司法局|司法厅))(?:编制|,?向)/.exec(opening);
  const speaker = spoken && divisionIn(spoken[1], sources);
  if (speaker) return { division: speaker, evidence: `text: ${spoken[0]}` };
  const coded = codeIn(sources.indexNumber);
  if (coded) return { division: coded, evidence: `index number: ${sources.indexNumber}` };
  const file = source?.replace(/^.*[\\/]/, '');
  if (file?.includes('国务院')) return { division: NATION, evidence: `file name: ${source}` };
  const named = file && divisionIn(file, sources);
  if (named) return { division: named, evidence: `file name: ${source}` };
  const first = firstPlace(opening, sources);
  return first && { division: first, evidence: 'text: the place that its opening names' };
}

/** The division of an index number that begins with a body's social credit code: 11 441821 …. */
function codeIn(indexNumber: string | undefined): Division | undefined {
  const code = indexNumber?.match(/^(?:1[0-9]|[A-Z]1)?(\d{6})/)?.[1];
  if (!code) return undefined;
  const g = gazetteer();
  const trimmed = code.replace(/(00)+$/, '');
  return g.get(trimmed.length % 2 ? `${trimmed}0` : trimmed);
}

function firstPlace(words: string, sources: JurisdictionSources): Division | undefined {
  const scope = new PlaceScope();
  for (let at = 0; at < words.length; at++) {
    const span = placeAt(words, at, scope);
    if (!span) continue;
    const settled = span.short ? undefined : settle(span.candidates, sources);
    if (settled) return settled;
    at = span.end - 1;
  }
  return undefined;
}

/** A whole name before 人民政府 at the very beginning is one, even where a text may spell it by chance (会同县, 矿区). */
const GOVERNMENT = /^([一-龥]{1,14}?[县市区旗州盟])人民政府/;

/** The division that a title or a body's name begins with. */
function divisionIn(words: string, sources: JurisdictionSources): Division | undefined {
  const whole = gazetteer().named(GOVERNMENT.exec(words)?.[1] ?? '');
  if (whole.length) return settle(whole, sources);
  const scope = new PlaceScope();
  let place: PlaceSpan | undefined;
  let at = 0;
  for (; at < Math.min(words.length, 24) && !place; at++) place = placeAt(words, at, scope);
  if (place?.candidates.length) return settle(place.candidates, sources);
  const town = /([一-龥]{1,8}?(?:镇|乡|街道))/.exec(words)?.[1];
  return town ? settle(gazetteer().townsNamed(town), sources) : undefined;
}

/** One of several divisions of one name: by the index number's code, else by the parents that the text names. */
function settle(candidates: Division[], { indexNumber, text, source }: JurisdictionSources): Division | undefined {
  if (candidates.length < 2) return candidates[0];
  const coded = codeIn(indexNumber);
  const byCode = coded && candidates.find((d) => coded.code.startsWith(d.code) || d.code.startsWith(coded.code));
  if (byCode) return byCode;
  const g = gazetteer();
  const words = `${source ?? ''}\n${text.slice(0, 20000)}`;
  const named = candidates.filter((d) =>
    g
      .lineage(d)
      .slice(0, -1)
      .some((parent) => words.includes(parent.name)),
  );
  return named.length === 1 ? named[0] : undefined;
}
