import { createHash } from 'node:crypto';
import { ruleForm } from '../language/traditional.js';
import { lexicon } from '../lexicon/load.js';
import { isoDate, type Metadata, readMetadata } from './metadata.js';
import { readOutline, type Section, type Stance, sentenceStance } from './outline.js';
import { type Sentence, splitSentences } from './sentences.js';
import { findSignature, findTitle, type Span } from './title.js';

export interface Statement extends Sentence {
  /** Where its words begin, behind the ordinal that opens a section: (三)区司法局…. */
  body: number;
  section: Section;
  stance: Stance;
}

/** One report, read: its text, the same text in the form for rules, and its structure. All offsets fit both texts. */
export interface Reading {
  text: string;
  /** `text` normalised, of the same length. */
  normal: string;
  sha256: string;
  source?: string;
  metadata: Metadata;
  title?: Span;
  signature: { body?: Span; date?: Span };
  sections: Section[];
  statements: Statement[];
}

/**
 * Reads a report's text: metadata table, title, outline, sentences, signature.
 * @param source the file or address, for messages and the Report node.
 */
export function readReport(text: string, source?: string): Reading {
  const normal = ruleForm(text);
  const sentences = splitSentences(normal);
  const metadata = readMetadata(normal);
  const sections = readOutline(normal, sentences);
  const title = findTitle(normal, sentences, metadata);
  return {
    text,
    normal,
    sha256: createHash('sha256').update(text).digest('hex'),
    ...(source && { source }),
    metadata,
    ...(title && { title }),
    signature: findSignature(normal, sentences),
    sections,
    statements: inSections(normal, sentences, sections),
  };
}

/** Each sentence with the innermost section that it begins in. */
function inSections(normal: string, sentences: Sentence[], sections: Section[]): Statement[] {
  let next = 1;
  let section = sections[0];
  return sentences.map((s) => {
    while (next < sections.length && sections[next].start <= s.start) section = sections[next++];
    const body = section.start === s.start ? Math.min(s.start + section.ordinal.length, s.end) : s.start;
    return { ...s, body, section, stance: sentenceStance(normal.slice(s.start, s.end), section.stance) };
  });
}

/** The report's kind by its title's words. */
export function reportKind(title: string): string {
  const found = lexicon('sections').kinds.find(([, ...words]) => words.some((w) => title.includes(w)));
  return found?.[0] ?? '报告';
}

/** What the report covers, from its title or from the period that it says its figures cover. */
export function reportPeriod({ normal, title }: Reading): { periodFrom?: string; periodTo?: string } {
  const stated = normal.match(/自(\d{4}年\d{1,2}月\d{1,2}日)起?至(\d{4}年\d{1,2}月\d{1,2}日)/);
  const from = isoDate(stated?.[1]);
  const to = isoDate(stated?.[2]);
  if (from && to) return { periodFrom: from, periodTo: to };
  const name = title ? normal.slice(title.start, title.end) : '';
  const year = name.match(/(\d{4})年/)?.[1];
  // A work report is given in its title's year, of the year before; without one, its first heading tells.
  const accounted = /政府工作报告/.test(name)
    ? year
      ? String(Number(year) - 1)
      : normal.match(/(\d{4})年[^\n。]{0,16}回顾/)?.[1]
    : year;
  return accounted ? { periodFrom: accounted, periodTo: accounted } : {};
}
