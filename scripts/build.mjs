#!/usr/bin/env node
// Compiles src to dist. The command must stay executable after a rebuild: npx links to it once and sets no mode again.
import { execFileSync } from 'node:child_process';
import { chmodSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';

const path = (relative) => fileURLToPath(new URL(`../${relative}`, import.meta.url));

rmSync(path('dist'), { recursive: true, force: true });
try {
  const compiler = createRequire(import.meta.url).resolve('typescript/bin/tsc');
  execFileSync(process.execPath, [compiler, '-p', path('.')], { stdio: 'inherit' });
} catch {
  process.exit(1); // the compiler has said what is wrong
}
chmodSync(path('dist/cli/main.js'), 0o755);
