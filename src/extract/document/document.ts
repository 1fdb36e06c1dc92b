/** A titled or numbered document: 《…》 with its marks, 国发〔2021〕1号, 国务院令第711号. */
export interface DocumentMention {
  type: 'Document';
  start: number;
  end: number;
  numbered: boolean;
}

/** Longer than any title: what stands between marks so far apart is not one. */
const LONGEST = 200;

/** Outermost 《…》 of each line; marks that have no partner are passed over. Linear in the text's length. */
function titles(text: string): DocumentMention[] {
  const found: DocumentMention[] = [];
  let open: number[] = [];
  for (let i = 0; i < text.length; i++) {
    const c = text[i];
    if (c === '《') open.push(i);
    else if (c === '\n') open = [];
    else if (c === '》') {
      const start = open.pop();
      if (start === undefined || i - start > LONGEST || i - start < 2) continue;
      while (found.length && found[found.length - 1].start > start) found.pop();
      found.push({ type: 'Document', start, end: i + 1, numbered: false });
    }
  }
  return found;
}

const YEAR_AND_NUMBER = /[〔[(【]\s?(?:19|20)\d{2}\s?[〕\])】]\s?(?:第\s?)?\d{1,5}号/g;
const ORDER =
  /(?:令|公告)(?:第?[〇零一二三四五六七八九十百\d]{1,6}号|\(第?[〇零一二三四五六七八九十百\d]{1,6}号\)|\d{4}年第\d+号)/g;
const ORDER_BEFORE = /(?:国务院|主席|(?:中国)?[一-龥]{1,12}?(?:人民政府|政府|部|总局|局|委员会|署))$/;
const CODE = /[一-龥]/;
/** Words that lead to a number and are no part of it: 根据国发〔2021〕1号. */
const LEADING = /^.*(?:根据|按照|依据|依照|落实|印发|执行|贯彻|遵照|文号|文件|的|和|与|及|以|转发|发布|对照|了|关于)/;

function numbers(text: string): DocumentMention[] {
  const found: DocumentMention[] = [];
  for (const m of text.matchAll(YEAR_AND_NUMBER)) {
    let start = m.index;
    while (start > 0 && m.index - start < 14 && CODE.test(text[start - 1])) start--;
    const code = text.slice(start, m.index);
    start += LEADING.exec(code)?.[0].length ?? 0;
    if (m.index - start >= 2) found.push({ type: 'Document', start, end: m.index + m[0].length, numbered: true });
  }
  for (const m of text.matchAll(ORDER)) {
    const before = text.slice(Math.max(0, m.index - 16), m.index);
    const issuer = ORDER_BEFORE.exec(before)?.[0].replace(LEADING, '');
    if (issuer)
      found.push({ type: 'Document', start: m.index - issuer.length, end: m.index + m[0].length, numbered: true });
  }
  return found;
}

/**
 * Finds documents by their marks and by their numbers.
 * @param text normalised text.
 */
export function findDocuments(text: string): DocumentMention[] {
  return [...titles(text), ...numbers(text)];
}
