#!/usr/bin/env -S node --single-threaded-gc
// One collector a thread: its helpers would take the cores from the threads that read reports.
import { readFileSync } from 'node:fs';
import { Command, CommanderError, Option } from 'commander';
import { PROJECTIONS } from '../graph/projectionNames.js';
import { InputError } from '../lexicon/errors.js';
import { packagePath } from '../lexicon/paths.js';
import { SchemaError } from '../schema/validate.js';
import { EXPORT_FORMATS } from './formats.js';
import { nodeKindList, parameter, portNumber, wholeNumber } from './options.js';

/** A command's code is loaded when it runs: help comes at once, and a loader does not hold what only reading needs. */
const later =
  <A extends unknown[]>(command: () => Promise<(...args: A) => void | Promise<void>>) =>
  async (...args: A): Promise<void> =>
    (await command())(...args);

const version = JSON.parse(readFileSync(packagePath('package.json'), 'utf8')).version as string;

const program = new Command('gongwen')
  .description(
    '公文图谱: knowledge graphs from Chinese government reports, each fact with the characters that it came from',
  )
  .version(version)
  .exitOverride()
  .showHelpAfterError('(run with --help for examples)');

const lexiconOption = () =>
  new Option('--lexicon <dir>', 'your own lexicons: files named as in data/lexicon, added to them');
const correctionsOption = () =>
  new Option(
    '--corrections <file>',
    'your corrections (YAML: not, same, means), applied last; see docs/corrections.md',
  );

const examples = (...lines: string[]) => `\nExamples:\n${lines.map((l) => `  $ gongwen ${l}`).join('\n')}\n`;

program
  .command('build')
  .description('read, extract and resolve reports; write a snapshot and an embedded store; load them where --to says')
  .argument(
    '<path...>',
    'report files (text, HTML, PDF, Word, Markdown, ZIP, JSONL, CSV), folders of them, - for standard input',
  )
  .option('--out <dir>', 'folder for graph.json, manifest.json and store (default: out, or none with --to)')
  .option('--to <uri>', 'bolt://…, neo4j+s://… or the path of an embedded store')
  .option('--workers <n>', 'threads that read (default: one a core)', wholeNumber)
  .option('--keep-going', 'go on after files that cannot be read: they stand in the manifest, and the exit code is 11')
  .option('--resume', 'go on where a build into the same folder was stopped')
  .option('--add', 'add to the snapshot of --out: a report that it holds already is replaced')
  .addOption(lexiconOption())
  .addOption(correctionsOption())
  .addHelpText(
    'after',
    examples(
      'build data/reports/fogang-2023.txt --out out',
      'build reports/ --to bolt://localhost:7687',
      'build reports/2024 --add --out out',
    ),
  )
  .action(later(async () => (await import('./build.js')).build));

program
  .command('watch')
  .description('load the reports of a folder, and keep the store like it: new, changed and removed files')
  .argument('<dir>')
  .requiredOption('--to <uri>', 'bolt://…, neo4j+s://… or the path of an embedded store')
  .addOption(lexiconOption())
  .addOption(correctionsOption())
  .addHelpText('after', examples('watch reports/ --to bolt://localhost:7687'))
  .action(later(async () => (await import('./watch.js')).watch));

const redisOption = () =>
  new Option('--redis <address>', 'redis://… or rediss://…').env('REDIS_URL').default('redis://127.0.0.1:6379');
const queueOption = () => new Option('--queue <name>', 'the name of the queue').default('gongwen');

program
  .command('enqueue')
  .description('put report files into a queue in Redis, from which workers on any machine load them')
  .argument('<path...>', 'report files and folders of them')
  .addOption(redisOption())
  .addOption(queueOption())
  .addHelpText('after', examples('enqueue reports/ --redis redis://queue.example:6379'))
  .action(later(async () => (await import('./cluster.js')).enqueue));

program
  .command('worker')
  .description('take reports from the queue and load them into a store; run as many as there are cores')
  .requiredOption('--to <uri>', 'bolt://…, neo4j+s://… (or the path of an embedded store, for one worker)')
  .addOption(redisOption())
  .addOption(queueOption())
  .option('--drain', 'end when nothing waits any more')
  .addHelpText('after', examples('worker --to bolt://localhost:7687', 'worker --to bolt://localhost:7687 --drain'))
  .action(later(async () => (await import('./cluster.js')).runWorker));

