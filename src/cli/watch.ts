import { watch as watchFolder } from 'chokidar';
import { type Candidate, type Choice, candidateOf, chooseReports } from '../corpus/choose.js';
import type { ReadOptions } from '../corpus/extractor.js';
import { joinParts, partOf } from '../graph/build.js';
import { withAlsoAt } from '../graph/parts.js';
import { InputError } from '../lexicon/errors.js';
import { reportFiles } from '../read/files.js';
import type { Extraction } from '../schema/extraction.js';
import { contributions } from '../store/contribution.js';
import { loadContributions, unload } from '../store/load.js';
import type { GraphStore } from '../store/store.js';
import { openTarget } from './load.js';
import { ReportReader } from './reports.js';

/** A file is read when it has not grown for this long, in milliseconds. */
const QUIET = 500;

/** A report that a file of the folder holds. */
interface Held extends Candidate {
  file: string;
}

/** What is loaded of a report: which text, and where else that was found. */
const stateOf = ({ report, alsoAt }: Choice<Held>) => JSON.stringify([report.source, alsoAt]);

/** Keeps a store like a folder: it holds what a build of the folder would. */
class FolderKeeper {
  /** The reports that each file holds. */
  private readonly held = new Map<string, Held[]>();
  /** The choices that are loaded, by the report's id. */
  private readonly loaded = new Map<string, Choice<Held>>();
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

  /** Reads a file that has come or changed, and loads what counts of it. */
  async come(file: string): Promise<void> {
    await this.settle(await this.read(file));
  }

  async remove(file: string): Promise<void> {
    this.held.delete(file);
    await this.settle([]);
  }

  /** Loads the folder's files as it is first seen, each as it is read; then what is in it twice is settled at once. */
  async start(files: Iterable<string>): Promise<void> {
    for (const file of files)
      await this.next(async () => {
        const read = await this.read(file);
        for (const [i, report] of (this.held.get(file) ?? []).entries())
          await this.load({ report, alsoAt: [], replaces: [] }, read[i]);
      });
    await this.next(() => this.settle([]));
  }

  private async read(file: string): Promise<Extraction[]> {
    const reports = await this.reader.read(file);
    this.held.set(
      file,
      reports.map((r) => ({ ...candidateOf(r, file), file })),
    );
    return reports;
  }

  /** Makes the store hold the reports that count. @param fresh those that were just read. */
  private async settle(fresh: readonly Extraction[]): Promise<void> {
    const choices = new Map(chooseReports([...this.held.values()].flat()).map((c) => [c.report.id, c]));
    for (const [id, { report }] of this.loaded) {
      if (choices.has(id)) continue;
      await unload(this.store, id);
      this.loaded.delete(id);
      process.stdout.write(`unloaded ${report.source}\n`);
    }
    for (const choice of choices.values()) {
      const { id, source, file } = choice.report;
      const isIt = ({ report }: Extraction) => report.id === id && (report.source ?? file) === source;
      const own = fresh.find(isIt);
      const before = this.loaded.get(id);
      if (!own && before && stateOf(before) === stateOf(choice)) continue;
      const extraction = own ?? (await this.reader.read(file)).find(isIt);
      // A file that has changed in the meantime comes again.
      if (extraction) await this.load(choice, extraction);
    }
  }

  private async load(choice: Choice<Held>, extraction: Extraction): Promise<void> {
    const graph = joinParts([withAlsoAt(partOf(extraction), choice.alsoAt)]);
    const { nodes, relationships, unchanged } = await loadContributions(this.store, contributions(graph));
    this.loaded.set(choice.report.id, choice);
    if (!unchanged)
      process.stdout.write(`loaded ${choice.report.source}: ${nodes} nodes, ${relationships} relationships\n`);
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
  const come = (file: string) => keeper.next(async () => (isReport(file) ? keeper.come(file) : undefined));
  watcher
    .on('add', come)
    .on('change', come)
    .on('unlink', (file) => keeper.next(() => keeper.remove(file)));
  await new Promise<void>((ready) => {
    watcher.on('ready', ready);
  });
  await keeper.next(() => keeper.dropMissing(folder, files));
  await keeper.start(files);
  process.stdout.write(`Watching ${folder} (Ctrl+C ends)\n`);
  await new Promise<void>((done) => {
    for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => done());
  });
  await watcher.close();
  await keeper.next(async () => undefined);
  await store.close();
}
