import type { Extraction } from '../schema/extraction.js';
import { isCatalogued } from './indicators.js';

/** Words that counts are told in and that no entry of the catalogue holds. */
export interface Suggestion {
  words: string;
  unit: string;
  times: number;
  reports: number;
  /** A sentence that has it. */
  example: string;
}

/** Gathers, report by report, what the catalogue of indicators lacks. */
export class Suggestions {
  private readonly byKey = new Map<string, Suggestion & { last: string }>();

  add({ text, report, entities, relations, statements, mentions }: Extraction): void {
    const byId = new Map(entities.map((e) => [e.id, e]));
    const startOf = new Map(mentions.map((m) => [m.entity, m.start]));
    for (const { type, from, to } of relations) {
      const indicator = byId.get(to);
      if (type !== 'MEASURES' || !indicator || isCatalogued(indicator.name)) continue;
      const start = startOf.get(from) ?? 0;
      const sentence = statements.find((s) => s.start <= start && start < s.end);
      const known = this.byKey.get(to) ?? {
        words: indicator.name,
        unit: String(indicator.properties.unit),
        times: 0,
        reports: 0,
        example: sentence ? text.slice(sentence.start, sentence.end) : '',
        last: '',
      };
      known.times++;
      if (known.last !== report.id) known.reports++;
      known.last = report.id;
      this.byKey.set(to, known);
    }
  }

  /** The most frequent, those of more reports first. @param least how often at the least. */
  most(count: number, least = 2): Suggestion[] {
    return [...this.byKey.values()]
      .filter((s) => s.times >= least)
      .sort((a, b) => b.reports - a.reports || b.times - a.times || (a.words < b.words ? -1 : 1))
      .slice(0, count)
      .map(({ last: _, ...suggestion }) => suggestion);
  }
}
