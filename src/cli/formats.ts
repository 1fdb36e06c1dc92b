/** What `export --format` takes. */
export const EXPORT_FORMATS = ['svg', 'counts-csv', 'counts-parquet', 'neo4j-csv'] as const;
export type ExportFormat = (typeof EXPORT_FORMATS)[number];
