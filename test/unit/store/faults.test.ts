import { describe, expect, test } from 'vitest';
import { answered, checkVersion } from '../../../src/store/faults.js';

describe('the version of a server', () => {
  test.each(['Neo4j/5.26.0', 'Neo4j/2025.04.0', 'Neo4j/5.1.0-SNAPSHOT', undefined, 'Memgraph'])(
    '%s will do',
    (agent) => {
      expect(() => checkVersion('bolt://x', agent)).not.toThrow();
    },
  );

  test('4.4 is too old, which is said with an exit code of its own', () => {
    expect(() => checkVersion('bolt://x', 'Neo4j/4.4.38')).toThrow(
      expect.objectContaining({
        exitCode: 9,
        message: 'bolt://x: Neo4j 4.4.38 is too old; 5 or newer is needed (5.26 is tested). Upgrade it.',
      }),
    );
  });
});

test('an answer that does not come in time is a fault of the server', async () => {
  expect(await answered('bolt://x', 1, Promise.resolve(7))).toBe(7);
  await expect(answered('bolt://x', 0.01, new Promise(() => undefined))).rejects.toMatchObject({ exitCode: 10 });
});
