import { stickyAt } from '../language/sticky.js';

/** A sentence, a heading or a line of the head, without the space around it. */
export interface Sentence {
  start: number;
  end: number;
  /** First on its line. */
  opensLine: boolean;
}

const ENDS = new Set([...'。!?'].map((c) => c.charCodeAt(0)));
const CLOSERS = new Set([...'”’"》)」』'].map((c) => c.charCodeAt(0)));
const isSpace = (code: number) => code === 32 || code === 10;

/** Prose that goes on: it has ended a sentence before, or ends in a mark that ends none. */
const UNFINISHED = /[,、《“(]$|。[^\n]*[^。!?;:”")》\s]$/;
/** What opens a line of its own: ordinals, dashes, brackets. */
const OPENS = /^(?:[一二三四五六七八九十]+[、是]|\(|\d+[.、]|-|第[一二三四五六七八九十]+[,章节条]|附)/;
const REACH = 400;

/**
 * Whether a sentence goes on over the line break at `at`: some sites break lines in the middle of words
 * (国内生产总值达↵到74.4万亿元). Headings and signatures, which end without a mark too, have no 。 in them.
 */
function goesOn(text: string, at: number): boolean {
  const line = text.slice(Math.max(text.lastIndexOf('\n', at - 1) + 1, at - REACH), at).trimEnd();
  if (!UNFINISHED.test(line)) return false;
  const next = text
    .slice(at, at + REACH)
    .trimStart()
    .split('\n')[0];
  return /[,。;]/.test(next) && !OPENS.test(next);
}

/** A line of nothing but space, with what is left of a character without width: 74.4↵ ↵万亿元. */
const HOLLOW_LINE = /\n +(?=\n)/y;

/**
 * Splits a report into sentences. A line break ends one unless the line is prose that goes on; so do 。! ? with the closing marks behind them.
 * @param text normalised text. @returns spans that do not overlap, in order; only space lies between them.
 */
export function splitSentences(text: string): Sentence[] {
  const sentences: Sentence[] = [];
  let start = 0;
  let opensLine = true;
  const close = (end: number) => {
    let from = start;
    let to = end;
    while (from < to && isSpace(text.charCodeAt(from))) from++;
    while (to > from && isSpace(text.charCodeAt(to - 1))) to--;
    if (to > from) {
      sentences.push({ start: from, end: to, opensLine });
      opensLine = false;
    }
    start = end;
  };
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    if (code === 10 && goesOn(text, i)) {
      i += stickyAt(HOLLOW_LINE, text, i)?.length ?? 0;
      continue;
    }
    if (code === 10) {
      close(i);
      start = i + 1;
      opensLine = true;
    } else if (ENDS.has(code)) {
      while (i + 1 < text.length && CLOSERS.has(text.charCodeAt(i + 1))) i++;
      close(i + 1);
    }
  }
  close(text.length);
  return sentences;
}
