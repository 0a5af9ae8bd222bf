import { createServer, type IncomingMessage, request, type ServerResponse } from 'node:http';
import { createServer as createTlsServer } from 'node:https';
import { type AddressInfo, connect, type Socket } from 'node:net';
import type { Duplex } from 'node:stream';
import type { Certificate } from './certificates.ts';

export interface TestProxy {
  readonly url: string;
  /** What it was asked for, such as `CONNECT 127.0.0.1:1` and `GET http://127.0.0.1:1/`. */
  readonly asked: string[];
  /** Each request's headers, those of the proxy among them. */
  readonly headers: IncomingMessage['headers'][];
  close(): Promise<void>;
}

export interface ProxyOptions {
  /** `user:password` that it asks for. */
  readonly credential?: string;
  /** Takes requests and never answers. */
  readonly hangs?: boolean;
  /** It speaks TLS itself. */
  readonly tls?: Certificate;
}

/** A real HTTP proxy on a free loopback port: tunnels by CONNECT, and passes on requests for http addresses. */
export async function startTestProxy({ credential, hangs, tls }: ProxyOptions = {}): Promise<TestProxy> {
  const asked: string[] = [];
  const headers: IncomingMessage['headers'][] = [];
  const sockets = new Set<Duplex>();
  const isRefused = (incoming: IncomingMessage): boolean => {
    asked.push(`${incoming.method} ${incoming.url}`);
    headers.push(incoming.headers);
    const shown = /^Basic (.*)$/.exec(incoming.headers['proxy-authorization'] ?? '')?.[1] ?? '';
    return credential !== undefined && Buffer.from(shown, 'base64').toString() !== credential;
  };
  const forward = (incoming: IncomingMessage, outgoing: ServerResponse) => {
    if (isRefused(incoming))
      outgoing.writeHead(407, { 'proxy-authenticate': 'Basic realm="test"' }).end('No.');
    else if (!hangs) {
      const passed = { ...incoming.headers };
      delete passed['proxy-authorization'];
      const onward = request(incoming.url ?? '', { method: incoming.method, headers: passed }, (answer) => {
        outgoing.writeHead(answer.statusCode ?? 502, answer.headers);
        answer.pipe(outgoing);
      });
      onward.on('error', () => outgoing.writeHead(502).end('Bad Gateway'));
      incoming.pipe(onward);
    }
  };
  const server = tls ? createTlsServer({ cert: tls.cert, key: tls.key }, forward) : createServer(forward);
  server.on('connection', (socket: Socket) => {
    sockets.add(socket);
    socket.on('error', () => undefined);
  });
  server.on('connect', (incoming: IncomingMessage, socket: Duplex) => {
    socket.on('error', () => undefined);
    if (isRefused(incoming)) {
      socket.end('HTTP/1.1 407 Proxy Authentication Required\r\nProxy-Authenticate: Basic\r\n\r\n');
    } else if (!hangs) {
      const { hostname, port } = new URL(`http://${incoming.url}`);
      const onward = connect(Number(port), hostname, () => {
        socket.write('HTTP/1.1 200 Connection Established\r\n\r\n');
        onward.pipe(socket).pipe(onward);
      });
      sockets.add(onward);
      onward.on('error', () => socket.end('HTTP/1.1 502 Bad Gateway\r\n\r\n'));
    }
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `${tls ? 'https' : 'http'}://127.0.0.1:${(server.address() as AddressInfo).port}`,
    asked,
    headers,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        for (const socket of sockets) socket.destroy();
      }),
  };
}
