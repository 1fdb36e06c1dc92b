import type { FullText } from './search.js';

/** A value that a query takes or gives: what Cypher knows of, in plain JavaScript. */
export type CypherValue = null | boolean | number | string | CypherValue[] | { [key: string]: CypherValue };
export type Row = Record<string, CypherValue>;

export interface Result {
  columns: string[];
  rows: Row[];
}

/** Statements within one transaction. */
export interface Transaction {
  run(cypher: string, parameters?: Row): Promise<Result>;
}

/** A place that a graph is kept in and asked in Cypher: Neo4j, or the embedded store. */
export interface GraphStore {
  /** Where it is, for messages; never holds a password. */
  readonly where: string;
  /** Makes its constraints and indexes where they are not there yet; does nothing the second time. */
  prepare(): Promise<void>;
  /** How it finds statements by their words. */
  fullText(words: readonly string[]): FullText;
  /** Runs one statement, a query or a schema statement, by itself. */
  run(cypher: string, parameters?: Row): Promise<Result>;
  /** Runs statements in one transaction: all or none. */
  write<T>(work: (tx: Transaction) => Promise<T>): Promise<T>;
  close(): Promise<void>;
}
