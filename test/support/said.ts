import { extract } from '../../src/pipeline.js';

/** What a report says, without where it stands: its things, its numbers with their words, its facts. */
export function said(text: string): { things: string[]; counts: string[]; facts: string[] } {
  const { entities, relations } = extract(text);
  const name = new Map(entities.map((e) => [e.id, e.name]));
  const things = entities.filter((e) => e.type !== 'Date' && e.type !== 'Count' && e.type !== 'Indicator');
  const counts = entities
    .filter((e) => e.type === 'Count')
    .map((e) => `${e.properties.text} ${e.properties.indicator}`);
  const facts = relations
    .filter((r) => r.trigger !== undefined)
    .map((r) => `${name.get(r.from)} ${r.type} ${name.get(r.to)}`);
  return { things: things.map((e) => e.id).sort(), counts: counts.sort(), facts: facts.sort() };
}
