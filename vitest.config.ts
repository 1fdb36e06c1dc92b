import { defineConfig } from 'vitest/config';

const project = (name: string, timeout: number, more = {}) => ({
  test: { name, include: [`test/${name}/**/*.test.ts`], testTimeout: timeout, hookTimeout: timeout, ...more },
});

export default defineConfig({
  test: {
    reporters: ['default', './test/support/closingLine.ts'],
    projects: [
      project('unit', 60_000),
      project('gold', 60_000),
      project('browser', 120_000),
      project('integration', 240_000, { globalSetup: './test/support/neo4jImage.ts' }),
    ],
  },
});
