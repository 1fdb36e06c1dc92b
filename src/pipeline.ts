import { findMentions, findUnreadable } from './extract/mentions.js';
import { findFacts } from './extract/relations/facts.js';
import { InputError } from './lexicon/errors.js';
import { PlaceScope } from './places/chains.js';
import { findJurisdiction, lineageOf } from './places/jurisdiction.js';
import { checkText } from './read/checkText.js';
import { readReport } from './read/reading.js';
import { explain, jurisdictionStep } from './resolve/explain.js';
import { findReporter } from './resolve/reporter.js';
import { resolveReport } from './resolve/resolve.js';
import { Extraction } from './schema/extraction.js';

export interface ExtractOptions {
  /** The file or address that the text came from: it goes on the Report node and may name the jurisdiction. */
  source?: string;
}

/** The first half of the pipeline: the report read, its jurisdiction, its mentions before they are resolved. */
function recognise(text: string, source: string | undefined) {
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
  const division = jurisdiction?.division;
  const mentions = findMentions(reading, new PlaceScope(division?.level === 'national' ? undefined : division));
  return { reading, jurisdiction, mentions };
}

/**
 * Reads one report: mentions, entities under their official names, and relations, each with the characters (UTF-16
 * offsets into `text`) that it came from. The same text gives the same result.
 * @throws InputError for an empty or binary text.
 */
export function extract(text: string, { source }: ExtractOptions = {}): Extraction {
  const { reading, jurisdiction, mentions } = recognise(text, source);
  const facts = findFacts(reading, mentions);
  const unreadable = findUnreadable(reading, mentions);
  return Extraction.parse(resolveReport(reading, mentions, facts, jurisdiction, unreadable));
}

/**
 * How a name of a report was resolved, step by step; one list for each way in which the report uses it.
 * @param name as the report writes it.
 * @throws InputError for an empty or binary text, or where the report has no agency or place of that name.
 */
export function explainName(text: string, name: string, { source }: ExtractOptions = {}): string[][] {
  const { reading, jurisdiction, mentions } = recognise(text, source);
  const lineage = lineageOf(jurisdiction);
  const reporter = findReporter(reading, mentions, lineage)?.name;
  const ways = mentions.flatMap((m) => {
    const written = text.slice(m.start, m.end);
    if ((m.type !== 'Agency' && m.type !== 'Place') || written !== name) return [];
    return [[jurisdictionStep(jurisdiction), ...explain(m, reading.normal.slice(m.start, m.end), lineage, reporter)]];
  });
  if (!ways.length) throw new InputError(`${source ?? 'text'}: names no agency or place "${name}" as written.`);
  return [...new Map(ways.map((steps) => [steps.join('\n'), steps])).values()];
}
