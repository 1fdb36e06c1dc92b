import { findMentions } from './extract/mentions.js';
import { findFacts } from './extract/relations/facts.js';
import { PlaceScope } from './places/chains.js';
import { findJurisdiction } from './places/jurisdiction.js';
import { checkText } from './read/decode.js';
import { readReport } from './read/reading.js';
import { resolveReport } from './resolve/resolve.js';
import { Extraction } from './schema/extraction.js';

export interface ExtractOptions {
  /** The file or address that the text came from: it goes on the Report node and may name the jurisdiction. */
  source?: string;
}

/**
 * Reads one report: mentions, entities under their official names, and relations, each with the characters (UTF-16
 * offsets into `text`) that it came from. The same text gives the same result.
 * @throws InputError for an empty or binary text.
 */
export function extract(text: string, { source }: ExtractOptions = {}): Extraction {
  checkText(text, source ?? 'text');
  const reading = readReport(text, source);
  const { normal, metadata, title, signature } = reading;
  const at = (span?: { start: number; end: number }) => span && normal.slice(span.start, span.end);
  const jurisdiction = findJurisdiction({
    title: at(title),
    publisher: metadata.publisher?.value,
    signature: at(signature.body)?.replaceAll(' ', ''),
    indexNumber: metadata.indexNumber?.value,
    source,
    text: normal,
  });
  const mentions = findMentions(
    reading,
    new PlaceScope(jurisdiction?.division.level === 'national' ? undefined : jurisdiction?.division),
  );
  return Extraction.parse(resolveReport(reading, mentions, findFacts(reading, mentions), jurisdiction));
}
