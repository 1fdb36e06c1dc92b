import { appendFileSync, createReadStream, existsSync, mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import type { EdgeAttributes, NodeAttributes } from '../graph/build.js';
import { kindOf } from '../graph/build.js';
import { InputError } from '../lexicon/errors.js';
import { validateNode, validateRelationship } from '../schema/validate.js';
import {
  type Contribution,
  ContributionBuilders,
  contributions,
  isOwned,
  kindOfId,
  type NodeRow,
  nodeRow,
} from '../store/contribution.js';
import type { Row } from '../store/store.js';
import { readSnapshot } from './snapshot.js';

/** A graph.json up to this size is read at once; a larger one is sorted by reports on disk first. In bytes. */
const AT_ONCE = 8 * 2 ** 20;
/** How much of a large one is in memory at a time, about. In bytes. */
const PART = 2 * 2 ** 20;
/** How much of a part is gathered before it is written out. In bytes. */
const BUFFER = 2 ** 17;

/** A node as a line of graph.json. */
export interface NodeLine {
  key: string;
  attributes: NodeAttributes;
}
/** An edge as a line of graph.json. */
export interface EdgeLine {
  key: string;
  source: string;
  target: string;
  attributes: EdgeAttributes;
}

const damaged = (file: string, why: string) =>
  new InputError(`${file}: not a snapshot of a graph (${why}). Build it again.`);

/** The lines of graph.json that hold a node or an edge, without the comma behind them. */
async function* linesOf(file: string): AsyncGenerator<{ edge: boolean; line: string }> {
  let part: 'head' | 'nodes' | 'edges' | 'end' = 'head';
  for await (const raw of createInterface({
    input: createReadStream(file, 'utf8'),
    crlfDelay: Number.POSITIVE_INFINITY,
  })) {
    if (part === 'head') part = raw.endsWith('"nodes":[') ? 'nodes' : 'head';
    else if (raw === '],"edges":[') part = 'edges';
    else if (raw === ']}') part = 'end';
    else if (raw) yield { edge: part === 'edges', line: raw.endsWith(',') ? raw.slice(0, -1) : raw };
  }
  if (part !== 'end') throw damaged(file, 'it is cut off, or was not written by gongwen build');
}

function parsed<T>(file: string, line: string): T {
  try {
    return JSON.parse(line) as T;
  } catch (error) {
    throw damaged(file, (error as Error).message);
  }
}

const reportOf = ({ key, attributes }: NodeLine) => (key.startsWith('report:') ? key : String(attributes.report));

function node({ key, attributes }: NodeLine): NodeRow {
  const { labels, ...properties } = attributes;
  validateNode({ kind: kindOf({ labels }), labels, properties: { id: key, ...properties } });
  return nodeRow(key, attributes);
}

/** Lines by the part of the disk that their report falls into. */
class Spool {
  private readonly folder = mkdtempSync(join(tmpdir(), 'gongwen-load-'));
  // Copies: a line as it was cut from the file would hold on to all that was read with it.
  private readonly waiting: Buffer[][] = [];
  private readonly sizes: number[] = [];

  constructor(readonly parts: number) {}

  private file(part: number): string {
    return join(this.folder, String(part));
  }

  add(report: string, line: string): void {
    let hash = 0;
    for (let i = 0; i < report.length; i++) hash = (Math.imul(hash, 31) + report.charCodeAt(i)) | 0;
    const part = (hash >>> 0) % this.parts;
    const bytes = Buffer.from(`${line}\n`);
    this.waiting[part] ??= [];
    this.waiting[part].push(bytes);
    this.sizes[part] = (this.sizes[part] ?? 0) + bytes.length;
    if (this.sizes[part] > BUFFER) this.flush(part);
  }

  private flush(part: number): void {
    appendFileSync(this.file(part), Buffer.concat(this.waiting[part] ?? []));
    this.waiting[part] = [];
    this.sizes[part] = 0;
  }

  /** The lines of a part, in the order in which they came. */
  read(part: number): string[] {
    this.flush(part);
    return readFileSync(this.file(part), 'utf8').split('\n').filter(Boolean);
  }

  remove(): void {
    rmSync(this.folder, { recursive: true, force: true });
  }
}

function buildPart(file: string, lines: readonly string[], shared: (id: string) => NodeRow): Contribution[] {
  const builders = new ContributionBuilders();
  for (const line of lines) {
    const item = parsed<NodeLine | EdgeLine>(file, line);
    if (!('target' in item)) {
      const row = node(item);
      builders.of(reportOf(item)).addNode(row);
      continue;
    }
    const { source: from, target: to, attributes } = item;
    const { type, ...properties } = attributes;
    validateRelationship({ type, from, to, properties }, kindOfId);
    builders.of(properties.report).addRelationship({ type, from, to, properties: properties as Row }, shared);
  }
  return [...builders.build()];
}

/** A large snapshot: its lines go to disk by their report, then each part is read by itself. */
async function* inParts(file: string, size: number): AsyncGenerator<Contribution> {
  const spool = new Spool(Math.ceil(size / PART));
  try {
    const sharedLines = new Map<string, Buffer>();
    const shared = (id: string) => {
      const line = sharedLines.get(id);
      if (!line) throw damaged(file, `a relationship leads to ${id}, which is not in it`);
      return node(parsed<NodeLine>(file, line.toString()));
    };
    for await (const { edge, line } of linesOf(file)) {
      const item = parsed<NodeLine>(file, line);
      if (edge) spool.add(String(item.attributes.report), line);
      else if (isOwned(item.key)) spool.add(reportOf(item), line);
      else sharedLines.set(item.key, Buffer.from(line));
    }
    for (let part = 0; part < spool.parts; part++) yield* buildPart(file, spool.read(part), shared);
  } finally {
    spool.remove();
  }
}

/**
 * What the reports of a snapshot contribute, one after the other, without the whole graph in memory where it is large.
 * @param folder what `build --out` wrote. @param atOnce a graph.json up to this size is read at once, in bytes.
 * @throws InputError where there is none or it is damaged, SchemaError where its content breaks the schema.
 */
export async function* snapshotContributions(folder: string, atOnce = AT_ONCE): AsyncGenerator<Contribution> {
  const file = join(folder, 'graph.json');
  const size = existsSync(file) ? statSync(file).size : 0;
  if (size > atOnce) yield* inParts(file, size);
  else yield* contributions(readSnapshot(folder));
}
