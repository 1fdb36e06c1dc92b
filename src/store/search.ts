import type { GraphStore, Result, Row } from './store.js';

/** How a store finds the statements that hold words: a statement that binds `s` and `score`, and its parameters. */
export interface FullText {
  match: string;
  parameters: Row;
}

/**
 * Neo4j's full-text index with its cjk analyzer (pairs of characters): each word is a phrase, all must occur. What Lucene
 * would read as its syntax is text here.
 */
export function indexed(words: readonly string[]): FullText {
  const phrases = words.map((w) => `"${w.replace(/[\\"]/g, '\\$&')}"`).join(' AND ');
  return {
    match: "CALL db.index.fulltext.queryNodes('statement_text', $phrases) YIELD node AS s, score",
    parameters: { phrases },
  };
}

/** The same without an index: statements that contain every word; a short one that holds them says more. */
export function contained(words: readonly string[]): FullText {
  const parameters = Object.fromEntries(words.map((w, i) => [`w${i}`, w.toLowerCase()]));
  const every = words.map((_, i) => `toLower(s.text) CONTAINS $w${i}`).join(' AND ');
  return { match: `MATCH (s:Statement) WHERE ${every} WITH s, 1.0 / size(s.text) AS score`, parameters };
}

/**
 * The statements that hold all of some words, the best first, each with its report.
 * @param words at least one, none empty. @param most how many.
 */
export function search(store: GraphStore, words: readonly string[], most: number): Promise<Result> {
  const { match, parameters } = store.fullText(words);
  return store.run(
    `${match}
MATCH (d:Report {id: s.report})
RETURN d.name AS report, s.text AS sentence, s.stance AS stance, s.start AS start
ORDER BY score DESC, report, start LIMIT $most`,
    { ...parameters, most },
  );
}
