import { spawnSync } from 'node:child_process';
import type { TestProject } from 'vitest/node';
import { root } from './paths.js';

declare module 'vitest' {
  interface ProvidedContext {
    /** The image to test against, or why there is none: then the tests that need it fail with these words. */
    neo4j: { image?: string; missing?: string };
  }
}

/** Finds or builds the Neo4j image once a run (scripts/container-tools.sh); it may take some minutes the first time. */
export default function setup({ provide }: TestProject): void {
  const { status, stdout } = spawnSync('bash', [`${root}scripts/container-tools.sh`], {
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const image = stdout.trim().split('\n').at(-1);
  const missing = 'no Neo4j to test against: scripts/container-tools.sh failed; it says above what to install';
  provide('neo4j', status === 0 && image ? { image } : { missing });
}
