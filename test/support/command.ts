import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { root } from './paths.js';

export interface Ran {
  code: number | null;
  out: string;
  err: string;
}

/** Runs the built command as a shell would. Credentials come from `env` alone. */
export function gongwen(args: readonly string[], env: Record<string, string> = {}, cwd = root): Promise<Ran> {
  const { NEO4J_USER: _u, NEO4J_PASSWORD: _p, ...inherited } = process.env;
  const child = spawn(process.execPath, [join(root, 'dist/cli/main.js'), ...args], {
    cwd,
    env: { ...inherited, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let [out, err] = ['', ''];
  child.stdout.setEncoding('utf8').on('data', (chunk) => {
    out += chunk;
  });
  child.stderr.setEncoding('utf8').on('data', (chunk) => {
    err += chunk;
  });
  return new Promise((resolve, reject) => {
    child.on('error', reject).on('close', (code) => resolve({ code, out, err }));
  });
}
