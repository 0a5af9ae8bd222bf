import assert from 'node:assert/strict';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:https';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { isOryError } from '../../../src/ory/errors.ts';
import { LazyTransport } from '../../../src/ory/http/choose-transport.ts';
import type { TransportSettings } from '../../../src/ory/http/transport.ts';
import { type Certificate, makeCertificate } from '../support/certificates.ts';
import { startTestProxy, type ProxyOptions, type TestProxy } from '../support/test-proxy.ts';
import { startTestServer, type TestServer } from '../support/test-server.ts';

const credential = 'ada:pass word:ü';
const proxyAuthorization = `Basic ${Buffer.from(credential).toString('base64')}`;

describe('a proxy', () => {
  let folder: string;
  let certificate: Certificate;
  let plain: TestServer;
  let secure: { readonly url: string; readonly seen: Record<string, unknown>[]; close(): void };
  const running: TestProxy[] = [];

  before(async () => {
    folder = mkdtempSync(join(tmpdir(), 'ory-proxy-'));
    certificate = makeCertificate(folder, 'server');
    plain = await startTestServer((_, response) => response.end('plain'));
    const seen: Record<string, unknown>[] = [];
    const server = createServer({ cert: certificate.cert, key: certificate.key }, (request, response) => {
      seen.push(request.headers);
      response.end('secure');
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const url = `https://127.0.0.1:${(server.address() as AddressInfo).port}`;
    const close = () => {
      server.close();
      server.closeAllConnections();
    };
    secure = { url, seen, close };
  });
  after(async () => {
    await plain.close();
    secure.close();
    rmSync(folder, { recursive: true });
  });
  afterEach(() => Promise.all(running.splice(0).map((proxy) => proxy.close())));

  async function proxyOf(options?: ProxyOptions): Promise<TestProxy> {
    const proxy = await startTestProxy(options);
    running.push(proxy);
    return proxy;
  }

  async function get(url: string, settings: TransportSettings, signal?: AbortSignal, timeoutMs = 20_000) {
    const transport = new LazyTransport(url, settings);
    try {
      const headers = { authorization: 'Bearer of-the-server' };
      const request = { method: 'GET', url: `${url}/there`, headers, timeoutMs };
      return await transport.send({ ...request, ...(signal ? { signal } : {}) });
    } finally {
      await transport.close();
    }
  }

  for (const [name, over] of [
    ['HTTP', {}],
    ['TLS', { tls: true }],
  ] as const) {
    describe(`spoken to over ${name}`, () => {
      const options = (more: ProxyOptions = {}) => ({
        ...more,
        ...('tls' in over ? { tls: certificate } : {}),
      });
      const through = (proxy: TestProxy, more: TransportSettings = {}): TransportSettings => ({
        proxy: proxy.url,
        caFile: certificate.certFile,
        ...more,
      });

      it('passes on to http and https servers', async () => {
        const proxy = await proxyOf(options());
        assert.equal((await get(plain.url, through(proxy))).text, 'plain');
        assert.equal((await get(secure.url, through(proxy))).text, 'secure');
        assert.deepEqual(proxy.asked, [`GET ${plain.url}/there`, `CONNECT ${new URL(secure.url).host}`]);
      });

      it('takes a credential, which no server sees', async () => {
        const proxy = await proxyOf(options({ credential }));
        assert.equal((await get(plain.url, through(proxy, { proxyAuthorization }))).text, 'plain');
        assert.equal((await get(secure.url, through(proxy, { proxyAuthorization }))).text, 'secure');
        for (const headers of [plain.received.at(-1)?.headers, secure.seen.at(-1)]) {
          assert.equal(headers?.authorization, 'Bearer of-the-server');
          assert.equal(headers['proxy-authorization'], undefined);
        }
        // What is for an https server, its proxy doesn't see.
        assert.equal(proxy.headers.at(-1)?.authorization, undefined);
      });

      it('that asks for a credential, or another one, is named', async () => {
        const proxy = await proxyOf(options({ credential }));
        for (const url of [plain.url, secure.url])
          for (const more of [{}, { proxyAuthorization: 'Basic d3Jvbmc6d3Jvbmc=' }])
            await assert.rejects(
              get(url, through(proxy, more)),
              (error) =>
                isOryError(error, 'no-credential') &&
                error.message.includes(proxy.url) &&
                error.message.includes('407') &&
                error.facts.code === 'PROXY_AUTHENTICATION' &&
                !error.message.includes('d3Jvbmc6d3Jvbmc='),
            );
      });

      it('that can’t reach the server says so, and is named', async () => {
        const proxy = await proxyOf(options());
        await assert.rejects(
          get('https://127.0.0.1:1', through(proxy)),
          (error) => isOryError(error, 'unreachable') && error.message.includes(`${proxy.url} answered 502`),
        );
      });

      it('that hangs ends with the request’s time, and with a cancellation', async () => {
        const proxy = await proxyOf(options({ hangs: true }));
        for (const url of [plain.url, secure.url]) {
          await assert.rejects(get(url, through(proxy), undefined, 300), (error) =>
            isOryError(error, 'timeout'),
          );
          const abort = new AbortController();
          setTimeout(() => abort.abort(), 100);
          await assert.rejects(get(url, through(proxy), abort.signal), (error) =>
            isOryError(error, 'cancelled'),
          );
        }
      });

      it('that is not there is named, not the server', async () => {
        const proxy = await proxyOf(options());
        await proxy.close();
        for (const url of [plain.url, secure.url])
          await assert.rejects(
            get(url, through(proxy)),
            (error) =>
              isOryError(error, 'unreachable') &&
              error.message.startsWith(`The proxy ${proxy.url} `) &&
              error.message.includes('nothing listens there'),
          );
      });
    });
  }

  it('whose certificate is not trusted is named, and gets no credential', async () => {
    const proxy = await proxyOf({ tls: makeCertificate(folder, 'stranger'), credential });
    const settings = { proxy: proxy.url, proxyAuthorization, caFile: certificate.certFile };
    for (const url of [plain.url, secure.url])
      await assert.rejects(
        get(url, settings),
        (error) =>
          isOryError(error, 'unreachable') &&
          error.message.startsWith(`The proxy ${proxy.url} `) &&
          error.message.includes('not trusted'),
      );
    assert.deepEqual(proxy.asked, []);
  });

  it('does not hide that the server’s certificate is not trusted', async () => {
    const proxy = await proxyOf();
    await assert.rejects(
      get(secure.url, { proxy: proxy.url }),
      (error) => isOryError(error, 'unreachable') && error.message.startsWith(`${secure.url} `),
    );
  });

  it('shows a client certificate to the server, not to the proxy', async () => {
    const proxy = await proxyOf();
    const { certFile, keyFile } = certificate;
    const settings = { proxy: proxy.url, caFile: certFile, certFile, keyFile };
    assert.equal((await get(secure.url, settings)).text, 'secure');
  });
});
