import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { createServer as createHttpServer } from 'node:http';
import { createServer } from 'node:https';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { isOryError } from '../../../src/ory/errors.ts';
import { isLoopback, LazyTransport } from '../../../src/ory/http/choose-transport.ts';
import type { Transport } from '../../../src/ory/http/transport.ts';
import { UndiciTransport } from '../../../src/ory/http/undici-transport.ts';

const get = (transport: Transport, url: string) =>
  transport.send({ method: 'GET', url, headers: {}, timeoutMs: 5000 });

describe('ways to a server', () => {
  let folder: string;
  before(() => (folder = mkdtempSync(join(tmpdir(), 'ory-transport-'))));
  after(() => rmSync(folder, { recursive: true }));

  it('reach a Unix domain socket', async () => {
    const socketPath = join(folder, 'kratos.sock');
    const server = createHttpServer((request, response) => response.end(`${request.url} there`));
    await new Promise<void>((resolve) => server.listen(socketPath, resolve));
    const transport = new LazyTransport('http://localhost', { socketPath });
    assert.equal((await get(transport, 'http://localhost/health')).text, '/health there');
    await transport.close();
    server.close();
  });

  it('end where a certificate’s file is a pipe, a folder, a device, too large or not there', async () => {
    const pipe = join(folder, 'pipe.pem');
    execFileSync('mkfifo', [pipe]);
    const large = join(folder, 'large.pem');
    writeFileSync(large, '');
    truncateSync(large, 5 * 1024 * 1024);
    const faults: readonly (readonly [string, RegExp])[] = [
      [pipe, /is no file/],
      [folder, /is no file/],
      ['/dev/zero', /is no file/],
      [large, /5242880 bytes/],
      [join(folder, 'none.pem'), /can't be read/],
    ];
    for (const setting of ['caFile', 'certFile', 'keyFile'] as const) {
      for (const [file, why] of faults) {
        const transport = new UndiciTransport({ [setting]: file });
        await assert.rejects(
          get(transport, 'https://127.0.0.1:9/'),
          (error) =>
            isOryError(error, 'unreachable') && why.test(error.message) && error.message.includes(file),
        );
        await transport.close();
      }
    }
  });

  it('trust a CA of their own, show a client certificate, and say when a certificate is not trusted', async () => {
    const openssl = (...args: string[]) => execFileSync('openssl', args, { cwd: folder, stdio: 'ignore' });
    openssl(
      'req',
      '-x509',
      '-newkey',
      'rsa:2048',
      '-nodes',
      '-days',
      '1',
      '-subj',
      '/CN=localhost',
      '-addext',
      'subjectAltName=DNS:localhost,IP:127.0.0.1',
      '-keyout',
      'key.pem',
      '-out',
      'cert.pem',
    );
    const file = (name: string) => join(folder, name);
    const cert = readFileSync(file('cert.pem'));
    const server = createServer(
      { key: readFileSync(file('key.pem')), cert, ca: cert, requestCert: true, rejectUnauthorized: true },
      (_, response) => response.end('secure'),
    );
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const url = `https://127.0.0.1:${(server.address() as AddressInfo).port}/`;

    const known = new UndiciTransport({
      caFile: file('cert.pem'),
      certFile: file('cert.pem'),
      keyFile: file('key.pem'),
    });
    assert.equal((await get(known, url)).text, 'secure');
    await known.close();

    const stranger = new UndiciTransport();
    await assert.rejects(
      get(stranger, url),
      (error) => isOryError(error, 'unreachable') && error.message.includes('not trusted'),
    );
    await stranger.close();

    const lost = new UndiciTransport({ caFile: file('missing.pem') });
    await assert.rejects(get(lost, url), /missing\.pem can't be read/);
    await lost.close();
    server.close();
  });

  it('are undici’s only for names of this machine', () => {
    for (const host of ['localhost', 'kratos.localhost', '127.0.0.1', '127.9.9.9', '[::1]'])
      assert.ok(isLoopback(host), host);
    for (const host of ['localhost.evil.example', '127.0.0.1.nip.io', '10.0.0.1', 'example.com']) {
      assert.ok(!isLoopback(host), host);
    }
  });
});
