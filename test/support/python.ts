import { execFileSync } from 'node:child_process';
import { root } from './paths.js';

/** Runs a program in the project's own Python, which has networkx, igraph and pandas; gives what it printed, as JSON. */
export function python<T>(program: string, ...args: string[]): T {
  const interpreter = execFileSync('bash', [`${root}scripts/python-tools.sh`], { encoding: 'utf8' }).trim();
  return JSON.parse(execFileSync(interpreter, ['-c', program, ...args], { encoding: 'utf8', maxBuffer: 2 ** 28 })) as T;
}
