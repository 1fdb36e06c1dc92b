import type { SuffixEntry } from '../../lexicon/schema.js';
import { agencyLexicon, mayEnd } from './agencyLexicon.js';

/** A department as parsed: 住房城乡建设 + 局. */
export interface Department {
  end: number;
  /** The topics with their official words: 住房和城乡建设. */
  topics: string;
  suffix: SuffixEntry;
  /** Every topic is too general to make a body without a prefix. */
  general: boolean;
}

const CONNECTORS = new Set(['和', '与', '及']);
const BRACKETED = /\([一-龥、]{2,12}\)/y;

/**
 * Reads a department at `at`: topics, joined by 和 与 及, and a suffix (教育 + 局, 市场监督 + (知识产权) + 部门).
 * @returns undefined where none stands there.
 */
export function departmentAt(text: string, at: number): Department | undefined {
  const { topics, suffixes } = agencyLexicon();
  let pos = at;
  let written = '';
  let official = '';
  let general = true;
  let count = 0;
  let best: Department | undefined;
  while (count < 8) {
    const topic = topics.longestAt(text, pos);
    if (!topic) break;
    pos += topic.word.length;
    written += topic.word;
    official += topic.value.official;
    general &&= topic.value.general;
    count++;
    BRACKETED.lastIndex = pos;
    const bracketed = BRACKETED.exec(text)?.[0].length ?? 0;
    const suffix = suffixes.longestAt(text, pos + bracketed, (s, end) => mayEnd(s, text, end));
    if (suffix) {
      const end = pos + bracketed + suffix.word.length;
      // Several topics as written (文化广电旅游体育) may be one of the lexicon, with its own official words.
      const whole =
        topics.longestAt(written, 0)?.word === written ? topics.longestAt(written, 0)?.value.official : undefined;
      best = { end, topics: whole ?? official, suffix: suffix.value.entry, general };
    }
    if (CONNECTORS.has(text[pos]) && topics.longestAt(text, pos + 1)) {
      official += text[pos];
      written += text[pos];
      pos++;
    } else if (best && best.end > pos) {
      // A topic may go on where the suffix was read (综合行政执法 + 局); otherwise the suffix ends the name.
      if (!topics.longestAt(text, pos)) break;
    }
  }
  return best;
}
