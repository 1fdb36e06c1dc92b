import type { ReadOptions } from '../corpus/extractor.js';
import type { Extraction } from '../schema/extraction.js';
import { ReportReader } from './reports.js';

/** What a person reads of one extraction: the report, its entities by kind, its facts with their words. */
export function extractionText({ report, entities, relations, text, mentions }: Extraction): string {
  const names = new Map(entities.map((e) => [e.id, e.name]));
  const lines = [`${report.title}`, `  ${report.kind} · reporter ${names.get(report.reporter ?? '') ?? 'unknown'}`, ''];
  for (const type of [...new Set(entities.map((e) => e.type))].sort()) {
    lines.push(type);
    for (const entity of entities.filter((e) => e.type === type)) {
      const met = mentions.filter((m) => m.entity === entity.id);
      lines.push(`  ${entity.name}  ×${met.length}${met[0] ? ` at ${met[0].start}` : ''}`);
    }
  }
  lines.push('', 'Facts');
  for (const { type, from, to, start, end } of relations) {
    if (start === undefined || end === undefined) continue;
    lines.push(
      `  ${names.get(from) ?? from} —${type}→ ${names.get(to) ?? to}`,
      `      ${text.slice(start, end).replace(/\s+/g, ' ')}`,
    );
  }
  return `${lines.join('\n')}\n`;
}

/** gongwen extract: one report's mentions, entities and relations on standard output. */
export async function extract(
  file: string,
  { format, ...options }: ReadOptions & { format: 'json' | 'text' },
): Promise<void> {
  const reader = new ReportReader(options);
  const extractions = await reader.read(file);
  reader.end();
  for (const extraction of extractions)
    process.stdout.write(format === 'json' ? `${JSON.stringify(extraction)}\n` : extractionText(extraction));
}
