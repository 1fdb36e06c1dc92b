import type { Entity, Extraction, Mention } from '../schema/extraction.js';
import type { GoldMention, GoldReport } from './marked.js';

export const GOLD_TYPES = ['AGENCY', 'PLACE', 'PROGRAM', 'DOCUMENT', 'COUNT', 'DATE', 'MEETING', 'HONOR'] as const;
const SCORED_RELATIONS = ['ISSUED', 'APPLIES', 'AWARDED', 'CONVENED', 'RUNS', 'MEASURED_FOR'];

export interface Tally {
  tp: number;
  fp: number;
  fn: number;
}

/** What was missed, spurious or valued otherwise, with its place where it has one. */
export interface ScoreError {
  kind: 'missed' | 'spurious' | 'norm' | 'value' | 'indicator';
  type: string;
  text: string;
  start?: number;
  end?: number;
  want?: string;
  got?: string;
}

export interface Scores {
  spans: Record<string, Tally>;
  norm: Tally;
  value: Tally;
  indicator: Tally;
  relations: Record<string, Tally>;
  /** Each relation that was found: its confidence, and whether it is right. */
  judged: { confidence: number; right: boolean }[];
  errors: ScoreError[];
}

export const tally = (): Tally => ({ tp: 0, fp: 0, fn: 0 });

/** Similarity of two short phrases: 2·LCS / (|a| + |b|), with the longest common subsequence. */
export function similarity(a: string, b: string): number {
  const row = new Array<number>(b.length + 1).fill(0);
  for (let i = 1; i <= a.length; i++) {
    for (let j = 1, diagonal = 0; j <= b.length; j++) {
      const up = row[j];
      row[j] = a[i - 1] === b[j - 1] ? diagonal + 1 : Math.max(up, row[j - 1]);
      diagonal = up;
    }
  }
  return (2 * row[b.length]) / (a.length + b.length || 1);
}

type Predicted = Pick<Mention, 'start' | 'end' | 'entity'> & { type: string };
interface Span {
  type: string;
  start: number;
  end: number;
}

const same = (a: Span, b: Span) => a.type === b.type && a.start === b.start && a.end === b.end;
const inside = (a: Span, b: Span) => a.start >= b.start && a.end <= b.end && (a.start !== b.start || a.end !== b.end);

/** Predicted spans of the scored types: the outermost only, one of each. */
function outermost(mentions: readonly Mention[]): Predicted[] {
  const known = mentions
    .map((m) => ({ ...m, type: m.type.toUpperCase() }))
    .filter((m) => (GOLD_TYPES as readonly string[]).includes(m.type));
  return known.filter((m, i) => !known.some((o, j) => inside(m, o) || (j < i && same(o, m))));
}

function scoreAttributes(
  gold: GoldMention,
  hit: Predicted | undefined,
  entity: Entity | undefined,
  scores: Scores,
): void {
  const judge = (kind: 'norm' | 'value' | 'indicator', ok: boolean, want: string, got: string) => {
    if (ok) scores[kind].tp++;
    else {
      scores[kind].fn++;
      if (hit) scores[kind].fp++;
      if (hit)
        scores.errors.push({ kind, type: gold.type, text: gold.text, start: gold.start, end: gold.end, want, got });
    }
  };
  const { norm, value, unit = '', indicator } = gold.attributes;
  if (gold.type === 'AGENCY' && norm) judge('norm', entity?.name === norm, norm, entity?.name ?? '');
  if (gold.type !== 'COUNT' || !value) return;
  const p = entity?.properties ?? {};
  const close = Math.abs(Number(p.value) - Number(value)) < 1e-9 * Math.max(1, Math.abs(Number(value)));
  judge('value', Boolean(entity) && close && (p.unit ?? '') === unit, `${value} ${unit}`, `${p.value} ${p.unit}`);
  if (indicator)
    judge(
      'indicator',
      Boolean(entity) && similarity(String(p.indicator ?? ''), indicator) >= 0.6,
      indicator,
      String(p.indicator),
    );
}

function scoreRelations(
  gold: GoldReport,
  matched: Map<GoldMention, string>,
  { report, relations }: Extraction,
  scores: Scores,
): void {
  const byId = new Map(gold.mentions.flatMap((g) => (g.id ? [[g.id, matched.get(g)] as const] : [])));
  const reporter = report.reporter ?? '@reporter';
  const end = (id: string) => (id === '@reporter' ? reporter : (byId.get(id) ?? `?${id}`));
  const want = new Map(gold.relations.map((r) => [`${r.type} ${end(r.head)} ${end(r.tail)}`, r]));
  const types = new Set([...gold.relations.map((r) => r.type), ...SCORED_RELATIONS]);
  const got = new Map(relations.filter((r) => types.has(r.type)).map((r) => [`${r.type} ${r.from} ${r.to}`, r]));
  for (const [key, { confidence = 1 }] of got) scores.judged.push({ confidence, right: want.has(key) });
  for (const type of types) scores.relations[type] ??= tally();
  for (const [key, { type, head, tail }] of want) {
    scores.relations[type][got.has(key) ? 'tp' : 'fn']++;
    if (!got.has(key)) scores.errors.push({ kind: 'missed', type, text: `${head} → ${tail}` });
  }
  for (const key of got.keys()) {
    if (want.has(key)) continue;
    const type = key.slice(0, key.indexOf(' '));
    scores.relations[type].fp++;
    scores.errors.push({ kind: 'spurious', type, text: key });
  }
}

/**
 * Scores one extraction against its marked report: exact spans, official names of agencies, values and indicators of
 * counts, relations between the entities that the matched mentions stand for. The figures are those of the gold
 * standard's own scorer.
 * @throws Error where the texts differ.
 */
export function scoreReport(gold: GoldReport, predicted: Extraction): Scores {
  if (predicted.text !== gold.text) throw new Error('the text differs from the marked report');
  const spans = Object.fromEntries(GOLD_TYPES.map((t) => [t, tally()]));
  const scores: Scores = {
    spans,
    norm: tally(),
    value: tally(),
    indicator: tally(),
    relations: {},
    judged: [],
    errors: [],
  };
  const outer = outermost(predicted.mentions);
  const entities = new Map(predicted.entities.map((e) => [e.id, e]));
  const matched = new Map<GoldMention, string>();
  for (const mark of gold.mentions) {
    const hit = outer.find((m) => same(m, mark));
    spans[mark.type][hit ? 'tp' : 'fn']++;
    if (hit) matched.set(mark, hit.entity);
    else scores.errors.push({ kind: 'missed', type: mark.type, text: mark.text, start: mark.start, end: mark.end });
    scoreAttributes(mark, hit, hit && entities.get(hit.entity), scores);
  }
  for (const { entity: _, ...m } of outer) {
    // Strictly inside a mark of another type, a prediction is neither right nor wrong.
    if (gold.mentions.some((g) => same(m, g) || (g.type !== m.type && inside(m, g)))) continue;
    spans[m.type].fp++;
    scores.errors.push({
      kind: 'spurious',
      text: gold.text.slice(m.start, m.end),
      type: m.type,
      start: m.start,
      end: m.end,
    });
  }
  scoreRelations(gold, matched, predicted, scores);
  return scores;
}
