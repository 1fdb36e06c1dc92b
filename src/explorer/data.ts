import type { ExplorerData, ExplorerEdge, ExplorerMention, ExplorerNode } from '../export/explorerFormat.js';
import type { State } from './state.js';

/** The page's data with what is looked up in it. */
export class Data {
  readonly byId: Map<string, number>;
  readonly edgesOf: ExplorerEdge[][];
  readonly mentionsOf: ExplorerMention[][];
  /** Nodes by the number of their edges, the best-connected first. */
  readonly ranked: number[];
  readonly years: number[];
  private readonly reportsOf: Set<number>[];

  constructor(readonly raw: ExplorerData) {
    const { nodes, edges, mentions, statements, reports } = raw;
    this.byId = new Map(nodes.map((n, i) => [n.id, i]));
    this.edgesOf = nodes.map(() => []);
    this.mentionsOf = nodes.map(() => []);
    this.reportsOf = nodes.map(() => new Set());
    for (const edge of edges) {
      for (const end of new Set([edge.from, edge.to])) {
        this.edgesOf[end].push(edge);
        this.reportsOf[end].add(edge.report);
      }
    }
    for (const mention of mentions) {
      this.mentionsOf[mention[0]].push(mention);
      this.reportsOf[mention[0]].add(statements[mention[1]].report);
    }
    this.ranked = nodes.map((_, i) => i).sort((a, b) => this.edgesOf[b].length - this.edgesOf[a].length || a - b);
    this.years = [...new Set(reports.flatMap((r) => r.year ?? []))].sort((a, b) => a - b);
  }

  node(id: string | undefined): { node: ExplorerNode; index: number } | undefined {
    const index = id === undefined ? undefined : this.byId.get(id);
    return index === undefined ? undefined : { node: this.raw.nodes[index], index };
  }

  /** Whether the reports that a filter leaves say something of a node. */
  nodeShown(index: number, { hidden, report, year, community, confidence }: State): boolean {
    const node = this.raw.nodes[index];
    if (hidden.includes(node.kind)) return false;
    if (community !== undefined && node.community !== community) return false;
    if (report === undefined && year === undefined && confidence === 0) return true;
    if (confidence > 0 && !this.edgesOf[index].some((e) => this.edgeSure(e, confidence))) return false;
    return [...this.reportsOf[index]].some((r) => this.reportShown(r, report, year));
  }

  /** Whether a node is in the drawing: one that nothing is joined to only while it is chosen. */
  nodeDrawn(index: number, state: State): boolean {
    const { lone, id } = this.raw.nodes[index];
    return (!lone || id === state.node) && this.nodeShown(index, state);
  }

  edgeShown(edge: ExplorerEdge, { report, year, confidence }: State): boolean {
    return this.edgeSure(edge, confidence) && this.reportShown(edge.report, report, year);
  }

  private edgeSure({ confidence = 1 }: ExplorerEdge, least: number): boolean {
    return confidence >= least;
  }

  private reportShown(index: number, report: number | undefined, year: number | undefined): boolean {
    if (report !== undefined && index !== report) return false;
    return year === undefined || this.raw.reports[index].year === year;
  }

  /** The nodes whose name, alias or words hold a text, exact names first, then the best-connected. */
  search(text: string, most: number): number[] {
    const wanted = text.trim().toLowerCase();
    if (!wanted) return this.ranked.slice(0, most);
    const found: { index: number; rank: number }[] = [];
    this.ranked.forEach((index, order) => {
      const { name, aliases = [] } = this.raw.nodes[index];
      const names = [name, ...aliases].map((n) => n.toLowerCase());
      if (!names.some((n) => n.includes(wanted))) return;
      const closeness = names.includes(wanted) ? 0 : names.some((n) => n.startsWith(wanted)) ? 1 : 2;
      found.push({ index, rank: closeness * 1e9 + order });
    });
    return found
      .sort((a, b) => a.rank - b.rank)
      .slice(0, most)
      .map((f) => f.index);
  }
}

/** The data that the page was made with. */
export function pageData(): Data {
  const script = document.getElementById('data');
  return new Data(JSON.parse(script?.textContent ?? '') as ExplorerData);
}
