import { bidirectional } from 'graphology-shortest-path/unweighted.js';
import { InputError } from '../lexicon/errors.js';
import type { KnowledgeGraph } from './build.js';
import { nodesNamed } from './neighbourhood.js';
import { isTie, project } from './projections.js';

/** A step of a path: the relation between two things, in the direction in which it is stated. */
export interface PathStep {
  from: string;
  type: string;
  to: string;
}

/**
 * A shortest chain of facts from one thing to another, by their names.
 * @returns undefined where none joins them. @throws InputError where a name is unknown.
 */
export function pathBetween(graph: KnowledgeGraph, from: string, to: string): PathStep[] | undefined {
  const projection = project(graph, 'facts');
  const find = (name: string) => {
    const ids = nodesNamed(graph, name);
    if (!ids.length) throw new InputError(`no node is named "${name}". Names are as in name or aliases.`, 2);
    return ids.find((id) => projection.hasNode(id));
  };
  const [a, b] = [find(from), find(to)];
  const path = a && b ? bidirectional(projection, a, b) : null;
  return path?.slice(1).map((id, i) => {
    const before = path[i];
    const edge = graph.findEdge(before, id, (_key, { type }) => isTie(type));
    const name = (node: string) => graph.getNodeAttribute(node, 'name');
    return {
      from: name(graph.source(edge)),
      type: graph.getEdgeAttribute(edge, 'type'),
      to: name(graph.target(edge)),
    };
  });
}
