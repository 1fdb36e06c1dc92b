import type { ExplorerIndicator, ExplorerValue } from '../export/explorerFormat.js';
import { readable } from '../export/readable.js';
import type { Data } from './data.js';
import { draw, el } from './dom.js';
import { say } from './language.js';
import type { State, Store } from './state.js';

const WIDTH = 520;
const HEIGHT = 260;
const LEFT = 76;
const BOTTOM = 28;
const TOP = 16;
const RIGHT = 16;
/** Okabe and Ito's colours, which people who do not see red and green alike tell apart. */
const LINES = ['#0072b2', '#d55e00', '#009e73', '#cc79a7', '#7a6fb0', '#8a7a00', '#333333', '#56b4e9'];

/** The values by the place that their report is about. */
function byPlace(data: Data, { values }: ExplorerIndicator): Map<string, ExplorerValue[]> {
  const places = new Map<string, ExplorerValue[]>();
  for (const value of values) {
    const { place, title } = data.raw.reports[value[1]];
    const key = place ?? title;
    const list = places.get(key) ?? [];
    places.set(key, list);
    list.push(value);
  }
  return places;
}

/** Round numbers over a range: 1, 2 or 5 times a power of ten apart. */
function ticks(low: number, high: number): number[] {
  const rough = (high - low || Math.abs(high) || 1) / 4;
  const power = 10 ** Math.floor(Math.log10(rough));
  const step = [1, 2, 5, 10].map((s) => s * power).find((s) => s >= rough) ?? rough;
  const first = Math.floor(low / step);
  const count = Math.ceil(high / step) - first + 1;
  return Array.from({ length: count }, (_, i) => (first + i) * step);
}

/** What a line leads through: of each year the middle value, where reports tell several (of parts, of five years). */
function lineOf(values: readonly ExplorerValue[]): [year: number, value: number][] {
  const byYear = new Map<number, number[]>();
  for (const [, , year, value] of values) byYear.set(year, [...(byYear.get(year) ?? []), value]);
  return [...byYear].map(([year, all]) => [year, all.sort((a, b) => a - b)[(all.length - 1) >> 1]]);
}

/** An indicator over the years, a line for each place. */
function chart(data: Data, indicator: ExplorerIndicator): SVGElement {
  const years = [...new Set(indicator.values.map((v) => v[2]))].sort((a, b) => a - b);
  const numbers = indicator.values.map((v) => v[3]);
  const marks = ticks(Math.min(0, ...numbers), Math.max(...numbers));
  const [low, high] = [marks[0], marks[marks.length - 1]];
  const [firstYear, lastYear] = [years[0], years[years.length - 1]];
  const x = (year: number) => LEFT + ((year - firstYear) / (lastYear - firstYear || 1)) * (WIDTH - LEFT - RIGHT);
  const y = (value: number) => HEIGHT - BOTTOM - ((value - low) / (high - low || 1)) * (HEIGHT - BOTTOM - TOP);
  const svg = draw('svg', { viewBox: `0 0 ${WIDTH} ${HEIGHT}`, role: 'img', 'aria-label': indicator.name });
  for (const mark of marks)
    svg.append(
      draw('line', { x1: LEFT, x2: WIDTH - RIGHT, y1: y(mark), y2: y(mark), class: 'grid' }),
      draw('text', { x: LEFT - 8, y: y(mark) + 4, 'text-anchor': 'end' }, readable(mark, '')),
    );
  const every = Math.ceil(years.length / 10);
  years.forEach((year, i) => {
    if (i % every === 0) svg.append(draw('text', { x: x(year), y: HEIGHT - 8, 'text-anchor': 'middle' }, String(year)));
  });
  [...byPlace(data, indicator)].forEach(([place, values], i) => {
    const colour = LINES[i % LINES.length];
    const points = lineOf(values)
      .map(([year, value]) => `${x(year)},${y(value)}`)
      .join(' ');
    svg.append(draw('polyline', { points, fill: 'none', stroke: colour, 'stroke-width': 2 }));
    for (const [, , year, value] of values)
      svg.append(
        draw(
          'circle',
          { cx: x(year), cy: y(value), r: 3.5, fill: colour },
          draw('title', {}, `${place} ${year}: ${readable(value, indicator.unit)}`),
        ),
      );
  });
  return svg;
}

function table(data: Data, store: Store, { values, unit }: ExplorerIndicator): HTMLElement {
  const rows = values.map(([, report, year, value, statement]) => {
    const shown = readable(value, unit);
    const open = () => store.set({ statement, start: undefined, end: undefined, tab: 'text' });
    const cell = statement < 0 ? shown : el('button', { type: 'button', class: 'node', onclick: open }, shown);
    return el(
      'tr',
      {},
      el('td', {}, String(year)),
      el('td', {}, data.raw.reports[report].place ?? data.raw.reports[report].title),
      el('td', { class: 'number' }, cell),
    );
  });
  const head = ['year', 'place', 'value'] as const;
  return el(
    'table',
    {},
    el('thead', {}, el('tr', {}, ...head.map((w) => el('th', { scope: 'col' }, say(w))))),
    el('tbody', {}, ...rows),
  );
}

/** The indicators: one chosen from all that have two values or more, as a chart and as a table that leads to the text. */
export function indicatorPanel(data: Data, store: Store, { indicator: chosen }: State): HTMLElement {
  const { indicators } = data.raw;
  if (!indicators.length) return el('p', {}, say('noIndicator'));
  const label = ({ name, unit, values }: ExplorerIndicator) => `${name}${unit && `(${unit})`} · ${values.length}`;
  const keyOf = ({ name, unit }: ExplorerIndicator) => `${name}(${unit})`;
  const shown = indicators.find((i) => keyOf(i) === chosen) ?? indicators[0];
  const select = el('select', { id: 'indicator', onchange: () => store.set({ indicator: select.value }) });
  for (const i of indicators) select.append(el('option', { value: keyOf(i), selected: i === shown }, label(i)));
  return el(
    'div',
    {},
    el('p', {}, el('label', { for: 'indicator' }, say('chooseIndicator')), select),
    el('figure', {}, chart(data, shown) as unknown as Node, el('figcaption', {}, label(shown))),
    table(data, store, shown),
  );
}
