import { explainName } from '../pipeline.js';
import { readReportFile } from '../read/decode.js';

/** gongwen explain: how a name of a report was resolved, step by step. */
export function explain(name: string, { in: file }: { in: string }): void {
  for (const steps of explainName(readReportFile(file), name, { source: file }))
    process.stdout.write(`${name}\n${steps.map((step) => `  ${step}\n`).join('')}`);
}
