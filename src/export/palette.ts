import type { NodeKind } from '../schema/nodes.js';

/** One colour a kind, told apart by people who do not see red and green alike (after Okabe and Ito, 2008). */
export const COLOURS: Readonly<Record<NodeKind, string>> = {
  Report: '#333333',
  Section: '#999999',
  Statement: '#bbbbbb',
  Agency: '#0072b2',
  Place: '#009e73',
  Program: '#d55e00',
  Document: '#e69f00',
  Meeting: '#cc79a7',
  Honor: '#b8a200',
  Count: '#56b4e9',
  Indicator: '#7a6fb0',
};
