import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { openNeo4j } from '../dist/store/neo4j.js';

const tools = join(fileURLToPath(new URL('..', import.meta.url)), 'scripts/container-tools.sh');
/** The image of Neo4j that the tests use too. */
export const image = execFileSync('bash', [tools], { encoding: 'utf8' }).trim().split('\n').at(-1);
/** Where it keeps its data. */
export const data = image.endsWith('-local') ? '/var/lib/neo4j/data' : '/data';
export const password = `bench-${process.pid}-${Date.now()}`;

let started = 0;
/** Runs something with a fresh server of 1.5 GB, and ends that. @param volume keeps its data. */
export async function withServer(run, volume) {
  const name = `gongwen-bench-${process.pid}-${started++}`;
  const mount = volume ? ['-v', `${volume}:${data}`] : [];
  const heap = ['HEAP=1500m', 'NEO4J_server_memory_heap_max__size=1500m', `NEO4J_AUTH=neo4j/${password}`];
  const env = heap.flatMap((setting) => ['-e', setting]);
  execFileSync('docker', ['run', '-d', '--rm', '--name', name, '-p', '127.0.0.1::7687', ...env, ...mount, image]);
  try {
    const ports = execFileSync('docker', ['port', name, '7687'], { encoding: 'utf8' });
    const uri = `bolt://127.0.0.1:${ports.trim().split('\n')[0].split(':').at(-1)}`;
    for (let i = 0; ; i++) {
      try {
        await (await openNeo4j(uri, { user: 'neo4j', password })).close();
        break;
      } catch (error) {
        if (i > 90) throw error;
        await new Promise((resolve) => setTimeout(resolve, 1000));
      }
    }
    return await run(uri);
  } finally {
    execFileSync('docker', ['kill', name], { stdio: 'ignore' });
  }
}
