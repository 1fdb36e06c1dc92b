import { readSnapshot } from '../export/snapshot.js';
import { svg } from '../export/svg.js';
import { neighbourhood } from '../graph/neighbourhood.js';
import { writeWhole } from './output.js';

export interface ExportOptions {
  format: 'svg';
  out?: string;
  focus?: string;
  steps: number;
  most: number;
}

/** gongwen export: a snapshot in another form, into a file or on standard output. */
export function exportGraph(folder: string, { out, focus, steps, most }: ExportOptions): void {
  const part = neighbourhood(readSnapshot(folder), { focus, steps, most });
  const text = svg(part, focus ?? folder);
  if (out) writeWhole(out, text);
  else process.stdout.write(text);
}
