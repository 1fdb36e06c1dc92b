#!/usr/bin/env node
// Writes the figures that the marked reports reach now into data/gold/baseline.json, below which CI does not let them
// fall. Run by hand when a change has raised them: npm run baseline
import { writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { evaluateFolder } from '../dist/evaluate/total.js';

const gold = (half) => fileURLToPath(new URL(`../data/gold/${half}`, import.meta.url));
const f1 = (figures) => Object.fromEntries(Object.entries(figures).flatMap(([k, v]) => (v.gold ? [[k, v.f1]] : [])));

const baseline = Object.fromEntries(
  ['dev', 'tune', 'test'].map((half) => {
    const { span, relation, agencyNorm, countValue, countIndicator, entities, relations } = evaluateFolder(gold(half));
    return [half, f1({ ...span, ...relation, agencyNorm, countValue, countIndicator, entities, relations })];
  }),
);
writeFileSync(new URL('../data/gold/baseline.json', import.meta.url), `${JSON.stringify(baseline, null, 2)}\n`);
