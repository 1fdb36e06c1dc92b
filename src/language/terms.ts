import type { Term as CompromiseTerm } from 'compromise/misc';

/** A term of official Chinese: a recognised name, a trigger word, a mark, or the words between them. */
export interface Term<M = unknown> extends CompromiseTerm {
  pre: string;
  post: string;
  tags: Set<string>;
  /** UTF-16 offsets into the report's text. */
  at: number;
  end: number;
  /** Its place among the sentence's terms. */
  order: number;
  /** The mention that the term is, where it is one. */
  mention?: M;
}

export interface Recognised<M> {
  start: number;
  end: number;
  tags: readonly string[];
  mention: M;
}

/** Finds the trigger word at a place: its length and tags. */
export type TriggerAt = (text: string, at: number) => { length: number; tags: readonly string[] } | undefined;

const MARKS: Record<string, string> = {
  ',': 'Comma',
  '、': 'Enum',
  ';': 'Semicolon',
  ':': 'Colon',
  '。': 'Stop',
  '!': 'Stop',
  '?': 'Stop',
  '(': 'Open',
  ')': 'Close',
};
/** Marks that a name may stand in without a break in what is said. */
const SILENT = new Set([...'“”"‘’「」『』 ']);
const JOINING = new Set(['和', '与', '及', '以及', '并']);

function term<M>(text: string, at: number, end: number, tags: readonly string[], mention?: M): Term<M> {
  const words = text.slice(at, end);
  return {
    text: words,
    pre: '',
    post: '',
    normal: words,
    tags: new Set(tags),
    at,
    end,
    order: 0,
    ...(mention !== undefined && { mention }),
  };
}

/**
 * Cuts a sentence into terms: each recognised span is one, each trigger word, each mark; what is left between them is
 * filler. Quotation marks are passed over.
 */
export function cutTerms<M>(
  text: string,
  start: number,
  end: number,
  recognised: Recognised<M>[],
  triggerAt: TriggerAt,
): Term<M>[] {
  const terms: Term<M>[] = [];
  let filler = -1;
  let next = 0;
  const flush = (at: number) => {
    if (filler < 0) return;
    const words = text.slice(filler, at);
    terms.push(term<M>(text, filler, at, JOINING.has(words) ? ['And'] : ['Filler']));
    filler = -1;
  };
  for (let i = start; i < end; ) {
    const name = recognised[next];
    if (name && name.start === i) {
      flush(i);
      terms.push(term(text, name.start, name.end, name.tags, name.mention));
      i = name.end;
      next++;
      continue;
    }
    const mark = MARKS[text[i]];
    const trigger = mark ? undefined : triggerAt(text, i);
    const limit = name?.start ?? end;
    if (mark || SILENT.has(text[i])) {
      flush(i);
      if (mark) terms.push(term<M>(text, i, i + 1, [mark]));
      i++;
    } else if (trigger && i + trigger.length <= limit) {
      flush(i);
      terms.push(term<M>(text, i, i + trigger.length, trigger.tags));
      i += trigger.length;
    } else {
      if (filler < 0) filler = i;
      i++;
    }
  }
  flush(end);
  terms.forEach((t, i) => {
    t.order = i;
  });
  return terms;
}
