import type { NodeKind } from '../schema/nodes.js';
import type { RelationshipType } from '../schema/relationships.js';

export interface ExplorerReport {
  title: string;
  /** The division that it reports on, else the body that issued it. */
  place?: string;
  from?: string;
  to?: string;
  /** The year that it reports on. */
  year?: number;
}

/** Numbers that name another thing of the data are indices into its list. */
export interface ExplorerNode {
  id: string;
  kind: NodeKind;
  name: string;
  aliases?: string[];
  /** Everything else that the graph knows of it. */
  properties: Record<string, string | number | boolean | string[]>;
  x: number;
  y: number;
  size: number;
  community?: number;
  /** Nothing drawn is joined to it: it can be searched, and is not in the drawing. */
  lone?: boolean;
}

export interface ExplorerEdge {
  type: RelationshipType;
  from: number;
  to: number;
  report: number;
  statement?: number;
  /** Offsets into the report's text. */
  start?: number;
  end?: number;
  confidence?: number;
}

export interface ExplorerStatement {
  report: number;
  start: number;
  end: number;
  text: string;
  /** Opens a section of this level. */
  level?: number;
}

/** Where a node is named: [node, statement, start, end]. */
export type ExplorerMention = readonly [node: number, statement: number, start: number, end: number];
/** [count's node or -1, report, year, value, statement or -1] */
export type ExplorerValue = readonly [node: number, report: number, year: number, value: number, statement: number];

export interface ExplorerIndicator {
  name: string;
  unit: string;
  values: ExplorerValue[];
}

export interface ExplorerCommunity {
  number: number;
  size: number;
  leading: string[];
}

/** What the explorer's page holds. */
export interface ExplorerData {
  reports: ExplorerReport[];
  nodes: ExplorerNode[];
  edges: ExplorerEdge[];
  statements: ExplorerStatement[];
  mentions: ExplorerMention[];
  indicators: ExplorerIndicator[];
  communities: ExplorerCommunity[];
  /** How many nodes of the drawn kinds the snapshot has, of which `nodes` are the best-connected. */
  total: number;
  /** Whether `statements` is the whole text of the reports. */
  wholeText: boolean;
}
