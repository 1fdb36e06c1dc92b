import type { Metadata } from './metadata.js';
import type { Sentence } from './sentences.js';

export interface Span {
  start: number;
  end: number;
}

const TITLE = /(报告|公报|总结|情况|要点)(?:[(《].{0,12}[)》])?$/;
const NOT_TITLE = /^(各位代表|根据|现在|本报告|一、|\(一\)|索引号|名称|来源|为)|[。;]$/;

/**
 * The title's place: the line of the head that reads as a report's title. Where the table names a title, the line
 * that repeats it. @returns undefined for a report without one.
 */
export function findTitle(text: string, sentences: Sentence[], metadata: Metadata): Span | undefined {
  const head = sentences.slice(0, 40).filter((s) => s.opensLine);
  const named = metadata.title;
  const plain = (s: Span) => text.slice(s.start, s.end);
  if (named) {
    const line = head.find((s) => plain(s) === named.value);
    return line ?? named;
  }
  return head.find((s) => {
    const line = plain(s);
    return line.length >= 4 && line.length <= 80 && TITLE.test(line) && !NOT_TITLE.test(line);
  });
}

const DATE_LINE =
  /^(\d{4}年\d{1,2}月\d{1,2}日|[二〇零一三四五六七八九十]{4}年[一二三四五六七八九十]{1,2}月[一二三四五六七八九十]{1,3}日)$/;
const BODY_LINE = /^[一-龥()]{4,40}(政府|局|委|委员会|厅|办公室|院|中心|办事处|部|署|处)$/;

/** The signature: the body and the date on lines of their own at the end. */
export function findSignature(text: string, sentences: Sentence[]): { body?: Span; date?: Span } {
  const tail = sentences.slice(-12).filter((s) => s.opensLine);
  const line = (pattern: RegExp) => tail.findLast((s) => pattern.test(text.slice(s.start, s.end).replaceAll(' ', '')));
  const date = line(DATE_LINE);
  const body = line(BODY_LINE);
  return { ...(body && { body }), ...(date && { date }) };
}
