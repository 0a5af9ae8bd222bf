import assert from 'node:assert/strict';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:https';
import type { AddressInfo } from 'node:net';
import { createServer as createTlsServer } from 'node:tls';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { tryService } from '../../../src/connections/probe/try-service.ts';
import { type Certificate, makeCertificate } from '../support/certificates.ts';
import { answerJson, startTestServer, type TestServer } from '../support/test-server.ts';

const answers: Readonly<Record<string, unknown>> = {
  '/health/alive': { status: 'ok' },
  '/version': { version: 'v1.3.0' },
  '/admin/identities': [],
  // Today's servers answer old paths, too.
  '/identities': [],
};

describe('an address that is tried', () => {
  let folder: string;
  let certificate: Certificate;
  let kratos: TestServer;
  let behindPath: TestServer;
  let secure: { readonly url: string; close(): void };

  before(async () => {
    folder = mkdtempSync(join(tmpdir(), 'ory-try-'));
    certificate = makeCertificate(folder, 'server');
    const route =
      (prefix: string): Parameters<typeof startTestServer>[0] =>
      ({ url }, response) => {
        const path = url.split('?')[0] ?? '';
        const found = path.startsWith(prefix) ? answers[path.slice(prefix.length)] : undefined;
        answerJson(response, found ?? { error: { code: 404, message: 'none' } }, found ? 200 : 404);
      };
    kratos = await startTestServer(route(''));
    behindPath = await startTestServer(route('/kratos'));
    const server = createServer({ cert: certificate.cert, key: certificate.key }, (request, response) => {
      const found = answers[request.url?.split('?')[0] ?? ''];
      answerJson(response, found ?? {}, found ? 200 : 404);
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    secure = {
      url: `https://127.0.0.1:${(server.address() as AddressInfo).port}`,
      close: () => {
        server.close();
        server.closeAllConnections();
      },
    };
  });
  after(async () => {
    await Promise.all([kratos.close(), behindPath.close()]);
    secure.close();
    rmSync(folder, { recursive: true });
  });

  const suggested = async (address: string) => {
    const { verdict } = await tryService(address, 'kratos-admin');
    assert.equal(verdict.ok, false);
    return verdict;
  };

  it('and ends in a path of the API is offered without it', async () => {
    for (const path of [
      '/admin',
      '/admin/',
      '/admin/identities',
      '/health/alive',
      '/version',
      '/identities',
    ]) {
      const { message, suggestion } = await suggested(kratos.url + path);
      assert.equal(suggestion, kratos.url, path);
      assert.match(message, /isn’t part of the address\. Kratos \(admin\) answers, version v1\.3\.0\.$/);
      assert.doesNotMatch(message, /too old/);
    }
    assert.equal((await suggested(`${behindPath.url}/kratos/admin`)).suggestion, `${behindPath.url}/kratos`);
    assert.equal((await suggested(`${kratos.url}/nowhere`)).suggestion, kratos.url);
  });

  it('with http is offered with https where TLS is spoken, and the other way round', async () => {
    const plainToTls = secure.url.replace('https:', 'http:');
    const found = await suggested(plainToTls);
    assert.equal(found.suggestion, secure.url);
    assert.match(found.message, /^This port speaks TLS\./);
    assert.equal((await suggested(`${plainToTls}/admin`)).suggestion, secure.url);

    const tlsToPlain = kratos.url.replace('http:', 'https:');
    const other = await suggested(tlsToPlain);
    assert.equal(other.suggestion, kratos.url);
    assert.match(other.message, /^This port doesn’t speak TLS\./);
  });

  it('with http is offered with https where the server redirects there', async () => {
    const server = await startTestServer(({ url }, response) =>
      response.writeHead(301, { location: secure.url + url }).end(),
    );
    const { suggestion, message } = await suggested(server.url);
    assert.equal(suggestion, secure.url);
    assert.doesNotMatch(message, /public port/);
    await server.close();
  });

  it('is offered nothing where nothing of Ory answers anywhere', async () => {
    const site = await startTestServer((_, response) => response.end('<html>'));
    assert.equal((await suggested(`${site.url}/admin`)).suggestion, undefined);
    const tls = createTlsServer({ cert: certificate.cert, key: certificate.key }, (socket) => socket.end());
    await new Promise<void>((resolve) => tls.listen(0, '127.0.0.1', resolve));
    await suggested(`http://127.0.0.1:${(tls.address() as AddressInfo).port}`);
    tls.close();
    await site.close();
  });

  it('shows its credential to no other origin', async () => {
    const authorization = 'Bearer shh';
    const shown = () => kratos.received.filter(({ headers }) => headers.authorization !== undefined).length;
    const before = shown();
    await tryService(kratos.url.replace('http:', 'https:'), 'kratos-admin', { authorization });
    assert.equal(shown(), before);
    await tryService(`${kratos.url}/admin`, 'kratos-admin', { authorization });
    assert.ok(shown() > before);
  });
});
