import type { Part } from '../extract/names/agency.js';
import type { AgencyMention, PlaceMention } from '../extract/names/scan.js';
import type { Division } from '../places/gazetteer.js';
import type { Jurisdiction } from '../places/jurisdiction.js';
import { fullCode } from './entities.js';
import { officialName, officialPlace, relativeDivision } from './officialName.js';

const named = (d: Division) => `${officialPlace(d)} (${fullCode(d.code)})`;

function partStep(part: Part): string {
  switch (part.kind) {
    case 'body':
      return `body: ${part.entry.official} (lexicon agencies, forms ${part.entry.forms.join(' ')})`;
    case 'organ':
      return `organ: ${part.entry.official} (lexicon agencies, forms ${part.entry.forms.join(' ')})`;
    case 'department':
      return `department: ${part.department.topics} + ${part.department.suffix.official} (lexicon agencies, topics and suffixes)`;
    case 'written':
      return `as written: ${part.words} (in no lexicon)`;
  }
}

function placeStep({ candidates, unlisted }: PlaceMention['place']): string {
  if (unlisted)
    return `place: ${unlisted.name}, in no gazetteer${unlisted.parent ? `, in ${named(unlisted.parent)}` : ''}`;
  if (candidates.length === 1) return `place: ${candidates.map(named)} (gazetteer)`;
  return `place: unresolved; it may be ${candidates.map(named).join(', ')}`;
}

function prefixStep({ name }: AgencyMention, lineage: readonly Division[]): string {
  if (name.kind === 'national') return `central body: ${name.official} (lexicon national)`;
  const { prefix } = name;
  if (prefix.kind === 'place') return placeStep(prefix.place);
  if (prefix.kind === 'own') return 'no prefix: a body of the report’s own division';
  if (prefix.kind === 'reporter') return 'the bureau that reports';
  const division = relativeDivision(prefix.word, lineage);
  const within = lineage.map((d) => d.name).join(' > ') || 'nothing';
  return division
    ? `prefix ${prefix.word}: ${named(division)}, by the report’s lineage ${within}`
    : `prefix ${prefix.word}: unresolved; the report’s lineage ${within} has none`;
}

/** How the report's own division was found. */
export function jurisdictionStep(jurisdiction: Jurisdiction | undefined): string {
  return jurisdiction
    ? `report: ${jurisdiction.division.level === 'national' ? jurisdiction.division.name : named(jurisdiction.division)}, told by its ${jurisdiction.evidence}`
    : 'report: nothing tells its division';
}

/**
 * How a name of a report was resolved, step by step.
 * @param text the name as written.
 */
export function explain(
  mention: AgencyMention | PlaceMention,
  text: string,
  lineage: readonly Division[],
  reporter: string | undefined,
): string[] {
  if (mention.type === 'Place') return [placeStep(mention.place)];
  const parts = mention.name.kind === 'national' ? mention.name.organs : mention.name.parts;
  const resolved = officialName(mention.name, text, lineage, reporter);
  const last = resolved
    ? `official name: ${resolved.name}${resolved.division ? `, of ${resolved.division.level === 'national' ? 'the nation' : named(resolved.division)}` : ''}`
    : 'unresolved: it keeps its relative form and is this report’s own';
  return [prefixStep(mention, lineage), ...parts.map(partStep), last];
}
