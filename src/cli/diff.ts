import { diffPage } from '../export/diffPage.js';
import { readable } from '../export/readable.js';
import { type ChangedCount, type ComparedCount, diffGraphs, type GraphDiff } from '../graph/diff.js';
import { graphOf } from './graphs.js';
import { writeWhole } from './output.js';

const valued = ({ value, unit }: ComparedCount) => readable(value, unit);
const named = ({ indicator, about }: ComparedCount) => (about.length ? `${indicator}(${about.join('、')})` : indicator);

/** +12件 (+4.2%), or +1.5个百分点. */
export function changeText({ before, difference, percent }: ChangedCount): string {
  const sign = difference > 0 ? '+' : '';
  const share = percent === undefined ? '' : ` (${sign}${Number(percent.toFixed(1))}%)`;
  return `${sign}${readable(difference, before.unit === '%' ? '个百分点' : before.unit)}${share}`;
}

const part = (title: string, lines: readonly string[]) => (lines.length ? ['', title, ...lines] : []);

/** What a person reads of a comparison. */
export function diffText({ reports, things, facts, counts }: GraphDiff): string {
  const fact = (mark: string) => (f: GraphDiff['facts']['gone'][number]) => [
    `  ${mark} ${f.from} —${f.type}→ ${f.to}`,
    `      ${f.sentence}`,
  ];
  const thing = (mark: string) => (t: GraphDiff['things']['gone'][number]) => `  ${mark} ${t.kind.padEnd(8)} ${t.name}`;
  const count = (mark: string) => (c: ComparedCount) => `  ${mark} ${named(c)} ${valued(c)}`;
  const lines = [
    `From  ${reports.before.join(', ')}`,
    `To    ${reports.after.join(', ')}`,
    '',
    `Things +${things.appeared.length} −${things.gone.length} · facts +${facts.appeared.length} −${facts.gone.length} · numbers changed ${counts.changed.length}, +${counts.appeared.length} −${counts.gone.length}, same ${counts.same}`,
    ...part(
      'Numbers that changed',
      counts.changed.map((c) => `  ${named(c.after)}  ${valued(c.before)} → ${valued(c.after)}  ${changeText(c)}`),
    ),
    ...part('Numbers told only in one', [...counts.appeared.map(count('+')), ...counts.gone.map(count('−'))]),
    ...part('Things', [...things.appeared.map(thing('+')), ...things.gone.map(thing('−'))]),
    ...part('Facts', [...facts.appeared.flatMap(fact('+')), ...facts.gone.flatMap(fact('−'))]),
  ];
  return `${lines.join('\n')}\n`;
}

const FORMS = {
  text: diffText,
  json: (diff: GraphDiff) => `${JSON.stringify(diff, null, 2)}\n`,
  html: diffPage,
} as const satisfies Record<string, (diff: GraphDiff) => string>;

/** gongwen diff: what appeared, went and changed from one snapshot (or report) to another. */
export async function diff(
  before: string,
  after: string,
  { format, out }: { format: keyof typeof FORMS; out?: string },
): Promise<void> {
  const text = FORMS[format](diffGraphs(await graphOf(before), await graphOf(after)));
  if (out) writeWhole(out, text);
  else process.stdout.write(text);
}
