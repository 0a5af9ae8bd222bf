// A server's identity schema that takes too long to check: the save goes on, and the status bar says so.
import assert from 'node:assert/strict';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Disposable, Uri, window, workspace } from 'vscode';
import { setConnections, useConnections, useDocuments } from './documents-support.ts';

/** About as many patterns as are looked at for one value, each of which is tried in as many ways as one may be. */
const patterns = Array.from({ length: 40 }, (_, at) => ({ pattern: `^a{0,120}a{0,120}b${at}$` }));
const schema = {
  type: 'object',
  properties: {
    traits: {
      type: 'object',
      properties: {
        tags: { type: 'array', items: { type: 'string', anyOf: [...patterns, { minLength: 1 }] } },
      },
    },
  },
};

const IDENTITY = {
  id: '5d2cf5c1-6e05-4b22-9b9f-0f9c4d0f1f2b',
  schema_id: 'slow',
  schema_url: 'http://127.0.0.1/schemas/c2xvdw',
  state: 'active',
  traits: { tags: Array.from({ length: 4000 }, () => 'a'.repeat(250)) },
  organization_id: null,
};

/** What the status bar shows while something is done. */
async function shownDuring(work: () => Promise<void>): Promise<readonly string[]> {
  const shown: string[] = [];
  const real = window.setStatusBarMessage.bind(window);
  window.setStatusBarMessage = (text: string) => {
    shown.push(text);
    return new Disposable(() => undefined);
  };
  try {
    await work();
  } finally {
    window.setStatusBarMessage = real;
  }
  return shown;
}

describe('a server’s identity schema that is too slow to check', () => {
  useDocuments();

  it('lets a save go on to the server, and says so', async () => {
    let identity: object = IDENTITY;
    const written: unknown[] = [];
    const server = createServer((request, response) => {
      const chunks: Buffer[] = [];
      request.on('data', (chunk: Buffer) => chunks.push(chunk));
      request.on('end', () => {
        if (request.method === 'PATCH') {
          written.push(JSON.parse(Buffer.concat(chunks).toString('utf8')));
          identity = { ...IDENTITY, state: 'inactive' };
        }
        const body = request.url?.startsWith('/schemas') ? [{ id: 'slow', schema }] : identity;
        response.writeHead(200, { 'content-type': 'application/json' });
        response.end(JSON.stringify(body));
      });
    });
    await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
    try {
      const address = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
      await setConnections([
        { id: 'slow-schema', type: 'self-hosted', kratosPublic: address, kratosAdmin: address },
      ]);
      // Not in an editor, whose own services would be as busy with that schema.
      const uri = Uri.parse(`ory://slow-schema/identities/${IDENTITY.id}/ada.json`);
      const text = new TextDecoder().decode(await workspace.fs.readFile(uri));
      const shown = await shownDuring(async () => {
        const edited = text.replace('"state": "active"', '"state": "inactive"');
        await workspace.fs.writeFile(uri, new TextEncoder().encode(edited));
      });
      assert.deepEqual(written, [[{ op: 'replace', path: '/state', value: 'inactive' }]]);
      const said = shown.filter((line) => line.includes('too slow to check'));
      assert.deepEqual(said, [
        '$(warning) The schema was too slow to check: the server checks what is saved.',
      ]);
    } finally {
      server.close();
      await useConnections();
    }
  });
});
