import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type AssembledReport, assemble, type Counts } from '../corpus/assemble.js';
import { type Choice, chooseReports } from '../corpus/choose.js';
import { partOfLines } from '../corpus/lines.js';
import { type CorpusOptions, readFiles, workFolder } from '../corpus/readFiles.js';
import { SpoolReader } from '../corpus/spool.js';
import type { FileOutcome, ReadReport } from '../corpus/task.js';
import {
  type FailedFile,
  graphLines,
  manifestJson,
  programStamp,
  type ReportEntry,
  readManifest,
  readSnapshot,
} from '../export/snapshot.js';
import { snapshotContributions } from '../export/snapshotStream.js';
import { joinParts, type KnowledgeGraph, type ReportPart } from '../graph/build.js';
import { partsOf, withAlsoAt } from '../graph/parts.js';
import { countKinds, summarise } from '../graph/summary.js';
import { InputError } from '../lexicon/errors.js';
import { reportFiles } from '../read/files.js';
import { contributions } from '../store/contribution.js';
import { loadContributions, loadGraph } from '../store/load.js';
import { isServer } from '../store/open.js';
import type { GraphStore } from '../store/store.js';
import { loadInto, openTarget } from './load.js';
import { Progress } from './progress.js';
import { checkWritable, writeSnapshot } from './snapshotFolder.js';
import { countsText, summaryText } from './summaryText.js';

export interface BuildOptions extends Omit<CorpusOptions, 'progress'> {
  out?: string;
  to?: string;
  add?: boolean;
}

/** Up to this many reports the graph is made in memory, with a summary; a larger one is put together on disk. */
const IN_MEMORY = 300;
/** A graph.json with more nodes gets no embedded store, which would hold all of them in memory. */
const STORE_MOST = 100_000;

/** A report that counts. */
type Chosen = Choice<ReadReport>;

const entryOf = ({ report: { entry }, alsoAt, replaces }: Chosen): ReportEntry => ({
  ...entry,
  ...(alsoAt.length && { alsoAt }),
  ...(replaces.length && { replaces }),
});

/** The reports that count, and word of those that do not. */
function choose(outcomes: readonly FileOutcome[]): Chosen[] {
  const chosen = chooseReports(outcomes.flatMap((o) => o.reports));
  for (const { report, alsoAt, replaces } of chosen) {
    for (const other of alsoAt) process.stderr.write(`gongwen: ${other} is the same report as ${report.source}.\n`);
    for (const other of replaces)
      process.stderr.write(`gongwen: ${other} is another text of the same report as ${report.source}, which counts.\n`);
  }
  return chosen;
}

/** The texts that were taken out of other formats, by what the manifest and the Report node call them. */
function* textsOf(chosen: readonly Chosen[], reader: SpoolReader): Generator<[name: string, text: Uint8Array]> {
  for (const { report } of chosen)
    if (report.text) yield [`${report.entry.sha256}.txt`, reader.read(report.spooled.spool, report.text)];
}

/** The texts that a snapshot holds of reports that stay in it. */
function* keptTexts(out: string, reports: readonly ReportEntry[]): Generator<[name: string, text: Uint8Array]> {
  for (const { sha256 } of reports) {
    const file = join(out, 'texts', `${sha256}.txt`);
    if (existsSync(file)) yield [`${sha256}.txt`, readFileSync(file)];
  }
}

/** A report's part as it lies in the spool. */
function partIn(reader: SpoolReader, { report: { id, spooled }, alsoAt }: Chosen): ReportPart {
  const places = [...Object.values(spooled.own), spooled.shared];
  const part = partOfLines(
    id,
    places.flatMap((place) => reader.lines(spooled.spool, place)),
  );
  return withAlsoAt(part, alsoAt);
}

function* both<T>(first: Iterable<T>, second: Iterable<T>): Generator<T> {
  yield* first;
  yield* second;
}

const written = (folder: string, parts: readonly string[]) =>
  `\nWritten to ${folder}: ${parts.join(', ')}. Ask it: gongwen query programmes-by-cases --on ${join(folder, 'store')}\n`;

/** What becomes of what was read. */
class Output {
  constructor(
    private readonly files: readonly string[],
    private readonly chosen: readonly Chosen[],
    private readonly failures: readonly FailedFile[],
    private readonly reader: SpoolReader,
  ) {}

  /** Makes the graph in memory, with what a snapshot holds already. */
  async small(
    out: string | undefined,
    target: GraphStore | undefined,
    before: KnowledgeGraph | undefined,
  ): Promise<void> {
    const reports = [...(before ? partsOf(before) : []), ...this.chosen.map((c) => partIn(this.reader, c))];
    const graph = joinParts(reports);
    const listed = before && out ? readManifest(out) : { reports: [], failures: [] };
    const added = new Set(this.chosen.map((c) => c.report.id));
    const kept = listed.reports.filter((r) => !added.has(r.id));
    const failures = [...listed.failures.filter((f) => !this.files.includes(f.file)), ...this.failures];
    const parts =
      out &&
      (await writeSnapshot(out, {
        graph: graphLines(graph),
        manifest: (hash) =>
          manifestJson({ hash, ...countKinds(graph) }, [...kept, ...this.chosen.map(entryOf)], failures),
        texts: both(keptTexts(out, kept), textsOf(this.chosen, this.reader)),
        store: () => (store) => loadGraph(store, graph),
      }));
    process.stdout.write(summaryText(summarise(graph)));
    if (out && parts) process.stdout.write(written(out, parts));
    if (target) await loadInto(contributions(graph), target);
  }

