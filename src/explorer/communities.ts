import type { Data } from './data.js';
import { el } from './dom.js';
import { say } from './language.js';
import type { State, Store } from './state.js';

/** The communities, the largest first: pressing one leaves only it in the drawing, pressing it again all. */
export function communityPanel(data: Data, store: Store, state: State): HTMLElement {
  const { communities } = data.raw;
  if (!communities.length) return el('p', {}, say('noCommunity'));
  const item = ({ number, size, leading }: (typeof communities)[number]) => {
    const chosen = state.community === number;
    const press = () => store.set({ community: chosen ? undefined : number, colour: 'community', node: undefined });
    return el(
      'li',
      {},
      el(
        'button',
        { type: 'button', class: 'community', 'aria-pressed': String(chosen), onclick: press },
        el('strong', {}, leading[0]),
        el('span', {}, `${leading.slice(1).join('、')} · ${say('members', { n: size })}`),
      ),
    );
  };
  return el('ul', { class: 'communities' }, ...communities.map(item));
}
