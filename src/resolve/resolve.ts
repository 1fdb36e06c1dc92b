import type { RawMention } from '../extract/mentions.js';
import type { Fact } from '../extract/relations/relation.js';
import { type Division, gazetteer } from '../places/gazetteer.js';
import { type Jurisdiction, NATION } from '../places/jurisdiction.js';
import { isoDate } from '../read/metadata.js';
import { type Reading, reportKind, reportPeriod } from '../read/reading.js';
import type { Entity, Extraction, Mention, Relation, ReportRecord } from '../schema/extraction.js';
import {
  agencyEntity,
  countEntity,
  divisionEntity,
  documentEntity,
  fullCode,
  honorEntity,
  meetingEntity,
  placeEntity,
  programEntity,
  type ResolveContext,
} from './entities.js';
import { findReporter } from './reporter.js';
import { outline } from './structure.js';

/** The entities of one report, each once, with the forms in which it was met. */
class Entities {
  private readonly byId = new Map<string, Entity>();
  private readonly forms = new Map<string, Set<string>>();

  add(entity: Entity, form?: string): Entity {
    const known = this.byId.get(entity.id) ?? entity;
    this.byId.set(entity.id, known);
    if (form) this.forms.set(entity.id, (this.forms.get(entity.id) ?? new Set()).add(form));
    return known;
  }

  /** In the order of their ids. */
  all(): Entity[] {
    const bare = new Set(['Count', 'Date', 'Indicator']);
    return [...this.byId.values()]
      .sort((a, b) => (a.id < b.id ? -1 : 1))
      .map((e) => (bare.has(e.type) ? e : { ...e, properties: { ...e.properties, aliases: [...(this.forms.get(e.id) ?? [])].sort() } }));
  }
}

/** A division's place with those that it lies in, joined by PART_OF up to the province. */
function addDivision(division: Division, entities: Entities, relations: Relation[]): Entity {
  const entity = entities.add(divisionEntity(division));
  const parent = gazetteer().parent(division);
  if (parent) relations.push({ type: 'PART_OF', from: entity.id, to: addDivision(parent, entities, relations).id });
  return entity;
}

function reportRecord(reading: Reading, reporter: string | undefined, jurisdiction: Jurisdiction | undefined): ReportRecord {
  const { normal, title, metadata, signature, sha256, source } = reading;
  const name = title ? normal.slice(title.start, title.end) : '';
  const period = reportPeriod(reading);
  const code = jurisdiction ? fullCode(jurisdiction.division.code) : 'unknown';
  const year = /\d{4}/.test(name) ? '' : `:${period.periodFrom ?? sha256.slice(0, 12)}`;
  const dates = {
    issuedOn: isoDate(metadata.issuedOn?.value) ?? isoDate(signature.date && normal.slice(signature.date.start, signature.date.end).replaceAll(' ', '')),
    publishedOn: isoDate(metadata.publishedOn?.value),
  };
  const fields = {
    ...period,
    ...dates,
    indexNumber: metadata.indexNumber?.value,
    documentNumber: metadata.documentNumber?.value,
    jurisdictionEvidence: jurisdiction?.evidence,
    source,
  };
  return {
    id: `report:${code}:${reporter ?? ''}:${name || 'untitled'}${year}`,
    title: name || '(无标题)',
    kind: reportKind(name),
    sha256,
    ...Object.fromEntries(Object.entries(fields).filter(([, v]) => v !== undefined)),
  };
}

/** The period that a count is of: the last year that its sentence names before it, else the report's. */
function periodOf(count: { start: number }, mentions: RawMention[], sentenceStart: number, report: ReportRecord): string | undefined {
  const before = mentions.findLast((m) => m.type === 'Date' && m.start >= sentenceStart && m.end <= count.start);
  if (before?.type === 'Date' && /^\d{4}/.test(before.value)) return before.value;
  return report.periodTo?.slice(0, 4);
}

/**
 * Makes one report's extraction of what was found in it: mentions become entities under their official names, facts
 * become relations between them.
 */
