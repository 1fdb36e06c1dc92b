#!/usr/bin/env node
// Compiles src to dist. The command must stay executable after a rebuild: npx links to it once and sets no mode again.
import { execFileSync } from 'node:child_process';
import { chmodSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';
import { build } from 'vite';

const path = (relative) => fileURLToPath(new URL(`../${relative}`, import.meta.url));

rmSync(path('dist'), { recursive: true, force: true });
try {
  const compiler = createRequire(import.meta.url).resolve('typescript/bin/tsc');
  execFileSync(process.execPath, [compiler, '-p', path('.')], { stdio: 'inherit' });
} catch {
  process.exit(1); // the compiler has said what is wrong
}
chmodSync(path('dist/cli/main.js'), 0o755);
// The explorer's page: its program and style as one file each, which `export --format html` puts into the page.
await build({
  root: path('src/explorer'),
  logLevel: 'warn',
  configFile: false,
  publicDir: false,
  build: {
    outDir: path('dist/explorer'),
    emptyOutDir: true,
    target: 'es2022',
    cssCodeSplit: false,
    lib: {
      entry: path('src/explorer/main.ts'),
      formats: ['iife'],
      name: 'explorer',
      fileName: () => 'explorer.js',
      cssFileName: 'explorer',
    },
    rolldownOptions: { output: { codeSplitting: false } },
  },
  define: { 'process.env.NODE_ENV': '"production"' },
});
