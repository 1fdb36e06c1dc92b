import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { InputError } from '../lexicon/errors.js';
import { extract } from '../pipeline.js';
import type { Extraction } from '../schema/extraction.js';
import { parseMarked } from './marked.js';
import { GOLD_TYPES, type ScoreError, type Scores, scoreReport, type Tally, tally } from './score.js';

export interface Figure {
  gold: number;
  found: number;
  p: number;
  r: number;
  f1: number;
}

export interface Evaluation {
  reports: number;
  entities: Figure;
  relations: Figure;
  span: Record<string, Figure>;
  agencyNorm: Figure;
  countValue: Figure;
  countIndicator: Figure;
  relation: Record<string, Figure>;
  /** What the confidence of relations is worth: how many bear each, and the share of them that is right. */
  calibration: { confidence: number; found: number; right: number }[];
  /** With the sentence that each error stands in. */
  errors: (ScoreError & { report: string; sentence?: string })[];
}

const round = (n: number) => Number(n.toFixed(4));

function figure({ tp, fp, fn }: Tally): Figure {
  const p = tp / (tp + fp || 1);
  const r = tp / (tp + fn || 1);
  return { gold: tp + fn, found: tp + fp, p: round(p), r: round(r), f1: round((2 * p * r) / (p + r || 1)) };
}

function add(to: Tally, from: Tally): void {
  to.tp += from.tp;
  to.fp += from.fp;
  to.fn += from.fn;
}

const figures = (tallies: Record<string, Tally>) =>
  Object.fromEntries(Object.entries(tallies).map(([k, t]) => [k, figure(t)]));

function calibrate(judged: readonly { confidence: number; right: boolean }[]): Evaluation['calibration'] {
  const levels = [...new Set(judged.map((j) => j.confidence))].sort((a, b) => b - a);
  return levels.map((confidence) => {
    const own = judged.filter((j) => j.confidence === confidence);
    return { confidence, found: own.length, right: round(own.filter((j) => j.right).length / own.length) };
  });
}

function sum(tallies: Tally[]): Figure {
  const total = tally();
  for (const t of tallies) add(total, t);
  return figure(total);
}

/**
 * Extracts every marked report of a folder and scores it.
 * @param read what is scored; `source` is the report's file name.
 * @throws InputError where the folder holds no marked report, or one without its text.
 */
export function evaluateFolder(
  folder: string,
  read: (text: string, options: { source: string }) => Extraction = extract,
): Evaluation {
  const names = existsSync(folder)
    ? readdirSync(folder)
        .filter((f) => f.endsWith('.ann'))
        .map((f) => basename(f, '.ann'))
    : [];
  if (!names.length) throw new InputError(`${folder}: no marked reports (.ann) there.`);
  const spans: Record<string, Tally> = Object.fromEntries(GOLD_TYPES.map((t) => [t, tally()]));
  const relations: Record<string, Tally> = {};
  const [norm, value, indicator] = [tally(), tally(), tally()];
  const errors: Evaluation['errors'] = [];
  const judged: Scores['judged'] = [];
  for (const name of names.sort()) {
    const gold = parseMarked(readFileSync(join(folder, `${name}.ann`), 'utf8'));
    const predicted = read(gold.text, { source: `${name}.txt` });
    const scores = scoreReport(gold, predicted);
    for (const [type, t] of Object.entries(scores.spans)) add(spans[type], t);
    for (const [type, t] of Object.entries(scores.relations)) {
      relations[type] ??= tally();
      add(relations[type], t);
    }
    judged.push(...scores.judged);
    add(norm, scores.norm);
    add(value, scores.value);
    add(indicator, scores.indicator);
    for (const error of scores.errors) {
      const { start } = error;
      const s = start === undefined ? undefined : predicted.statements.find((x) => x.start <= start && x.end > start);
      errors.push({ report: name, ...error, ...(s && { sentence: gold.text.slice(s.start, s.end) }) });
    }
  }
  return {
    reports: names.length,
    entities: sum(Object.entries(spans).flatMap(([type, t]) => (type === 'DATE' ? [] : [t]))),
    relations: sum(Object.values(relations)),
    span: figures(spans),
    agencyNorm: figure(norm),
    countValue: figure(value),
    countIndicator: figure(indicator),
    relation: figures(relations),
    calibration: calibrate(judged),
    errors,
  };
}
