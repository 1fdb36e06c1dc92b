import nlp from 'compromise';
import { describe, expect, test } from 'vitest';
import { RuleNet } from '../../../src/language/match.js';
import { cutTerms, type Term } from '../../../src/language/terms.js';
import { extract } from '../../../src/pipeline.js';
import { fogangText } from '../../support/paths.js';

const trigger = (text: string, at: number) =>
  text.startsWith('印发', at) ? { length: 2, tags: ['IssueVerb'] } : undefined;
const text = '县司法局印发了《甲》、《乙》。';
const terms = (): Term<string>[] =>
  cutTerms(
    text,
    0,
    text.length,
    [
      { start: 0, end: 4, tags: ['Agency'], mention: 'bureau' },
      { start: 7, end: 10, tags: ['Document'], mention: 'a' },
      { start: 11, end: 14, tags: ['Document'], mention: 'b' },
    ],
    trigger,
  );

describe('cutTerms', () => {
  test('cuts at names, trigger words and marks; the terms cover the sentence', () => {
    expect(terms().map((t) => t.text)).toEqual(['县司法局', '印发', '了', '《甲》', '、', '《乙》', '。']);
    expect(terms().map((t) => text.slice(t.at, t.end))).toEqual(terms().map((t) => t.text));
    expect([...terms()[1].tags]).toEqual(['IssueVerb']);
  });
});

describe('RuleNet', () => {
  const net = new RuleNet([{ name: 'issue', match: '[<who>#Agency] [<verb>#IssueVerb] #Filler? [<what>#Document]' }]);

  test('gives the terms of each named group', () => {
    const [match, ...others] = net.sweep(terms());
    expect(others).toEqual([]);
    expect(match.groups.who.map((t) => t.mention)).toEqual(['bureau']);
    expect(match.groups.what.map((t) => t.mention)).toEqual(['a']);
    expect([match.from, match.to]).toEqual([0, 4]);
  });

  test('an application that uses compromise for English does not notice us', () => {
    // Its terms bear ids of the moment; all else must stay the same.
    const english = () =>
      JSON.stringify(nlp('Spencer is working in Toronto. The cats issued documents.').json()).replace(
        /"id":"[^"]*"/g,
        '',
      );
    const tags = () => Object.keys((nlp.model() as { one: { tagSet: object } }).one.tagSet);
    const before = { answer: english(), hooks: [...nlp.hooks()], tags: tags() };
    extract(fogangText);
    expect(english()).toEqual(before.answer);
    expect(nlp.hooks()).toEqual(before.hooks);
    expect(tags()).toEqual(before.tags);
  });
});
