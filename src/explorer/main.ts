import './style.css';
import { indicatorPanel } from './charts.js';
import { communityPanel } from './communities.js';
import { pageData } from './data.js';
import { el } from './dom.js';
import { filters } from './filters.js';
import { GraphView } from './graphView.js';
import { type Language, say, speak } from './language.js';
import { watchSnapshot } from './live.js';
import { nodePanel } from './panel.js';
import { reader } from './reader.js';
import { SearchBox } from './search.js';
import { readHash, type State, Store, type Tab, writeHash } from './state.js';

const own: Language = navigator.language.startsWith('zh') ? 'zh' : 'en';
const data = pageData();
const store = new Store(readHash(location.hash, own));
speak(store.state.language);

const view = new GraphView(data, store);
const search = new SearchBox(data, store);
const languageButton = el('button', {
  type: 'button',
  class: 'language',
  onclick: () => store.set({ language: store.state.language === 'zh' ? 'en' : 'zh' }),
});
const title = el('h1', {}, document.title);
const header = el('header', {}, title, search.element, languageButton);
const side = el('aside', {});
const tabs = el('div', { role: 'tablist', class: 'tabs', onkeydown: (event) => turn(event as KeyboardEvent) });
const panel = el('div', { class: 'panel', role: 'tabpanel', id: 'panel', tabindex: '0' });
const filterPlace = el('div', {});
side.append(tabs, panel);
document.body.append(header, el('main', {}, el('div', { class: 'left' }, filterPlace, view.element), side));

const PANELS: Record<Tab, (state: State) => HTMLElement> = {
  node: (state) => nodePanel(data, store, state),
  text: (state) => reader(data, state),
  indicators: (state) => indicatorPanel(data, store, state),
  communities: (state) => communityPanel(data, store, state),
};
const TABS = Object.keys(PANELS) as Tab[];

/** The arrow keys go from one tab to the next. */
function turn(event: KeyboardEvent): void {
  const step = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
  if (!step) return;
  const next = TABS[(TABS.indexOf(store.state.tab) + step + TABS.length) % TABS.length];
  store.set({ tab: next });
  document.getElementById(`tab-${next}`)?.focus();
}

function renderTabs({ tab }: State): void {
  const focused = tabs.contains(document.activeElement);
  tabs.replaceChildren(
    ...TABS.map((name) =>
      el(
        'button',
        {
          type: 'button',
          role: 'tab',
          id: `tab-${name}`,
          'aria-selected': String(name === tab),
          'aria-controls': 'panel',
          tabindex: name === tab ? '0' : '-1',
          onclick: () => store.set({ tab: name }),
        },
        say(name),
      ),
    ),
  );
  panel.setAttribute('aria-labelledby', `tab-${tab}`);
  if (focused) document.getElementById(`tab-${tab}`)?.focus();
}

function renderPanel(state: State): void {
  panel.replaceChildren(PANELS[state.tab](state));
  panel.scrollTop = 0;
  if (state.tab === 'text') document.getElementById('chosen')?.scrollIntoView({ block: 'center' });
}

function renderWords(state: State): void {
  speak(state.language);
  search.label();
  languageButton.textContent = say('other');
  filterPlace.replaceChildren(filters(data, store));
}

/** What shows in the panel depends on these; a new confidence or year may leave fewer facts. */
const PANEL_STATE = [
  'tab',
  'node',
  'statement',
  'start',
  'indicator',
  'language',
  'community',
  'report',
  'year',
  'confidence',
] as const;

function render(state: State, before?: State): void {
  if (state.language !== before?.language) renderWords(state);
  if (state.tab !== before?.tab || state.language !== before?.language) renderTabs(state);
  if (!before || PANEL_STATE.some((key) => state[key] !== before[key])) renderPanel(state);
  view.show(state, before);
}

let written = location.hash.replace(/^#/, '');
store.onChange((state, before, restored) => {
  render(state, before);
  if (restored) return;
  written = writeHash(state, own);
  const changedPlace = state.node !== before.node || state.statement !== before.statement;
  // Going to another node or sentence can be gone back from; a moved slider cannot.
  history[changedPlace ? 'pushState' : 'replaceState'](null, '', `#${written}`);
});
addEventListener('popstate', () => {
  const hash = location.hash.replace(/^#/, '');
  if (hash === written) return;
  store.restore(readHash(hash, own));
});

document.addEventListener('keydown', (event) => {
  if (event.key === 'Escape') store.set({ node: undefined, tab: 'node' });
});

view.start();
render(store.state);
watchSnapshot();
