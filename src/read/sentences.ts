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

/**
 * Splits a report into sentences. A line break always ends one; so do 。! ? with the closing marks behind them.
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
