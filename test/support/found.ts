import { findMentions, type RawMention } from '../../src/extract/mentions.js';
import { PlaceScope } from '../../src/places/chains.js';
import { gazetteer } from '../../src/places/gazetteer.js';
import { readReport } from '../../src/read/reading.js';

/** The mentions of one kind in a text, as written, read as in a report of the named county or city. */
export function found(text: string, type: RawMention['type'], place = '佛冈县'): string[] {
  return mentions(text, place)
    .filter((m) => m.type === type)
    .map((m) => text.slice(m.start, m.end));
}

export function mentions(text: string, place = '佛冈县'): RawMention[] {
  return findMentions(readReport(text), new PlaceScope(gazetteer().named(place)[0]));
}
