import { COLOURS } from '../export/palette.js';
import type { Data } from './data.js';
import { el } from './dom.js';
import { say, sayName } from './language.js';
import type { Store } from './state.js';

const MOST = 12;

/** The search box: type, choose with the arrow keys, Enter opens. A combobox as WAI-ARIA describes it. */
export class SearchBox {
  private readonly input: HTMLInputElement;
  private readonly list: HTMLUListElement;
  readonly element: HTMLElement;
  private found: number[] = [];
  private active = -1;

  constructor(
    private readonly data: Data,
    private readonly store: Store,
  ) {
    this.input = el('input', {
      type: 'search',
      role: 'combobox',
      'aria-autocomplete': 'list',
      'aria-expanded': 'false',
      'aria-controls': 'results',
      autocomplete: 'off',
      oninput: () => this.open(),
      onfocus: () => this.open(),
      onblur: () => this.close(),
      onkeydown: (event) => this.key(event as KeyboardEvent),
    });
    this.list = el('ul', { id: 'results', role: 'listbox', hidden: true });
    this.element = el('div', { class: 'search', role: 'search' }, this.input, this.list);
    document.addEventListener('keydown', (event) => {
      if (event.key !== '/' || event.target instanceof HTMLInputElement) return;
      event.preventDefault();
      this.input.focus();
    });
  }

  /** Words in the chosen language. */
  label(): void {
    this.input.placeholder = say('search');
    this.input.setAttribute('aria-label', say('searchLabel'));
    this.list.setAttribute('aria-label', say('results'));
  }

  private open(): void {
    this.found = this.data.search(this.input.value, MOST);
    this.active = this.input.value.trim() && this.found.length ? 0 : -1;
    this.render();
    this.list.hidden = false;
    this.input.setAttribute('aria-expanded', 'true');
  }

  private close(): void {
    this.list.hidden = true;
    this.input.setAttribute('aria-expanded', 'false');
    this.input.removeAttribute('aria-activedescendant');
  }

  private choose(index: number): void {
    this.input.value = '';
    this.close();
    this.store.set({ node: this.data.raw.nodes[index].id, tab: 'node' });
  }

  private key(event: KeyboardEvent): void {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step && this.found.length) {
      event.preventDefault();
      this.active = (this.active + step + this.found.length) % this.found.length;
      this.render();
    } else if (event.key === 'Enter' && this.active >= 0) this.choose(this.found[this.active]);
    else if (event.key === 'Escape') {
      event.stopPropagation();
      this.close();
    }
  }

  private render(): void {
    const option = (index: number, i: number) => {
      const { kind, name } = this.data.raw.nodes[index];
      return el(
        'li',
        {
          id: `result-${i}`,
          role: 'option',
          'aria-selected': String(i === this.active),
          // Before the box loses focus and closes the list.
          onmousedown: (event) => {
            event.preventDefault();
            this.choose(index);
          },
        },
        el('span', { class: 'dot', style: `background:${COLOURS[kind]}`, 'aria-hidden': 'true' }),
        name,
        el('span', { class: 'kind' }, sayName(kind)),
      );
    };
    const none = el('li', { role: 'option', 'aria-disabled': 'true', 'aria-selected': 'false' }, say('noResult'));
    this.list.replaceChildren(...(this.found.length ? this.found.map(option) : [none]));
    if (this.active >= 0) this.input.setAttribute('aria-activedescendant', `result-${this.active}`);
    else this.input.removeAttribute('aria-activedescendant');
    this.list.children[this.active]?.scrollIntoView({ block: 'nearest' });
  }
}
