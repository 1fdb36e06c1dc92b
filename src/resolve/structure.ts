import type { Reading } from '../read/reading.js';
import type { SectionRecord, StatementRecord } from '../schema/extraction.js';

/** The sections and statements of a report with their ids, which are made of their places in it. */
export function outline(
  reading: Reading,
  reportId: string,
): { sections: SectionRecord[]; statements: StatementRecord[] } {
  const idOf = (start: number) => `section:${reportId}#${start}`;
  const sections = reading.sections.map(({ parent, level, ordinal, title, stance, start, end }) => ({
    id: idOf(start),
    ...(parent && { parent: idOf(parent.start) }),
    level,
    ordinal,
    title,
    stance,
    start,
    end,
  }));
  const statements = reading.statements.map(({ start, end, stance, section }) => ({
    id: `statement:${reportId}#${start}-${end}`,
    section: idOf(section.start),
    stance,
    start,
    end,
  }));
  return { sections, statements };
}
