import type { NodeKind } from '../schema/nodes.js';
import type { Language } from './language.js';

export type Tab = 'node' | 'text' | 'indicators' | 'communities';

/** What the page shows: all of it stands in the address, so that a link brings back the same view. */
export interface State {
  /** The chosen node's id. */
  node?: string;
  /** The statement that the text shows, and the characters marked in it. */
  statement?: number;
  start?: number;
  end?: number;
  tab: Tab;
  /** Kinds that are hidden. */
  hidden: NodeKind[];
  report?: number;
  year?: number;
  /** 0 to 1. */
  confidence: number;
  colour: 'kind' | 'community';
  community?: number;
  indicator?: string;
  language: Language;
}

const TABS: readonly Tab[] = ['node', 'text', 'indicators', 'communities'];
const number = (text: string | null) => (text !== null && /^\d+(\.\d+)?$/.test(text) ? Number(text) : undefined);

/** Reads a view from an address's hash; what does not read is left at its default. */
export function readHash(hash: string, language: Language): State {
  const given = new URLSearchParams(hash.replace(/^#/, ''));
  const tab = TABS.find((t) => t === given.get('tab')) ?? 'node';
  const spoken = given.get('lang');
  return {
    tab,
    node: given.get('node') ?? undefined,
    statement: number(given.get('statement')),
    start: number(given.get('start')),
    end: number(given.get('end')),
    hidden: (given.get('hide')?.split(',').filter(Boolean) ?? []) as NodeKind[],
    report: number(given.get('report')),
    year: number(given.get('year')),
    confidence: Math.min(1, number(given.get('confidence')) ?? 0),
    colour: given.get('colour') === 'community' ? 'community' : 'kind',
    community: number(given.get('community')),
    indicator: given.get('indicator') ?? undefined,
    language: spoken === 'en' || spoken === 'zh' ? spoken : language,
  };
}

/** A view as an address's hash; defaults are left out. */
export function writeHash(state: State, language: Language): string {
  const given = new URLSearchParams();
  const put = (name: string, value: string | number | undefined) => {
    if (value !== undefined && value !== '') given.set(name, String(value));
  };
  put('node', state.node);
  if (state.tab !== 'node') put('tab', state.tab);
  put('statement', state.statement);
  put('start', state.start);
  put('end', state.end);
  put('hide', state.hidden.join(','));
  put('report', state.report);
  put('year', state.year);
  if (state.confidence) put('confidence', state.confidence);
  if (state.colour !== 'kind') put('colour', state.colour);
  put('community', state.community);
  put('indicator', state.indicator);
  if (state.language !== language) put('lang', state.language);
  return given.toString();
}

/** @param restored whether the view came from the address and need not be written there. */
type Listener = (state: State, before: State, restored: boolean) => void;

/** The view, and those who want to know when it changes. */
export class Store {
  private readonly listeners: Listener[] = [];

  constructor(private current: State) {}

  get state(): State {
    return this.current;
  }

  set(change: Partial<State>): void {
    this.become({ ...this.current, ...change }, false);
  }

  /** Takes a view from the address: a link was followed, or the back button pressed. */
  restore(state: State): void {
    this.become(state, true);
  }

  private become(state: State, restored: boolean): void {
    const before = this.current;
    this.current = state;
    for (const listener of this.listeners) listener(state, before, restored);
  }

  onChange(listener: Listener): void {
    this.listeners.push(listener);
  }
}
