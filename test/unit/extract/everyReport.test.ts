import { expect, test } from 'vitest';
import { extract } from '../../../src/pipeline.js';
import { fogangFile, readText, sharedReports } from '../../support/paths.js';

test.each([fogangFile, ...sharedReports()])('every offset of %s cites its own characters', (path) => {
  const text = readText(path);
  const { mentions, relations, statements, sections, entities } = extract(text, { source: path });
  const ids = new Set(entities.map((e) => e.id));
  const statementOf = new Map(statements.map((s) => [s.id, s]));
  let last = { start: -1, end: 0 };
  for (const { start, end, text: words, entity } of mentions) {
    expect(words).toBe(text.slice(start, end));
    // One number may be told of several things: 答复率、办结率两个100%.
    const same = start === last.start && end === last.end;
    expect(same || start >= last.end, 'mentions do not overlap').toBe(true);
    expect(ids).toContain(entity);
    last = { start, end };
  }
  for (const { statement, start = 0, end = 0, trigger = '' } of relations.filter((r) => r.statement)) {
    const sentence = statementOf.get(statement ?? '');
    expect(text.slice(start, end)).toContain(
      trigger.length ? text.slice(text.indexOf(trigger, start), end).slice(0, trigger.length) : '',
    );
    expect(sentence && start >= sentence.start && end <= sentence.end).toBe(true);
  }
  for (const { start, end } of sections) expect(start).toBeLessThanOrEqual(end);
});
