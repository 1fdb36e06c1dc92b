import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { createConnection } from 'node:net';
import { setTimeout as wait } from 'node:timers/promises';
import { root } from './paths.js';
import { freePort } from './ports.js';

export interface Redis {
  address: string;
  /** Ends it as a crash does. */
  kill(): Promise<void>;
  /** Starts it again on the same port with the same data. */
  restart(): Promise<void>;
}

const answers = (port: number) =>
  new Promise<boolean>((resolve) => {
    const socket = createConnection(port, '127.0.0.1');
    socket
      .once('error', () => resolve(false))
      .once('data', () => {
        socket.destroy();
        resolve(true);
      });
    socket.write('PING\r\n');
  });

/** Starts a real redis-server that has every job on disk before it acknowledges it, as docker-compose.yml's does. */
export async function startRedis(folder: string): Promise<Redis> {
  const server = execFileSync('bash', [`${root}scripts/redis-tools.sh`], { encoding: 'utf8' }).trim();
  const port = await freePort();
  let child: ChildProcess;
  const restart = async () => {
    const durable = ['--appendonly', 'yes', '--appendfsync', 'always', '--save', ''];
    child = spawn(server, ['--port', String(port), '--bind', '127.0.0.1', '--dir', folder, ...durable], {
      stdio: 'ignore',
    });
    while (!(await answers(port))) await wait(50);
  };
  await restart();
  return {
    address: `redis://127.0.0.1:${port}`,
    restart,
    kill: async () => {
      const ended = new Promise((done) => child.once('exit', done));
      child.kill('SIGKILL');
      await ended;
    },
  };
}
