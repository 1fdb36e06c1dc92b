import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { readSnapshot } from '../export/snapshot.js';
import { buildGraph, type KnowledgeGraph } from '../graph/build.js';
import { reportFiles } from '../read/files.js';
import { ReportReader } from './reports.js';

/** The graph of a snapshot's folder, or of reports that are read now. @throws InputError for what is neither. */
export async function graphOf(path: string): Promise<KnowledgeGraph> {
  if (existsSync(join(path, 'graph.json'))) return readSnapshot(path);
  return buildGraph(await new ReportReader({}).readAll(reportFiles([path])));
}
