import { watch as watchFolder } from 'chokidar';
import type { ReadOptions } from '../corpus/task.js';
import { buildGraph } from '../graph/build.js';
import { InputError } from '../lexicon/errors.js';
import { reportFiles } from '../read/files.js';
import { contributions } from '../store/contribution.js';
import { loadContributions, unload } from '../store/load.js';
import type { GraphStore } from '../store/store.js';
import { openTarget } from './load.js';
import { ReportReader } from './reports.js';

/** A file is read when it has not grown for this long, in milliseconds. */
const QUIET = 500;

/** Keeps a store like a folder: what comes and changes is loaded, what goes is unloaded. */
class FolderKeeper {
  /** The reports that each file holds. */
  private readonly held = new Map<string, string[]>();
  private tail = Promise.resolve();

  constructor(
    private readonly store: GraphStore,
    private readonly reader: ReportReader,
  ) {}

  /** Does one thing after the other, in the order in which they happened. */
  next(step: () => Promise<void>): Promise<void> {
    this.tail = this.tail.then(step).catch((error) => {
      if (!(error instanceof InputError)) throw error;
      process.stderr.write(`gongwen: ${error.message}\n`);
    });
    return this.tail;
  }

  async load(file: string): Promise<void> {
    const reports = await this.reader.read(file);
    const ids = reports.map((r) => r.report.id);
    const gone = (this.held.get(file) ?? []).filter((id) => !ids.includes(id));
    const { nodes, relationships, unchanged } = await loadContributions(this.store, contributions(buildGraph(reports)));
    this.held.set(file, ids);
    await this.drop(gone);
    if (unchanged < ids.length)
      process.stdout.write(`loaded ${file}: ${nodes} nodes, ${relationships} relationships\n`);
  }

  async remove(file: string): Promise<void> {
    const ids = this.held.get(file) ?? [];
    this.held.delete(file);
    await this.drop(ids);
    if (ids.length) process.stdout.write(`unloaded ${file}\n`);
  }

  /** Unloads what the store has from files of the folder that are gone: they went while nobody watched. */
  async dropMissing(folder: string, files: ReadonlySet<string>): Promise<void> {
    const { rows } = await this.store.run(
      'MATCH (r:Report) WHERE r.source IS NOT NULL RETURN r.id AS id, r.source AS source',
    );
    for (const { id, source } of rows) {
      const from = String(source);
      // A part of a file is named behind it: reports.zip/2023.docx, corpus.jsonl#12.
      const isThere = files.has(from) || [...files].some((f) => from.startsWith(`${f}/`) || from.startsWith(`${f}#`));
      if (!from.startsWith(`${folder.replace(/\/+$/, '')}/`) || isThere) continue;
      await unload(this.store, String(id));
      process.stdout.write(`unloaded ${from}\n`);
    }
  }

  /** Unloads reports that no other file holds. */
  private async drop(ids: readonly string[]): Promise<void> {
    const others = new Set([...this.held.values()].flat());
    for (const id of ids) if (!others.has(id)) await unload(this.store, id);
  }
}

/** gongwen watch: loads a folder's reports, and keeps the store like the folder until it is told to stop. */
export async function watch(folder: string, { to, ...options }: ReadOptions & { to: string }): Promise<void> {
  const files = new Set(reportFiles([folder]));
  const reader = new ReportReader(options);
  const store = await openTarget(to);
  const keeper = new FolderKeeper(store, reader);
  // A link may lead out of the folder; files that a build would not read are not read here either.
  const watcher = watchFolder(folder, {
    ignoreInitial: true,
    followSymlinks: false,
    ignored: (path) => path !== folder && /(?:^|[/\\])\.[^/\\]*$/.test(path),
    awaitWriteFinish: { stabilityThreshold: QUIET, pollInterval: 100 },
  });
  const isReport = (file: string) => reportFiles([folder]).includes(file);
  const come = (file: string) => keeper.next(async () => (isReport(file) ? keeper.load(file) : undefined));
  watcher
    .on('add', come)
    .on('change', come)
    .on('unlink', (file) => keeper.next(() => keeper.remove(file)));
  await new Promise<void>((ready) => {
    watcher.on('ready', ready);
  });
  await keeper.next(() => keeper.dropMissing(folder, files));
  for (const file of files) await keeper.next(() => keeper.load(file));
  process.stdout.write(`Watching ${folder} (Ctrl+C ends)\n`);
  await new Promise<void>((done) => {
    for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => done());
  });
  await watcher.close();
  await keeper.next(async () => undefined);
  await store.close();
}