program
  .command('queue')
  .description('how many reports wait, are worked on, or could not be read, and why')
  .addOption(redisOption())
  .addOption(queueOption())
  .addOption(new Option('--format <form>').choices(['text', 'json', 'prometheus']).default('text'))
  .option('--retry', 'first put those that could not be read into the queue again')
  .addHelpText('after', examples('queue', 'queue --format prometheus'))
  .action(later(async () => (await import('./cluster.js')).showQueue));

program
  .command('extract')
  .description("print one report's mentions, entities and relations")
  .argument('<file>')
  .addOption(new Option('--format <form>').choices(['json', 'text']).default('json'))
  .addOption(lexiconOption())
  .addOption(correctionsOption())
  .addHelpText('after', examples('extract data/reports/fogang-2023.txt --format text'))
  .action(later(async () => (await import('./extract.js')).extract));

program
  .command('explain')
  .description('how a name of a report was resolved, step by step')
  .argument('<name>', 'an agency or place as the report writes it')
  .requiredOption('--in <file>', 'the report')
  .addHelpText('after', examples('explain 县法院 --in data/reports/fogang-2023.txt'))
  .action(later(async () => (await import('./explain.js')).explain));

program
  .command('load')
  .description('load a snapshot into Neo4j or an embedded store; each report replaces what it contributed before')
  .argument('<dir>', 'what build --out wrote')
  .requiredOption('--to <uri>', 'bolt://…, neo4j+s://… or the path of an embedded store')
  .addHelpText('after', examples('load out --to bolt://localhost:7687', 'load out --to graph.store'))
  .action(later(async () => (await import('./load.js')).load));

program
  .command('unload')
  .description('take a report out of a store: all that it contributed, and what nothing else names')
  .argument('<report>', 'its id, its title, or the file that it was read from')
  .requiredOption('--from <uri>', 'bolt://…, neo4j+s://… or the path of an embedded store')
  .addHelpText(
    'after',
    examples('unload 佛冈县人民政府关于2023年度法治政府建设情况的报告 --from bolt://localhost:7687'),
  )
  .action(later(async () => (await import('./load.js')).unloadReport));

program
  .command('query')
  .description('run a query of cypher/queries, or of a file, on a store')
  .argument('[name]', 'a name of the library, or FILE.cypher')
  .option('--on <uri>', 'bolt://…, neo4j+s://… or the path of an embedded store', 'out/store')
  .option('--param <name=value>', 'a parameter; may be given again', parameter)
  .addOption(new Option('--format <form>').choices(['table', 'json', 'csv']).default('table'))
  .option('--list', 'list the library with the question that each query answers')
  .option('--tag <tag>', 'list only the queries of a tag: counts, years, agencies, graph, quality …')
  .addHelpText(
    'after',
    examples(
      'query --list',
      'query programmes-by-cases --on out/store',
      'query programme-facts --param programme=粤执法 --format csv',
    ),
  )
  .action(later(async () => (await import('./query.js')).query));

program
  .command('search')
  .description('the sentences that hold all of some words, the best first')
  .argument('<words...>')
  .option('--on <uri>', 'bolt://…, neo4j+s://… or the path of an embedded store', 'out/store')
  .option('--most <n>', 'how many', wholeNumber, 20)
  .addOption(new Option('--format <form>').choices(['table', 'json', 'csv']).default('table'))
  .addHelpText('after', examples('search 粤执法', 'search 行政复议 受理 --on bolt://localhost:7687 --format csv'))
  .action(later(async () => (await import('./search.js')).searchStatements));

program
  .command('export')
  .description('write a snapshot in another form')
  .argument('<dir>', 'what build --out wrote')
  .addOption(new Option('--format <form>').choices(EXPORT_FORMATS).makeOptionMandatory())
  .option('--out <path>', 'a file, or a folder for csv, parquet and neo4j-csv (default: standard output)')
  .option('--kinds <kinds>', 'only these kinds of nodes: Agency,Program', nodeKindList)
  .option('--focus <name>', 'svg, png: only what surrounds the node of this name')
  .option('--steps <n>', 'svg, png: how far from the focus', wholeNumber, 2)
  .option('--most <n>', 'svg, png: how many nodes at the most, the best-connected', wholeNumber, 60)
  .addHelpText(
    'after',
    examples(
      'export out --format html --out graph.html',
      'export out --format gexf --kinds Agency,Program,Document --out graph.gexf',
      'export out --format png --focus 粤执法 --out graph.png',
      'export out --format counts-csv --out counts.csv',
    ),
  )
  .action(later(async () => (await import('./export.js')).exportGraph));

