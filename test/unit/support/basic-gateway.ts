import { createServer, request } from 'node:http';
import type { AddressInfo } from 'node:net';

export interface Gateway {
  readonly url: string;
  /** Method, path and `Authorization` of each request. */
  readonly received: { readonly method: string; readonly url: string; readonly authorization: string }[];
  close(): Promise<void>;
}

/** A gateway that wants a header before it passes a request on, which its server does not see. */
export async function startGateway(
  upstream: string,
  wanted: string,
  challenge = 'Basic realm="Ory"',
): Promise<Gateway> {
  const received: Gateway['received'] = [];
  const { hostname, port } = new URL(upstream);
  const server = createServer((incoming, outgoing) => {
    const { method = '', url = '', headers } = incoming;
    received.push({ method, url, authorization: headers.authorization ?? '' });
    if (headers.authorization !== wanted) {
      outgoing.writeHead(401, { 'www-authenticate': challenge, 'content-type': 'text/html' });
      outgoing.end('<html><h1>401 Authorization Required</h1></html>');
      return;
    }
    const passed = { ...headers };
    delete passed.authorization;
    const onward = request({ hostname, port, path: url, method, headers: passed }, (answer) => {
      outgoing.writeHead(answer.statusCode ?? 502, answer.headers);
      answer.pipe(outgoing);
    });
    onward.on('error', () => outgoing.writeHead(502).end());
    incoming.pipe(onward);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    received,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
