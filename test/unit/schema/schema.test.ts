import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { schemaFile } from '../../../src/schema/constraints.js';
import { validateNode, validateRelationship } from '../../../src/schema/validate.js';
import { root } from '../../support/paths.js';

const place = { id: 'place:441821', name: '佛冈县', aliases: [], level: 'county' };

describe('schema', () => {
  test('cypher/schema.cypher is what the schema generates (npm run generate)', () => {
    expect(readFileSync(join(root, 'cypher/schema.cypher'), 'utf8')).toBe(schemaFile());
  });

  test('a violation names the node, the field and the place in the report', () => {
    const count = { id: 'count:r#5-9', name: '9件', report: 'r', start: 5, end: 9, value: 'nine', unit: '件' };
    const node = {
      kind: 'Count',
      labels: ['Count'],
      properties: { ...count, text: '九件', measure: 'quantity' },
    } as const;
    expect(() => validateNode(node as never)).toThrow(/Count count:r#5-9, in r at 5-9: field "value"/);
  });

  test('an unknown property and a wrong level are refused', () => {
    expect(() => validateNode({ kind: 'Place', labels: ['Place'], properties: { ...place, mayor: 'x' } })).toThrow(
      /mayor/,
    );
    expect(() => validateNode({ kind: 'Place', labels: ['Place'], properties: { ...place, level: 'galaxy' } })).toThrow(
      /"level"/,
    );
    expect(validateNode({ kind: 'Place', labels: ['Place'], properties: place }).properties.id).toBe('place:441821');
  });

  test('a relationship joins only the kinds that it may join, and must have its ends', () => {
    const kinds = new Map([
      ['a', 'Agency'],
      ['p', 'Place'],
    ] as const);
    const of = (id: string) => kinds.get(id as 'a');
    const serves = { type: 'SERVES', from: 'a', to: 'p', properties: { report: 'r' } } as const;
    expect(validateRelationship(serves, of)).toBe(serves);
    expect(() => validateRelationship({ ...serves, from: 'p' }, of)).toThrow(/"from": p is a Place, not Agency/);
    expect(() => validateRelationship({ ...serves, to: 'x' }, of)).toThrow(/x is not in the graph/);
    expect(() => validateRelationship({ ...serves, type: 'ISSUED', to: 'p' }, of)).toThrow(/"to"/);
  });
});
