import type { ExplorerStatement } from '../export/explorerFormat.js';
import type { Data } from './data.js';
import { el } from './dom.js';
import { say } from './language.js';
import type { State } from './state.js';

/** A sentence with the characters of the fact marked in it. Offsets are the report's. */
function marked({ text, start: from }: ExplorerStatement, start = 0, end = 0): (Node | string)[] {
  const [a, b] = [Math.max(0, start - from), Math.min(text.length, end - from)];
  if (a >= b) return [text];
  return [text.slice(0, a), el('mark', {}, text.slice(a, b)), text.slice(b)];
}

/** The text of a report with the chosen sentence in view and the fact's words marked. */
export function reader(data: Data, { statement, start, end, report }: State): HTMLElement {
  const chosen = statement === undefined ? undefined : data.raw.statements[statement];
  const shown = chosen?.report ?? report ?? 0;
  const { reports, statements, wholeText } = data.raw;
  const article = el('article', { class: 'reader', lang: 'zh-CN', tabindex: '0', 'aria-label': say('text') });
  let paragraph: HTMLElement | undefined;
  let before: ExplorerStatement | undefined;
  statements.forEach((s, i) => {
    if (s.report !== shown) return;
    // Where nothing but sentences that are cited is at hand, each stands by itself.
    const follows = before !== undefined && s.level === undefined && wholeText && s.start - before.end < 2;
    before = s;
    if (!follows || !paragraph) {
      paragraph = el('p', s.level === undefined ? {} : { class: `opens level${Math.min(s.level, 4)}` });
      article.append(paragraph);
    }
    const isChosen = i === statement;
    paragraph.append(
      el('span', isChosen ? { class: 'chosen', id: 'chosen' } : {}, ...(isChosen ? marked(s, start, end) : [s.text])),
    );
  });
  return el(
    'div',
    {},
    el('h2', {}, reports[shown]?.title ?? ''),
    !wholeText && el('p', { class: 'notice' }, say('onlyCited')),
    article,
  );
}
