import { DRAWN_KINDS } from '../export/drawnKinds.js';
import { COLOURS } from '../export/palette.js';
import type { Data } from './data.js';
import { el } from './dom.js';
import { say, sayName } from './language.js';
import type { State, Store } from './state.js';

type Choice = readonly [value: string, label: string];

function chooser(id: string, label: string, choices: readonly Choice[], now: string, chosen: (value: string) => void) {
  const select = el('select', { id, onchange: () => chosen(select.value) });
  for (const [value, text] of choices) select.append(el('option', { value, selected: value === now }, text));
  return el('p', {}, el('label', { for: id }, label), select);
}

const numbered = (value: string) => (value === '' ? undefined : Number(value));

/** The filters: kinds, report, year, confidence, colours. */
export function filters(data: Data, store: Store): HTMLElement {
  const { state } = store;
  const kinds = DRAWN_KINDS.filter((kind) => data.raw.nodes.some((n) => n.kind === kind)).map((kind) => {
    const box = el('input', {
      type: 'checkbox',
      checked: !state.hidden.includes(kind),
      onchange: () =>
        store.set({
          hidden: box.checked ? store.state.hidden.filter((k) => k !== kind) : [...store.state.hidden, kind],
        }),
    });
    const dot = el('span', { class: 'dot', style: `background:${COLOURS[kind]}`, 'aria-hidden': 'true' });
    return el('label', { class: 'check' }, box, dot, sayName(kind));
  });
  const reports = data.raw.reports.map((r, i): Choice => [String(i), r.title]);
  const years = data.years.map((y): Choice => [String(y), String(y)]);
  const confidence = el('input', {
    id: 'confidence',
    type: 'range',
    min: '0',
    max: '1',
    step: '0.05',
    value: String(state.confidence),
    oninput: () => {
      shown.value = confidence.value;
      store.set({ confidence: Number(confidence.value) });
    },
  });
  const shown = el('output', { for: 'confidence' }, String(state.confidence));
  const colours: readonly Choice[] = [
    ['kind', say('byKind')],
    ['community', say('byCommunity')],
  ];
  return el(
    'details',
    { class: 'filters', open: matchMedia('(min-width: 50rem)').matches },
    el('summary', {}, say('filters')),
    el('fieldset', {}, el('legend', {}, say('kinds')), ...kinds),
    chooser('report', say('report'), [['', say('allReports')], ...reports], String(state.report ?? ''), (v) =>
      store.set({ report: numbered(v) }),
    ),
    chooser('year', say('year'), [['', say('allYears')], ...years], String(state.year ?? ''), (v) =>
      store.set({ year: numbered(v) }),
    ),
    el('p', {}, el('label', { for: 'confidence' }, say('confidence')), confidence, shown),
    chooser('colour', say('colour'), colours, state.colour, (v) => store.set({ colour: v as State['colour'] })),
  );
}
