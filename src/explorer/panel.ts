import type { ExplorerEdge, ExplorerNode } from '../export/explorerFormat.js';
import { COLOURS } from '../export/palette.js';
import type { Data } from './data.js';
import { el } from './dom.js';
import { say, sayName } from './language.js';
import type { State, Store } from './state.js';

/** How many mentions are listed before the rest is only counted. */
const MENTIONS = 30;
const BEST = 15;

const dot = ({ kind }: ExplorerNode) =>
  el('span', { class: 'dot', style: `background:${COLOURS[kind]}`, 'aria-hidden': 'true' });

/** What a count is called in a list: its number and what it counts. */
const nameOf = ({ kind, name, properties }: ExplorerNode) =>
  kind === 'Count' ? `${properties.text} ${properties.indicator}` : name;

function nodeButton(data: Data, store: Store, index: number): HTMLElement {
  const node = data.raw.nodes[index];
  const open = () => store.set({ node: node.id, tab: 'node' });
  return el('button', { type: 'button', class: 'node', onclick: open }, dot(node), nameOf(node));
}

/** The sentence behind a fact: pressing it opens the report's text there. */
function sentence(data: Data, store: Store, statement: number, start: number, end: number): HTMLElement {
  const { text, report } = data.raw.statements[statement];
  const open = () => store.set({ statement, start, end, tab: 'text' });
  return el(
    'button',
    { type: 'button', class: 'sentence', title: data.raw.reports[report].title, onclick: open },
    text,
  );
}

function factItem(data: Data, store: Store, own: number, edge: ExplorerEdge): HTMLElement {
  const outgoing = edge.from === own;
  const other = nodeButton(data, store, outgoing ? edge.to : edge.from);
  const relation = el('span', { class: 'relation' }, outgoing ? `${sayName(edge.type)} →` : `← ${sayName(edge.type)}`);
  const said =
    edge.statement === undefined
      ? undefined
      : sentence(data, store, edge.statement, edge.start as number, edge.end as number);
  return el('li', {}, relation, other, said);
}

function properties({ aliases, properties: all, kind }: ExplorerNode): HTMLElement {
  const rows: [string, string][] = Object.entries(all)
    .filter(([name]) => !(kind === 'Count' && name === 'text'))
    .map(([name, value]) => [sayName(name), Array.isArray(value) ? value.join('、') : String(value)]);
  if (aliases) rows.unshift([say('aliases'), aliases.join('、')]);
  return el('dl', {}, ...rows.flatMap(([name, value]) => [el('dt', {}, name), el('dd', {}, value)]));
}

const section = (title: string, items: HTMLElement[], rest?: string) =>
  items.length ? el('section', {}, el('h3', {}, title), el('ul', {}, ...items), rest && el('p', {}, rest)) : undefined;

function best(data: Data, store: Store): HTMLElement {
  const items = data.ranked.slice(0, BEST).map((i) => el('li', {}, nodeButton(data, store, i)));
  const { total, nodes } = data.raw;
  const partly = total > nodes.length;
  return el(
    'div',
    {},
    el('p', {}, say('start')),
    el('p', { class: 'total' }, say(partly ? 'partly' : 'all', { total, shown: nodes.length })),
    section(say('best'), items),
  );
}

/** What the graph knows of the chosen node: its facts, its numbers, where it is named. Without one, the best-connected. */
export function nodePanel(data: Data, store: Store, state: State): HTMLElement {
  const found = data.node(state.node);
  if (!found) return best(data, store);
  const { node, index } = found;
  const edges = data.edgesOf[index].filter((e) => data.edgeShown(e, state));
  const isCount = (e: ExplorerEdge) => e.type === 'MEASURED_FOR' && e.to === index;
  // A sentence that names it twice is one place to read.
  const mentions = [...new Map(data.mentionsOf[index].map((m) => [m[1], m])).values()];
  const rest = mentions.length - MENTIONS;
  return el(
    'div',
    {},
    el('h2', {}, dot(node), nameOf(node), el('span', { class: 'kind' }, sayName(node.kind))),
    properties(node),
    section(
      say('counts'),
      edges.filter(isCount).map((e) => factItem(data, store, index, e)),
    ),
    section(
      say('facts'),
      edges.filter((e) => !isCount(e)).map((e) => factItem(data, store, index, e)),
    ),
    section(
      `${say('mentions')} (${mentions.length})`,
      mentions.slice(0, MENTIONS).map(([, s, start, end]) => el('li', {}, sentence(data, store, s, start, end))),
      rest > 0 ? say('more', { n: rest }) : undefined,
    ),
  );
}
