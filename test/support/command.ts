import { type ChildProcess, spawn } from 'node:child_process';
import { join } from 'node:path';
import { root } from './paths.js';

export interface Ran {
  code: number | null;
  out: string;
  err: string;
}

/** A running command: what it will have printed, and its process, to be killed. */
export interface Running {
  child: ChildProcess;
  done: Promise<Ran>;
}

/** Starts the built command as a shell would. Credentials come from `env` alone. @param input what it reads. */
export function start(args: readonly string[], env: Record<string, string> = {}, cwd = root, input?: string): Running {
  const { NEO4J_USER: _u, NEO4J_PASSWORD: _p, ...inherited } = process.env;
  const child = spawn(process.execPath, [join(root, 'dist/cli/main.js'), ...args], {
    cwd,
    env: { ...inherited, ...env },
    stdio: [input === undefined ? 'ignore' : 'pipe', 'pipe', 'pipe'],
  });
  child.stdin?.end(input);
  let [out, err] = ['', ''];
  child.stdout?.setEncoding('utf8').on('data', (chunk) => {
    out += chunk;
  });
  child.stderr?.setEncoding('utf8').on('data', (chunk) => {
    err += chunk;
  });
  const done = new Promise<Ran>((resolve, reject) => {
    child.on('error', reject).on('close', (code) => resolve({ code, out, err }));
  });
  return { child, done };
}

/** Runs the built command to its end. */
export const gongwen = (args: readonly string[], env: Record<string, string> = {}, cwd = root): Promise<Ran> =>
  start(args, env, cwd).done;