program
  .command('explore')
  .description('show a snapshot in a browser on this machine; the page follows when the snapshot is built anew')
  .argument('<dir>', 'what build --out wrote')
  .option('--port <n>', 'port on 127.0.0.1; 0 takes any that is free', portNumber, 7878)
  .addHelpText('after', examples('explore out', 'explore out --port 0'))
  .action(later(async () => (await import('./explore.js')).explore));

program
  .command('analyze')
  .description('degree, betweenness, PageRank, communities, bridges: onto the nodes of a snapshot and as a table')
  .argument('<dir>', 'what build --out wrote')
  .addOption(new Option('--projection <name>', 'what the table shows').choices(PROJECTIONS).default('facts'))
  .option('--most <n>', 'how many rows', wholeNumber, 15)
  .option('--path <names...>', 'instead: a shortest chain of facts between two things')
  .option('--json', 'all of it as JSON, as in analysis.json')
  .addHelpText(
    'after',
    examples('analyze out', 'analyze out --projection agencies', 'analyze out --path 佛冈县人民法院 粤执法'),
  )
  .action(later(async () => (await import('./analyze.js')).analyze));

program
  .command('diff')
  .description('what appeared, went and changed from one report or snapshot to another')
  .argument('<before>', 'a snapshot, or a report')
  .argument('<after>', 'a snapshot, or a report')
  .addOption(new Option('--format <form>').choices(['text', 'json', 'html']).default('text'))
  .option('--out <file>', 'default: standard output')
  .addHelpText('after', examples('diff 2022.txt 2023.txt', 'diff out/2022 out/2023 --format html --out changes.html'))
  .action(later(async () => (await import('./diff.js')).diff));

program
  .command('evaluate')
  .description('score the extraction against marked reports (NAME.txt with NAME.ann)')
  .argument('<gold_dir>')
  .option('--errors <type>', 'also list what was missed or spurious, of one type or all')
  .option('--json', 'figures as JSON')
  .addHelpText('after', examples('evaluate data/gold/dev', 'evaluate data/gold/dev --errors COUNT'))
  .action(later(async () => (await import('./evaluate.js')).evaluate));

program
  .command('lexicon')
  .description('look over the lexicons')
  .command('check')
  .description('entries that stand twice, that another hides and, with reports, that occur in none of them')
  .argument('[path...]', 'report files and folders of them')
  .addOption(lexiconOption())
  .addHelpText('after', examples('lexicon check', 'lexicon check reports/ --lexicon mine/'))
  .action(later(async () => (await import('./lexicon.js')).lexiconCheck));

program
  .command('indicators')
  .description('look over the catalogue of indicators')
  .command('suggest')
  .description('the words that counts are told in and that data/lexicon/indicators.yaml does not hold, by frequency')
  .argument('<path...>', 'report files and folders of them')
  .option('--most <n>', 'how many', wholeNumber, 40)
  .option('--least <n>', 'how often at the least', wholeNumber, 2)
  .option('--json', 'as JSON')
  .addOption(lexiconOption())
  .addHelpText('after', examples('indicators suggest reports/ --most 100'))
  .action(later(async () => (await import('./indicators.js')).suggestIndicators));

for (const command of program.commands.flatMap((c) => [c, ...c.commands]))
  command.exitOverride().showHelpAfterError('(run with --help for examples)');

/** One clear line and a documented exit code for what the user can mend; a stack for what only we can. */
function fail(error: unknown): number {
  if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : 2;
  if (error instanceof InputError || error instanceof SchemaError) {
    process.stderr.write(`gongwen: ${error.message}\n`);
    // A connection to a server that does not answer would keep the process waiting.
    if (error instanceof InputError && (error.exitCode === 4 || error.exitCode === 10)) process.exit(error.exitCode);
    return error instanceof InputError ? error.exitCode : 1;
  }
  process.stderr.write(`gongwen: unexpected: ${error instanceof Error ? error.stack : String(error)}\n`);
  return 1;
}

// A reader that stops early (| head) is no error.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code === 'EPIPE') process.exit(0);
  throw error;
});

try {
  await program.parseAsync();
} catch (error) {
  process.exitCode = fail(error);
}
