import type { Malformed } from '../extract/count/malformed.js';
import type { RawMention } from '../extract/mentions.js';
import type { Fact } from '../extract/relations/relation.js';
import { type Division, gazetteer } from '../places/gazetteer.js';
import { type Jurisdiction, lineageOf, NATION } from '../places/jurisdiction.js';
import type { Reading } from '../read/reading.js';
import type {
  Entity,
  Extraction,
  Mention,
  Relation,
  ReportRecord,
  StatementRecord,
  Warning,
} from '../schema/extraction.js';
import { type Counted, type CountRecord, countLinks, countRecords } from './counts.js';
import { questionCounts } from './doubts.js';
import {
  agencyEntity,
  agencyId,
  divisionEntity,
  documentEntity,
  honorEntity,
  meetingEntity,
  placeEntity,
  programEntity,
  type ResolveContext,
} from './entities.js';
import { EntitySet } from './entitySet.js';
import { type Placed, subordination } from './hierarchy.js';
import { officialPlace, type ResolvedAgency } from './officialName.js';
import { countPeriod, reportRecord } from './record.js';
import { findReporter } from './reporter.js';
import { ShortTitles } from './shortTitles.js';
import { outline } from './structure.js';
import { successorOf } from './successors.js';

/** How many mentions of its sentence before a count are looked at for its period: more than any sentence of prose has. */
const REACH = 200;

/** Makes one report's extraction, step by step: mentions, reporter and jurisdiction, hierarchy, facts. */
class Resolution {
  private readonly entities = new EntitySet();
  private readonly relations: Relation[] = [];
  private readonly ids = new Map<RawMention, string[]>();
  private readonly counts = new Map<Counted, CountRecord[]>();
  private readonly agencies = new Map<string, Placed>();
  private readonly shortTitles: ShortTitles;

  constructor(
    private readonly reading: Reading,
    private readonly report: ReportRecord,
    private readonly context: ResolveContext,
    private readonly statements: readonly StatementRecord[],
  ) {
    this.shortTitles = new ShortTitles(reading.normal);
  }

  /** Gives each mention its entity. @returns the mentions as they are printed. */
  mentions(mentions: readonly RawMention[]): Mention[] {
    let s = 0;
    let first = 0;
    return mentions.flatMap((mention, i) => {
      while (s + 1 < this.statements.length && this.statements[s + 1].start <= mention.start) {
        s++;
        first = i;
      }
      const text = this.reading.text.slice(mention.start, mention.end);
      const found =
        mention.type === 'Count' || mention.type === 'Rank'
          ? this.count(mention, s, mentions.slice(Math.max(first, i - REACH), i))
          : [this.entity(mention)];
      const ids = found.map((entity) => this.entities.add(entity, text).id);
      this.ids.set(mention, ids);
      return ids.map((entity) => ({ type: mention.type, start: mention.start, end: mention.end, text, entity }));
    });
  }

  private entity(mention: Exclude<RawMention, Counted>): Entity {
    const { context } = this;
    switch (mention.type) {
      case 'Agency': {
        const { entity, resolved } = agencyEntity(mention, context);
        if (resolved) this.place(entity.id, resolved);
        return entity;
      }
      case 'Place': {
        const entity = placeEntity(mention, context);
        const { candidates, unlisted } = mention.place;
        const within = candidates.length === 1 ? candidates[0] : unlisted?.parent;
        if (within) this.partOf(entity, within);
        return entity;
      }
      case 'Program':
        return programEntity(mention);
      case 'Document':
        return this.shortTitles.resolve(mention, () => documentEntity(mention, context));
      case 'Meeting':
        return meetingEntity(mention, context);
      case 'Honor':
        return honorEntity(mention, context);
      case 'Date':
        return { id: `date:${mention.value}`, type: 'Date', name: mention.value, properties: {} };
    }
  }

  private count(mention: Counted, statement: number, before: readonly RawMention[]): Entity[] {
    const { stance } = this.statements[statement];
    const period = countPeriod(mention, before, this.report, this.reading.normal);
    const records = countRecords(mention, this.report.id, { stance, statement, ...(period && { period }) });
    this.counts.set(mention, records);
    for (const { entity, indicator, words } of records) {
      this.relations.push({ type: 'OBSERVED_IN', from: entity.id, to: this.report.id });
      if (!indicator) continue;
      this.entities.add(indicator, words);
      this.relations.push({ type: 'MEASURES', from: entity.id, to: indicator.id });
    }
    return records.map(({ entity }) => entity);
  }

  /** What joins the counts, and what is doubtful about them. */
  compareCounts(): Warning[] {
    this.relations.push(...countLinks(this.counts));
    return questionCounts([...this.counts.values()].flat());
  }

  private place(id: string, { name, division }: ResolvedAgency): void {
    if (division) this.agencies.set(id, { id, name, division });
  }

  /** The division's place with those that it lies in, joined by PART_OF up to the province. */
  private division(division: Division): Entity {
    const entity = this.entities.add(divisionEntity(division));
    const parent = gazetteer().parent(division);
    if (parent) this.relations.push({ type: 'PART_OF', from: entity.id, to: this.division(parent).id });
    return entity;
  }

