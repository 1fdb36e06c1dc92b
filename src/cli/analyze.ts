import { graphFacts, graphLines, manifestJson, readManifest, readSnapshot } from '../export/snapshot.js';
import { type Analysis, analyse, BETWEENNESS_LIMIT, type ProjectionAnalysis, writeBack } from '../graph/analyse.js';
import { pathBetween } from '../graph/path.js';
import type { ProjectionName } from '../graph/projectionNames.js';
import { InputError } from '../lexicon/errors.js';
import { writeFolder } from './output.js';
import { asTable } from './table.js';

export interface AnalyzeOptions {
  projection: ProjectionName;
  most: number;
  json?: boolean;
  path?: string[];
}

function standings({ standings: all }: ProjectionAnalysis, most: number): string {
  const rows = all.slice(0, most).map(({ name, kind, degree, betweenness, pageRank, community }) => ({
    name,
    kind,
    degree,
    betweenness: betweenness?.toFixed(4) ?? '',
    'PageRank %': (pageRank * 100).toFixed(2),
    community,
  }));
  return asTable({ columns: ['name', 'kind', 'degree', 'betweenness', 'PageRank %', 'community'], rows });
}

/** The table that `analyze` prints for one projection. */
export function analysisText({ projections, bridges }: Analysis, name: ProjectionName, most: number): string {
  const found = projections[name];
  const { nodes, ties, components, largest, modularity, communities } = found;
  const several = communities.filter((c) => c.size > 1).slice(0, most);
  return [
    `Projection ${name}: ${nodes} nodes, ${ties} ties, ${components} parts (the largest has ${largest}), ${communities.length} communities (modularity ${modularity.toFixed(3)})`,
    ...(nodes > BETWEENNESS_LIMIT ? [`Betweenness is left out: more than ${BETWEENNESS_LIMIT} nodes.`] : []),
    '',
    standings(found, most),
    'Communities, with what leads each',
    ...several.map(({ number, size, leading }) => `  ${number}  ${size} nodes: ${leading.join('、')}`),
    '',
    'What joins agencies of different communities',
    ...bridges
      .slice(0, most)
      .map(({ name, kind, agencies, communities: n }) => `  ${kind} ${name}: ${n} communities, ${agencies.join('、')}`),
    ...(bridges.length ? [] : ['  nothing']),
    '',
  ].join('\n');
}

function pathText(folder: string, names: readonly string[]): string {
  if (names.length !== 2) throw new InputError('--path takes two names: --path 佛冈县人民法院 粤执法', 2);
  const steps = pathBetween(readSnapshot(folder), names[0], names[1]);
  if (!steps) return `No chain of facts joins ${names.join(' and ')}.\n`;
  return `${steps.map(({ from, type, to }) => `${from} —${type}→ ${to}`).join('\n')}\n`;
}

/**
 * gongwen analyze: degree, betweenness, PageRank, communities and bridges. They are written onto the nodes of the
 * snapshot and, whole, into analysis.json beside it.
 */
export async function analyze(folder: string, { projection, most, json, path }: AnalyzeOptions): Promise<void> {
  if (path) {
    process.stdout.write(pathText(folder, path));
    return;
  }
  const graph = readSnapshot(folder);
  const analysis = analyse(graph);
  writeBack(graph, analysis);
  const text = `${JSON.stringify(analysis, null, 1)}\n`;
  const { reports, failures } = readManifest(folder);
  await writeFolder(folder, {
    'graph.json': graphLines(graph),
    'manifest.json': manifestJson(graphFacts(graph), reports, failures),
    'analysis.json': text,
  });
  process.stdout.write(json ? text : analysisText(analysis, projection, most));
}
