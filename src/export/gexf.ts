import { type KnowledgeGraph, kindOf } from '../graph/build.js';
import { type Column, EDGE_COLUMNS, type FlatValue, flatEdge, flatNode, NODE_COLUMNS } from './flat.js';
import type { Position } from './layout.js';
import { COLOURS } from './palette.js';
import { nodeSize } from './size.js';
import { nodeSpan, reportSpans, type Span } from './timeline.js';
import { xmlId, xmlText } from './xml.js';

/** GEXF keeps start and end for its timeline: the offsets into the text have other names. */
const offsetName = (name: string) => (name === 'start' || name === 'end' ? `${name}Offset` : name);

const declared = (owner: 'node' | 'edge', columns: readonly Column[]): string =>
  [
    `<attributes class="${owner}" mode="static">`,
    ...columns.map(
      ({ name, type }) => `<attribute id="${offsetName(name)}" title="${offsetName(name)}" type="${type}"/>`,
    ),
    '</attributes>\n',
  ].join('\n');

function values(columns: readonly Column[], cells: Record<string, FlatValue>): string {
  const given = columns.filter(({ name }) => cells[name] !== undefined);
  const one = ({ name }: Column) => `<attvalue for="${offsetName(name)}" value="${xmlText(String(cells[name]))}"/>`;
  return `<attvalues>${given.map(one).join('')}</attvalues>`;
}

const during = (span: Span | undefined) => (span ? ` start="${span.start}" end="${span.end}"` : '');

function rgb(colour: string): string {
  const [r, g, b] = [1, 3, 5].map((i) => Number.parseInt(colour.slice(i, i + 2), 16));
  return `<viz:color r="${r}" g="${g}" b="${b}"/>`;
}

/**
 * A graph as GEXF 1.2 (gexf.net; networkx reads no newer one), which Gephi and Gephi Lite open: colours by kind, sizes by degree,
 * positions, every property, and the reports' periods as a timeline. In pieces, so that it is never whole in memory.
 * @param positions where each node stands; the y axis points down.
 */
export function* gexf(graph: KnowledgeGraph, positions: (id: string) => Position): Generator<string> {
  const spans = reportSpans(graph);
  yield '<?xml version="1.0" encoding="UTF-8"?>\n';
  yield '<gexf xmlns="http://www.gexf.net/1.2draft" xmlns:viz="http://www.gexf.net/1.2draft/viz" version="1.2">\n';
  yield '<meta><creator>gongwen-graph</creator></meta>\n';
  yield '<graph defaultedgetype="directed" mode="dynamic" timeformat="date">\n';
  yield declared('node', NODE_COLUMNS);
  yield declared('edge', EDGE_COLUMNS);
  yield '<nodes>\n';
  for (const { node: id, attributes } of graph.nodeEntries()) {
    const { x, y } = positions(id);
    yield [
      `<node id="${xmlId(id)}" label="${xmlText(attributes.name)}"${during(nodeSpan(graph, id, spans))}>`,
      values(NODE_COLUMNS, flatNode(attributes)),
      rgb(COLOURS[kindOf(attributes)]),
      `<viz:size value="${nodeSize(graph, id)}"/><viz:position x="${x}" y="${-y}" z="0"/></node>\n`,
    ].join('');
  }
  yield '</nodes>\n<edges>\n';
  for (const { edge: key, attributes, source, target } of graph.edgeEntries()) {
    const { type, report } = attributes;
    yield `<edge id="${xmlId(key)}" source="${xmlId(source)}" target="${xmlId(target)}" label="${type}"${during(spans.get(report))}>${values(EDGE_COLUMNS, flatEdge(attributes))}</edge>\n`;
  }
  yield '</edges>\n</graph>\n</gexf>\n';
}