  private partOf(entity: Entity, within: Division): void {
    const { id } = this.division(within);
    if (id !== entity.id) this.relations.push({ type: 'PART_OF', from: entity.id, to: id });
  }

  /** Who speaks, and for which division. */
  home(reporter: ResolvedAgency | undefined, division: Division | undefined): void {
    const { report } = this;
    if (reporter?.division) {
      const { name, system, level } = reporter;
      const id = agencyId(reporter.division, name);
      this.entities.add({ id, type: 'Agency', name, properties: { system, ...(level && { level }) } });
      this.place(id, reporter);
      report.reporter = id;
      this.relations.push({ type: 'ISSUED_BY', from: report.id, to: id });
    }
    if (division && division !== NATION) {
      report.jurisdiction = this.division(division).id;
      this.relations.push({ type: 'REPORTS_ON', from: report.id, to: report.jurisdiction });
    }
  }

  /** SERVES and SUBORDINATE_TO, from the names and the gazetteer. */
  hierarchy(): void {
    const placed = [...this.agencies.values()];
    for (const { id, division } of placed) {
      if (division !== NATION) this.relations.push({ type: 'SERVES', from: id, to: this.division(division).id });
    }
    this.relations.push(...subordination(placed));
    for (const body of placed) this.succession(body);
  }

  /** SUCCEEDED_BY, to the body of today, which need not be mentioned. */
  private succession({ id, name, division }: Placed): void {
    const next = successorOf({ name, place: officialPlace(division) });
    if (!next) return;
    const level = { system: 'government' as const, level: division.level };
    const to = { id: agencyId(division, next.name), type: 'Agency' as const, name: next.name, properties: level };
    this.relations.push({ type: 'SUCCEEDED_BY', from: id, to: this.entities.add(to).id, year: next.year });
  }

  facts(facts: readonly Fact[]): void {
    const index = new Map(this.reading.statements.map((s, i) => [s, i]));
    for (const f of facts) {
      const { type, start, end, trigger, confidence } = f;
      const [to] = this.ids.get(f.to) ?? [];
      const statement = this.statements[index.get(f.statement) ?? 0].id;
      for (const from of this.subjects(f)) {
        if (!to || from === to) continue;
        this.relations.push({ type, from, to, statement, start, end, trigger, confidence });
      }
    }
  }

  private subjects({ type, from }: Fact): string[] {
    const { reporter, jurisdiction } = this.report;
    if (!from) return reporter ? [reporter] : [];
    const ids = this.ids.get(from) ?? [];
    // The county as a subject is the body that the report speaks for; an honour is the county's own.
    const speaks = type !== 'AWARDED' && type !== 'MEASURED_FOR' && jurisdiction && ids[0] === jurisdiction;
    return speaks ? (reporter ? [reporter] : []) : ids;
  }

  result(): Pick<Extraction, 'entities' | 'relations'> {
    return { entities: this.entities.all(), relations: strongest(this.relations) };
  }
}

/** One relation of a kind between two entities: the surest, then the earliest. In a stable order. */
function strongest(relations: readonly Relation[]): Relation[] {
  const best = new Map<string, Relation>();
  for (const r of relations) {
    const key = `${r.type}|${r.from}|${r.to}`;
    const known = best.get(key);
    const surer = (r.confidence ?? 0) - (known?.confidence ?? 0) || (known?.start ?? 0) - (r.start ?? 0);
    if (!known || surer > 0) best.set(key, r);
  }
  return [...best].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, r]) => r);
}

/**
 * Makes one report's extraction of what was found in it: mentions become entities under their official names, facts
 * become relations between them.
 * @param unreadable numbers that give no value: they become warnings.
 */
export function resolveReport(
  reading: Reading,
  mentions: readonly RawMention[],
  facts: readonly Fact[],
  jurisdiction: Jurisdiction | undefined,
  unreadable: readonly Malformed[] = [],
): Extraction {
  const { text, normal } = reading;
  const division = jurisdiction?.division;
  const lineage = lineageOf(jurisdiction);
  const reporter = findReporter(reading, mentions, lineage);
  const report = reportRecord(reading, reporter?.name, jurisdiction);
  const context: ResolveContext = {
    reportId: report.id,
    lineage,
    normal,
    ...(reporter && { reporter: reporter.name }),
  };
  const { sections, statements } = outline(reading, report.id);
  const resolution = new Resolution(reading, report, context, statements);
  const named = resolution.mentions(mentions);
  resolution.home(reporter, division);
  resolution.hierarchy();
  resolution.facts(facts);
  const doubts = resolution.compareCounts();
  const warnings = [
    ...unreadable.map(({ start, end, message }) => ({ start, end, text: text.slice(start, end), message })),
    ...doubts,
  ];
  warnings.sort((a, b) => a.start - b.start || (a.message < b.message ? -1 : 1));
  return { text, report, sections, statements, mentions: named, ...resolution.result(), warnings };
}
