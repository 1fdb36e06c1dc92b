import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { describe, expect, test } from 'vitest';
import { evaluationText } from '../../src/cli/evaluate.js';
import { type Evaluation, evaluateFolder } from '../../src/evaluate/total.js';
import { extract } from '../../src/pipeline.js';
import { root } from '../support/paths.js';
import { scratchFolder } from '../support/scratch.js';

const dev = join(root, 'data/gold/dev');
const scratch = scratchFolder('gold');
const evaluation = evaluateFolder(dev);

describe('the marked reports', () => {
  test('reach the figures that the project promises', () => {
    process.stdout.write(`\n${evaluationText(evaluation)}\n`);
    expect(evaluation.reports).toBe(5);
    expect(evaluation.entities.f1).toBeGreaterThanOrEqual(0.9);
    expect(evaluation.agencyNorm.f1).toBeGreaterThanOrEqual(0.85);
    expect(evaluation.countValue.f1).toBeGreaterThanOrEqual(0.9);
    expect(evaluation.relations.f1).toBeGreaterThanOrEqual(0.7);
  });

  test('are the shared ones, unchanged', () => {
    const shared = join(root, '../shared/gold/dev');
    expect(existsSync(shared), `this test needs the gold standard in ${shared}; it is absent`).toBe(true);
    for (const file of readdirSync(shared))
      expect(readFileSync(join(dev, file), 'utf8'), file).toBe(readFileSync(join(shared, file), 'utf8'));
  });
});

describe('the figures on record (data/gold/baseline.json)', () => {
  const baseline = JSON.parse(readFileSync(join(root, 'data/gold/baseline.json'), 'utf8')) as Record<
    string,
    Record<string, number>
  >;
  test.each(Object.entries(baseline))('%s does not fall below them', (half, figures) => {
    const { span, relation, ...totals } = evaluateFolder(join(root, 'data/gold', half));
    const now: Record<string, { f1: number }> = { ...span, ...relation, ...totals } as never;
    for (const [name, f1] of Object.entries(figures)) expect(now[name].f1, name).toBeGreaterThanOrEqual(f1);
  });
});

/** An extraction with errors of every kind in it, for comparing the two scorers where they must count them. */
function spoilt(text: string, source: string) {
  const extraction = extract(text, { source });
  const { mentions, entities, relations } = extraction;
  return {
    ...extraction,
    mentions: mentions
      .filter((_, i) => i % 7 !== 0)
      .map((m, i) => (i % 5 === 0 ? { ...m, end: m.end - 1 } : i % 11 === 0 ? { ...m, type: 'Place' as const } : m)),
    entities: entities.map((e, i) =>
      i % 3 === 0 ? { ...e, name: `${e.name}x`, properties: { ...e.properties, value: 1, indicator: 'x' } } : e,
    ),
    relations: relations.map((r, i) => (i % 4 === 0 ? { ...r, from: r.to } : r)),
  };
}

interface Scorer {
  scoreDir(gold: string, predictions: string): Evaluation;
}

describe('gongwen evaluate', () => {
  test.each([
    ['as extracted', extract],
    ['with errors of every kind', spoilt],
  ] as const)('gives the figures of the gold standard’s own scorer: %s', async (name, read) => {
    const path = join(root, '../shared/gold/score.mjs');
    expect(existsSync(path), `this test needs the gold standard's scorer at ${path}; it is absent`).toBe(true);
    const { scoreDir } = (await import(pathToFileURL(path).href)) as Scorer;
    const predictions = scratch(name);
    mkdirSync(predictions, { recursive: true });
    for (const file of readdirSync(dev).filter((f) => f.endsWith('.txt'))) {
      const text = readFileSync(join(dev, file), 'utf8');
      const made = read === extract ? extract(text, { source: file }) : spoilt(text, file);
      writeFileSync(join(predictions, file.replace('.txt', '.json')), JSON.stringify(made));
    }
    const {
      errors: ourErrors,
      calibration,
      ...ours
    } = evaluateFolder(dev, (text, { source }) =>
      read === extract ? extract(text, { source }) : spoilt(text, source),
    );
    const { errors, ...theirs } = scoreDir(dev, predictions);
    expect(ours).toEqual(theirs);
    expect(ourErrors).toHaveLength(errors.length);
    const found = Object.values(ours.relation).reduce((sum, f) => sum + f.found, 0);
    expect(calibration.reduce((sum, c) => sum + c.found, 0)).toBe(found);
    if (read !== extract) expect(ours.entities.f1).toBeLessThan(0.9);
  });

  test('says where there is nothing marked', () => {
    mkdirSync(scratch('none'), { recursive: true });
    cpSync(join(dev, 'fogang-2023.txt'), join(scratch('none'), 'fogang-2023.txt'));
    expect(() => evaluateFolder(scratch('none'))).toThrow(/no marked reports/);
  });
});
