import { explainName } from '../pipeline.js';
import { documentsIn } from '../read/files.js';

/** gongwen explain: how a name of a report was resolved, step by step. */
export async function explain(name: string, { in: file }: { in: string }): Promise<void> {
  for (const { text, source } of await documentsIn(file))
    for (const steps of explainName(text, name, { source }))
      process.stdout.write(`${name}\n${steps.map((step) => `  ${step}\n`).join('')}`);
}
