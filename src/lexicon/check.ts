import { readFileSync } from 'node:fs';
import { isMap, isScalar, isSeq, LineCounter, parseDocument, visit } from 'yaml';
import { lexiconSources } from './load.js';
import { type LexiconName, lexiconFiles } from './schema.js';

/** One thing that an analyst may want to mend, with its place. */
export interface Finding {
  file: string;
  line: number;
  kind: 'duplicate' | 'shadowed' | 'never fires';
  entry: string;
  detail: string;
}

interface Entry {
  file: string;
  line: number;
  list: string;
  word: string;
}

/** Lists whose entries are patterns or settings, not words of their own. */
const NO_WORDS = new Set(['shapes', 'features', 'not', 'of', 'before', 'kinds', 'patterns']);

/** Every word of a lexicon file with the list that it stands in and its line. */
function entriesOf(file: string): Entry[] {
  const lines = new LineCounter();
  const document = parseDocument(readFileSync(file, 'utf8'), { lineCounter: lines });
  const entries: Entry[] = [];
  visit(document, {
    Scalar(key, node, path) {
      if (key === 'key' || typeof node.value !== 'string') return;
      const keys = path.flatMap((p) => ('key' in p && isScalar(p.key) ? [String(p.key.value)] : []));
      const last = keys.at(-1) ?? '';
      const parent = path.findLast(isMap);
      const named = last === 'form' || (last === 'name' && !parent?.has('forms'));
      if ((!isSeq(path.at(-1)) && !named) || NO_WORDS.has(last)) return;
      // One unit may belong to several dimensions.
      if (keys[0] === 'dimensions') return;
      const line = lines.linePos(node.range?.[0] ?? 0).line;
      // 局 as a suffix and 局 as a form of a body are two matters: the list is the outermost key with its last.
      const list = last === 'forms' || last === 'form' || last === 'name' ? keys[0] : keys.join('.');
      entries.push({ file, line, list, word: node.value });
    },
  });
  return entries;
}

function duplicates(entries: readonly Entry[]): Finding[] {
  const seen = new Map<string, Entry>();
  return entries.flatMap(({ file, line, list, word }) => {
    const key = `${list}|${word}`;
    const first = seen.get(key);
    if (!first) seen.set(key, { file, line, list, word });
    return first
      ? [{ file, line, kind: 'duplicate' as const, entry: word, detail: `also in line ${first.line}, ${list}` }]
      : [];
  });
}

/** A figure of speech or doctrine that is a programme of the lexicon too: the quoted phrase never becomes the programme. */
function shadowed(entries: readonly Entry[]): Finding[] {
  const never = new Set(entries.filter((e) => ['figures', 'doctrine'].includes(e.list)).map((e) => e.word));
  return entries
    .filter((e) => e.list === 'programs' && never.has(e.word))
    .map(({ file, line, word }) => ({
      file,
      line,
      kind: 'shadowed' as const,
      entry: word,
      detail: 'phrases.yaml says that it is no programme',
    }));
}

function neverFires(entries: readonly Entry[], corpus: string): Finding[] {
  const expanded = (word: string) =>
    word.includes('{level}') ? [...'省市县区州旗镇乡'].map((l) => word.replace('{level}', l)) : [word];
  return entries
    .filter(({ word }) => !expanded(word).some((w) => corpus.includes(w)))
    .map(({ file, line, list, word }) => ({
      file,
      line,
      kind: 'never fires' as const,
      entry: word,
      detail: `${list}: in none of the reports`,
    }));
}

/**
 * Looks over the lexicons: entries that stand twice, that another hides, and, where a corpus is given, that occur in
 * none of its reports.
 * @param corpus normalised texts of reports.
 */
export function checkLexicons(corpus: readonly string[] = []): Finding[] {
  const files = (Object.keys(lexiconFiles) as LexiconName[]).flatMap(lexiconSources);
  const byFile = files.map(entriesOf);
  const text = corpus.join('\n');
  return [
    ...byFile.flatMap(duplicates),
    ...shadowed(byFile.flat()),
    ...(corpus.length ? byFile.flatMap((entries) => neverFires(entries, text)) : []),
  ];
}