  /** Puts graph.json together on disk: memory does not grow with the reports. */
  async large(out: string, target: GraphStore | undefined): Promise<void> {
    const counts: Counts = { nodes: {}, relationships: {} };
    const reports = this.chosen.map(
      ({ report: { id, spooled }, alsoAt }): AssembledReport => ({ id, spooled, alsoAt }),
    );
    const total = () => Object.values(counts.nodes).reduce((a, b) => a + b, 0);
    const parts = await writeSnapshot(out, {
      graph: assemble(reports, this.reader, counts),
      manifest: (hash) => manifestJson({ hash, ...counts }, this.chosen.map(entryOf), this.failures),
      texts: textsOf(this.chosen, this.reader),
      store: () =>
        total() > STORE_MOST ? undefined : (store, folder) => loadContributions(store, snapshotContributions(folder)),
    });
    process.stdout.write(countsText(counts));
    process.stdout.write(
      parts.includes('store')
        ? written(out, parts)
        : `\nWritten to ${out}: ${parts.join(', ')}. It is too large for the embedded store; load it: gongwen load ${out} --to bolt://…\n`,
    );
    if (target) await loadInto(snapshotContributions(out), target);
  }
}

/** Says which corrections matched nothing in any report: the reports, or the rules, have changed under them. */
function sayStale(outcomes: readonly FileOutcome[]): void {
  const [first = [], ...rest] = outcomes.map((o) => o.stale);
  for (const entry of first.filter((e) => rest.every((stale) => stale.includes(e))))
    process.stderr.write(`gongwen: this correction no longer matches anything: ${entry}\n`);
}

/** @throws InputError for options that do not go together. */
function checkOptions({ out, add, resume }: BuildOptions): void {
  if (add && !out) throw new InputError('--add needs the snapshot to add to: name its folder with --out DIR.', 2);
  if (resume && !out)
    throw new InputError('--resume needs the folder that the build writes to: name it with --out DIR.', 2);
}

/**
 * gongwen build: reads, extracts, resolves; writes a snapshot and an embedded store; loads them where --to says. What
 * could stop it (an output that cannot be written, a server that does not answer) is tried before any work is done.
 */
export async function build(paths: readonly string[], options: BuildOptions): Promise<void> {
  checkOptions(options);
  const { to, add } = options;
  const out = options.out ?? (to ? undefined : 'out');
  const files = reportFiles(paths);
  const before = add && out ? readSnapshot(out) : undefined;
  if (out) checkWritable(out);
  let target = to && isServer(to) ? await openTarget(to) : undefined;
  // Without an output there is nothing to resume.
  const work = out ? workFolder(out) : mkdtempSync(join(tmpdir(), 'gongwen-build-'));
  const progress = new Progress('reading reports');
  try {
    const { program, lexicons } = programStamp();
    const outcomes = await readFiles(files, work, `${program} ${lexicons}`, {
      ...options,
      progress: (done, of) => progress.step(done, of),
    }).finally(() => progress.end());
    // A store of a path is made only when there is something for it.
    if (to) target ??= await openTarget(to);
    const chosen = choose(outcomes);
    const failures = outcomes.flatMap((o) => (o.failure === undefined ? [] : [{ file: o.file, reason: o.failure }]));
    if (!chosen.length) throw new InputError(failures[0]?.reason ?? 'no report in these files.');
    const reader = new SpoolReader(work);
    const output = new Output(files, chosen, failures, reader);
    if (chosen.length > IN_MEMORY && !before) await output.large(out ?? join(work, 'snapshot'), target);
    else await output.small(out, target, before);
    reader.close();
    rmSync(work, { recursive: true, force: true });
    sayStale(outcomes);
    for (const { reason } of failures) process.stderr.write(`gongwen: ${reason}\n`);
    if (failures.length) {
      process.stderr.write(`gongwen: ${failures.length} of ${files.length} files could not be read.\n`);
      process.exitCode = 11;
    }
  } catch (error) {
    if (error instanceof InputError) leaveOff(work, out, files.length);
    throw error;
  } finally {
    if (!out) rmSync(work, { recursive: true, force: true });
    await target?.close();
  }
}

/** From this many files on, what was read of them is worth keeping for --resume. */
const WORTH_RESUMING = 100;

/** After an error that the user can mend: a large build can be resumed, of a small one nothing is left behind. */
function leaveOff(work: string, out: string | undefined, files: number): void {
  if (out && files >= WORTH_RESUMING) {
    process.stderr.write('gongwen: what was read is kept; mend the error and go on with --resume.\n');
    return;
  }
  rmSync(work, { recursive: true, force: true });
  if (out && existsSync(out) && !readdirSync(out).length) rmSync(out, { recursive: true });
}
