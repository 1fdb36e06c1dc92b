import { watch } from 'node:fs';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { basename, resolve } from 'node:path';
import { explorerPage } from '../export/html.js';
import { readSnapshot } from '../export/snapshot.js';
import { InputError } from '../lexicon/errors.js';

/** A snapshot is replaced file by file: wait until it is quiet for this long, in milliseconds. */
const QUIET = 300;

/** The page of a snapshot, and those who wait for news of it. */
class LivePage {
  private html: string;
  private readonly waiting = new Set<ServerResponse>();

  /** @throws InputError where the folder holds no snapshot. */
  constructor(private readonly folder: string) {
    this.html = this.render();
  }

  private render(): string {
    return explorerPage(readSnapshot(this.folder), {
      title: `公文图谱 · ${basename(resolve(this.folder))}`,
      live: true,
    });
  }

  /** Makes the page anew and tells those who wait. A snapshot that does not read leaves the page as it is. */
  refresh(): void {
    try {
      this.html = this.render();
    } catch (error) {
      process.stderr.write(`gongwen: ${(error as Error).message}\n`);
      return;
    }
    for (const response of this.waiting) response.write('event: changed\ndata:\n\n');
  }

  answer({ method, url }: IncomingMessage, response: ServerResponse): void {
    if (method !== 'GET') response.writeHead(405).end();
    else if (url === '/') response.writeHead(200, { 'content-type': 'text/html; charset=utf-8' }).end(this.html);
    else if (url === '/events') {
      response.writeHead(200, { 'content-type': 'text/event-stream', 'cache-control': 'no-store' }).write(':\n\n');
      this.waiting.add(response);
      response.on('close', () => this.waiting.delete(response));
    } else if (url === '/favicon.ico') response.writeHead(204).end();
    else response.writeHead(404).end();
  }
}

/** Whether a request names this machine: a page of another site that points its own name here gets nothing. */
const isLocal = ({ headers }: IncomingMessage) => /^(127\.0\.0\.1|localhost)(:\d+)?$/.test(headers.host ?? '');

function listen(server: Server, port: number): Promise<void> {
  return new Promise((done, fail) => {
    server.once('error', (error: NodeJS.ErrnoException) =>
      fail(
        error.code === 'EADDRINUSE'
          ? new InputError(`port ${port} is taken. Choose another with --port, or 0 for any that is free.`, 2)
          : error,
      ),
    );
    server.listen(port, '127.0.0.1', done);
  });
}

/** gongwen explore: serves the explorer of a snapshot to this machine's browsers; it shows a new snapshot by itself. */
export async function explore(folder: string, { port }: { port: number }): Promise<void> {
  const page = new LivePage(folder);
  const server = createServer((request, response) => {
    response.setHeader('x-content-type-options', 'nosniff');
    if (isLocal(request)) page.answer(request, response);
    else response.writeHead(403).end();
  });
  await listen(server, port);
  let quiet: NodeJS.Timeout | undefined;
  const watcher = watch(folder, (_event, name) => {
    if (name !== 'graph.json') return;
    clearTimeout(quiet);
    quiet = setTimeout(() => page.refresh(), QUIET);
  });
  const { port: chosen } = server.address() as { port: number };
  process.stdout.write(`Open http://127.0.0.1:${chosen}/ (Ctrl+C ends)\n`);
  await new Promise<void>((done) => {
    for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, done);
  });
  watcher.close();
  server.close();
  server.closeAllConnections();
}
