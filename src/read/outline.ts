import { lexicon } from '../lexicon/load.js';
import type { SectionRecord } from '../schema/extraction.js';
import type { Sentence } from './sentences.js';

export type Stance = SectionRecord['stance'];

/** A section as read: its ids and its place in the graph come later. */
export interface Section {
  level: number;
  ordinal: string;
  title: string;
  stance: Stance;
  start: number;
  end: number;
  parent?: Section;
}

const N = '[一二三四五六七八九十]{1,3}';
/** The ordinals of official prose, outermost first: their rank decides what encloses what. */
const ORDINALS: readonly RegExp[] = [
  new RegExp(`^(${N}、)`),
  new RegExp(`^(\\(${N}\\))、?`),
  /^(\d{1,2}[.、])(?!\d)/,
  /^(\(\d{1,2}\))/,
  new RegExp(`^(${N}是)`),
];

function ordinalOf(text: string): { rank: number; ordinal: string } | undefined {
  for (let rank = 0; rank < ORDINALS.length; rank++) {
    const match = ORDINALS[rank].exec(text);
    if (match) return { rank, ordinal: match[1] };
  }
  return undefined;
}

/** What a heading says that its section is for; what it does not say it has from the section around it. */
export function stanceOf(heading: string, inherited: Stance): Stance {
  const words = lexicon('sections');
  const has = (list: string[]) => list.some((w) => heading.includes(w));
  // 主要举措和成效 is an account even where 存在的问题 of the work is named after it.
  if (has(words.problem)) return 'problem';
  if (has(words.achievement) && !/^\d{4}年(度)?工作(计划|安排|思路)/.test(heading)) return 'achievement';
  if (has(words.plan)) return 'plan';
  return inherited;
}

/** Whether the sentence itself is a plan or a problem, whatever its section. */
export function sentenceStance(text: string, section: Stance): Stance {
  const { planWords, problemWords } = lexicon('sections');
  if (planWords.some((w) => text.includes(w))) return 'plan';
  if (section !== 'plan' && problemWords.some((w) => text.includes(w))) return 'problem';
  return section;
}

/**
 * Reads the outline: 一、 (一) 1. (1) 一是, nested as they stand. What comes before the first ordinal is a section of
 * level 0. Sections cover the text without gaps, in order; an enclosing one ends where its last part ends.
 * @param text normalised text.
 */
export function readOutline(text: string, sentences: Sentence[]): Section[] {
  const front: Section = { level: 0, ordinal: '', title: '', stance: 'background', start: 0, end: text.length };
  const sections: Section[] = [front];
  const open: { rank: number; section: Section }[] = [];
  for (const sentence of sentences) {
    const found = ordinalOf(text.slice(sentence.start, Math.min(sentence.end, sentence.start + 12)));
    // 一是 may open any sentence; the other ordinals open a line.
    if (!found || (found.rank < 4 && !sentence.opensLine)) continue;
    while (open.length && open[open.length - 1].rank >= found.rank) {
      const closed = open.pop();
      if (closed) closed.section.end = sentence.start;
    }
    if (sections.length === 1) front.end = sentence.start;
    const parent = open[open.length - 1]?.section;
    const title = text
      .slice(sentence.start + found.ordinal.length, sentence.end)
      .replace(/[。;]$/, '')
      .trim();
    const section: Section = {
      level: open.length + 1,
      ordinal: found.ordinal,
      title,
      stance: stanceOf(title.slice(0, 40), parent?.stance ?? 'achievement'),
      start: sentence.start,
      end: text.length,
      ...(parent && { parent }),
    };
    sections.push(section);
    open.push({ rank: found.rank, section });
  }
  return sections;
}
