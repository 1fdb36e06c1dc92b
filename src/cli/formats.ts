/** What `export --format` takes. */
export const EXPORT_FORMATS = [
  'html',
  'svg',
  'png',
  'gexf',
  'graphml',
  'csv',
  'parquet',
  'jsonld',
  'cypher',
  'counts-csv',
  'counts-parquet',
  'neo4j-csv',
] as const;
export type ExportFormat = (typeof EXPORT_FORMATS)[number];