export function resolveReport(reading: Reading, mentions: RawMention[], facts: Fact[], jurisdiction: Jurisdiction | undefined): Extraction {
  const { text, normal } = reading;
  const division = jurisdiction?.division;
  const lineage = !division ? [] : division === NATION ? [NATION] : gazetteer().lineage(division);
  const reporter = findReporter(reading, mentions, lineage);
  const report = reportRecord(reading, reporter?.name, jurisdiction);
  const context: ResolveContext = { reportId: report.id, lineage, normal, ...(reporter && { reporter: reporter.name }) };
  const entities = new Entities();
  const relations: Relation[] = [];
  const { sections, statements } = outline(reading, report.id);
  const ids = new Map<RawMention, string>();
  const out: Mention[] = [];
  const agencyDivisions = new Map<string, Division>();

  const entityOf = (mention: RawMention, statementStart: number): Entity => {
    switch (mention.type) {
      case 'Agency': {
        const { entity, resolved } = agencyEntity(mention, context);
        if (resolved?.division) agencyDivisions.set(entity.id, resolved.division);
        return entity;
      }
      case 'Place': {
        const entity = placeEntity(mention, context);
        const within = mention.place.candidates.length === 1 ? mention.place.candidates[0] : mention.place.unlisted?.parent;
        if (within) {
          const placed = addDivision(within, entities, relations);
          if (placed.id !== entity.id) relations.push({ type: 'PART_OF', from: entity.id, to: placed.id });
        }
        return entity;
      }
      case 'Program':
        return programEntity(mention);
      case 'Document':
        return documentEntity(mention, context);
      case 'Meeting':
        return meetingEntity(mention, context);
      case 'Honor':
        return honorEntity(mention, context);
      case 'Date':
        return { id: `date:${mention.value}`, type: 'Date', name: mention.value, properties: {} };
      case 'Count':
        return countEntity(mention, context, periodOf(mention, mentions, statementStart, report));
    }
  };

  let s = 0;
  for (const mention of mentions) {
    while (s + 1 < statements.length && statements[s + 1].start <= mention.start) s++;
    const form = text.slice(mention.start, mention.end);
    const entity = entities.add(entityOf(mention, statements[s]?.start ?? 0), form);
    ids.set(mention, entity.id);
    out.push({ type: mention.type, start: mention.start, end: mention.end, text: form, entity: entity.id });
    if (mention.type === 'Count') {
      entity.properties.stance = statements[s].stance;
      relations.push({ type: 'OBSERVED_IN', from: entity.id, to: report.id });
      if (mention.indicator) {
        const indicator = { id: `indicator:${mention.indicator}(${mention.unit})`, name: mention.indicator };
        entities.add({ ...indicator, type: 'Indicator', properties: { unit: mention.unit, aliases: [mention.indicator] } });
        relations.push({ type: 'MEASURES', from: entity.id, to: indicator.id });
      }
    }
  }

  if (reporter?.division) {
    const id = `agency:${fullCode(reporter.division.code)}:${reporter.name}`;
    entities.add({ id, type: 'Agency', name: reporter.name, properties: { system: reporter.system, ...(reporter.level && { level: reporter.level }) } });
    agencyDivisions.set(id, reporter.division);
    report.reporter = id;
    relations.push({ type: 'ISSUED_BY', from: report.id, to: id });
  }
  const home = division && division !== NATION ? addDivision(division, entities, relations) : undefined;
  if (home) {
    report.jurisdiction = home.id;
    relations.push({ type: 'REPORTS_ON', from: report.id, to: home.id });
  }
  for (const [id, served] of agencyDivisions) {
    if (served !== NATION) relations.push({ type: 'SERVES', from: id, to: addDivision(served, entities, relations).id });
  }
  relations.push(...subordination(agencyDivisions));

  for (const f of facts) {
    const subject = f.from && ids.get(f.from);
    // The county as a subject is the body that the report speaks for; an honour is the county's own.
    const own = f.type !== 'AWARDED' && f.type !== 'MEASURED_FOR' && subject !== undefined && subject === home?.id;
    const from = f.from && !own ? subject : report.reporter;
    const to = ids.get(f.to);
    if (!from || !to || from === to) continue;
    const statement = statements[reading.statements.indexOf(f.statement)];
    relations.push({ type: f.type, from, to, statement: statement.id, start: f.start, end: f.end, trigger: f.trigger, confidence: f.confidence });
  }
  return {
    text,
    report,
    sections,
    statements,
    mentions: out,
    entities: entities.all(),
    relations: strongest(relations),
    warnings: [],
  };
}

/** A department answers to the government of its division, a committee's organ to the committee, where it is named. */
function subordination(divisions: Map<string, Division>): Relation[] {
  const relations: Relation[] = [];
  const names = [...divisions.keys()];
  for (const id of names) {
    const [, code, name] = id.split(':');
    const parents = names.filter((other) => {
      const [, otherCode, otherName] = other.split(':');
      if (other === id || otherCode !== code) return false;
      if (name.startsWith('中共')) return /委员会$/.test(otherName) && otherName.startsWith('中共') && name.startsWith(otherName.replace(/委员会$/, '委')) && name !== otherName;
      return /人民政府$/.test(otherName) && /[局厅]$|委员会$|人民政府办公[室厅]$/.test(name) && !/法院|检察院|人民代表大会|政治协商|监察/.test(name);
    });
    const parent = parents.sort((a, b) => b.length - a.length)[0];
    if (parent) relations.push({ type: 'SUBORDINATE_TO', from: id, to: parent });
  }
  return relations;
}

/** One relation of a kind between two entities: the surest, then the earliest. In a stable order. */
function strongest(relations: Relation[]): Relation[] {
  const best = new Map<string, Relation>();
  for (const r of relations) {
    const key = `${r.type}|${r.from}|${r.to}`;
    const known = best.get(key);
    const surer = (r.confidence ?? 0) - (known?.confidence ?? 0) || (known?.start ?? 0) - (r.start ?? 0);
    if (!known || surer > 0) best.set(key, r);
  }
  return [...best].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, r]) => r);
}
