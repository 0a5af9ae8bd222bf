// The sandbox behind a server that keeps writes waiting: what a busy or slow server does to saves.
import { createServer, type ServerResponse } from 'node:http';
import { type AddressInfo } from 'node:net';
import { CancellationTokenSource, type Progress, type ProgressOptions, window } from 'vscode';

/** What becomes of requests that change something. The last is a server with a hook, which has its own mind. */
export type Mood = 'normal' | 'too-many-requests' | 'carries-out-and-says-nothing' | 'keeps-another';

export interface SlowServer {
  readonly url: string;
  mood: Mood;
  close(): Promise<void>;
}

export async function slowServer(target: string): Promise<SlowServer> {
  const open = new Set<ServerResponse>();
  const server = createServer((request, response) => {
    open.add(response);
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => void answer(request.method ?? 'GET', request.url ?? '/', chunks, response));
  });
  const slow: SlowServer = {
    url: '',
    mood: 'normal',
    close: () =>
      new Promise((done) => {
        for (const response of open) response.destroy();
        server.close(() => {
          done();
        });
      }),
  };
  async function answer(method: string, path: string, chunks: Buffer[], response: ServerResponse) {
    const mood = method === 'GET' ? 'normal' : slow.mood;
    if (mood === 'too-many-requests') {
      response.writeHead(429, { 'retry-after': '12', 'content-type': 'application/json' });
      response.end('{"error":{"code":429,"message":"Too many requests"}}');
      return;
    }
    const got = await fetch(target + path, {
      method,
      headers: { accept: 'application/json', 'content-type': 'application/json' },
      ...(chunks.length > 0 ? { body: Buffer.concat(chunks) } : {}),
    });
    const text = await got.text();
    if (mood === 'carries-out-and-says-nothing') return;
    if (mood === 'keeps-another') {
      await fetch(target + path, {
        method: 'PATCH',
        headers: { 'content-type': 'application/json' },
        body: '[{"op":"replace","path":"/metadata_public","value":{"by":"a hook"}}]',
      });
    }
    response.writeHead(got.status, { 'content-type': got.headers.get('content-type') ?? 'application/json' });
    response.end(text);
  }
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  return Object.assign(slow, { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}` });
}

/** Someone who sees the progress of what takes long, and can cancel it. */
export class Watcher {
  readonly seen: string[] = [];
  private readonly real = window.withProgress.bind(window);
  private readonly sources: CancellationTokenSource[] = [];

  constructor() {
    window.withProgress = <R>(
      options: ProgressOptions,
      task: (
        progress: Progress<{ message?: string }>,
        token: CancellationTokenSource['token'],
      ) => Thenable<R>,
    ) => {
      const source = new CancellationTokenSource();
      this.sources.push(source);
      this.seen.push(`${options.title ?? ''}${options.cancellable ? ' [Cancel]' : ''}`);
      return task({ report: ({ message }) => this.seen.push(message ?? '') }, source.token);
    };
  }

  cancel(): void {
    for (const source of this.sources) source.cancel();
  }

  leave(): void {
    window.withProgress = this.real;
  }
}
