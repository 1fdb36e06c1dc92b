import { MultiDirectedGraph } from 'graphology';
import Sigma from 'sigma';
import { COLOURS } from '../export/palette.js';
import type { Data } from './data.js';
import { el } from './dom.js';
import { say } from './language.js';
import type { State, Store } from './state.js';

/** Community colours: as many hues as there are, apart by the golden angle, so that neighbours in number differ. */
const communityColour = (n: number | undefined) => (n === undefined ? '#b0b8bf' : `hsl(${(n * 137.5) % 360} 55% 45%)`);
const FADED = '#dfe3e7';

/** sigma takes no hsl(): a canvas turns any colour of the page into #rrggbb. */
function hex(colour: string): string {
  const context = document.createElement('canvas').getContext('2d');
  if (!context) return colour;
  context.fillStyle = colour;
  return context.fillStyle;
}

/** The drawing of the graph, and the buttons over it. */
export class GraphView {
  readonly element = el('div', { class: 'graph' });
  private readonly canvas = el('div', { class: 'canvas', role: 'img' });
  private readonly buttons = el('div', { class: 'zoom' });
  private sigma?: Sigma;
  private readonly graph = new MultiDirectedGraph();
  private near = new Set<string>();

  constructor(
    private readonly data: Data,
    private readonly store: Store,
  ) {
    this.element.append(this.canvas, this.buttons);
  }

  /** Draws; the element must stand in the page. */
  start(): void {
    const { nodes, edges } = this.data.raw;
    nodes.forEach(({ x, y, size, name, kind, community, properties }, i) => {
      const label = kind === 'Count' ? String(properties.text ?? name) : name;
      const colours = { kind: COLOURS[kind], community: hex(communityColour(community)) };
      // Sizes in a picture suit a small graph; many nodes need smaller ones.
      this.graph.addNode(String(i), { x, y: -y, size: size / (nodes.length > 500 ? 3 : 1.8), label, colours });
    });
    edges.forEach((edge, i) => {
      this.graph.addDirectedEdgeWithKey(String(i), String(edge.from), String(edge.to), { size: 1 });
    });
    try {
      this.sigma = new Sigma(this.graph, this.canvas, {
        defaultEdgeType: 'arrow',
        defaultEdgeColor: '#c3cad1',
        labelFont: "'Noto Sans CJK SC','Microsoft YaHei','PingFang SC',sans-serif",
        labelSize: 13,
        labelRenderedSizeThreshold: nodes.length > 500 ? 5 : 3,
        zIndex: true,
        nodeReducer: (key, attributes) => this.nodeStyle(Number(key), attributes),
        edgeReducer: (key, attributes) => this.edgeStyle(Number(key), attributes),
      });
    } catch {
      this.canvas.replaceChildren(el('p', { class: 'notice' }, say('noWebgl')));
      return;
    }
    this.sigma.on('clickNode', ({ node }) => this.store.set({ node: nodes[Number(node)].id, tab: 'node' }));
    this.sigma.on('clickStage', () => this.store.set({ node: undefined }));
    this.sigma.on('enterNode', () => this.canvas.classList.add('over'));
    this.sigma.on('leaveNode', () => this.canvas.classList.remove('over'));
  }

  private nodeStyle(index: number, attributes: Record<string, unknown>) {
    const { state } = this.store;
    const colours = attributes.colours as Record<State['colour'], string>;
    const chosen = this.data.byId.get(state.node ?? '') === index;
    const style = { ...attributes, color: colours[state.colour], hidden: !this.data.nodeDrawn(index, state) };
    if (!this.near.size) return style;
    if (chosen) return { ...style, highlighted: true, zIndex: 2, forceLabel: true };
    if (this.near.has(String(index))) return { ...style, zIndex: 1, forceLabel: true };
    return { ...style, color: FADED, label: '', zIndex: 0 };
  }

  private edgeStyle(index: number, attributes: Record<string, unknown>) {
    const edge = this.data.raw.edges[index];
    const { state } = this.store;
    const style = { ...attributes, hidden: !this.data.edgeShown(edge, state) };
    if (!this.near.size) return style;
    const chosen = this.data.byId.get(state.node ?? '');
    return edge.from === chosen || edge.to === chosen
      ? { ...style, color: '#51606e', size: 2, zIndex: 1 }
      : { ...style, color: '#eef0f2' };
  }

  /** Brings the drawing up to the view; moves to the node that was just chosen. */
  show(state: State, before?: State): void {
    this.canvas.setAttribute('aria-label', say('graphHelp'));
    this.renderButtons();
    const index = this.data.byId.get(state.node ?? '');
    this.near = new Set();
    if (index !== undefined)
      for (const { from, to } of this.data.edgesOf[index]) for (const end of [from, to]) this.near.add(String(end));
    if (index !== undefined) this.near.add(String(index));
    this.sigma?.refresh({ skipIndexation: true });
    if (index !== undefined && state.node !== before?.node) this.moveTo(index);
  }

  private moveTo(index: number): void {
    const place = this.sigma?.getNodeDisplayData(String(index));
    if (!place || !this.sigma) return;
    const camera = this.sigma.getCamera();
    const still = matchMedia('(prefers-reduced-motion: reduce)').matches;
    const target = { x: place.x, y: place.y, ratio: Math.min(camera.ratio, 0.6) };
    if (still) camera.setState(target);
    else void camera.animate(target, { duration: 400 });
  }

  private renderButtons(): void {
    const camera = this.sigma?.getCamera();
    if (!camera) return;
    const button = (sign: string, label: string, press: () => void) =>
      el('button', { type: 'button', 'aria-label': label, title: label, onclick: press }, sign);
    this.buttons.replaceChildren(
      button('+', say('zoomIn'), () => void camera.animatedZoom()),
      button('−', say('zoomOut'), () => void camera.animatedUnzoom()),
      button('⤢', say('reset'), () => void camera.animatedReset()),
    );
  }
}
