import assert from 'node:assert/strict';
import { parseJson, toJson } from '../../../src/ory/json/tree.ts';
import { clientKind } from '../../../src/kinds/client/client.ts';
import { clientRow } from '../../../src/kinds/client/row.ts';
import type { Kind } from '../../../src/kinds/kind.ts';
import { keySetKind } from '../../../src/kinds/key-set/key-set.ts';
import { projectKind } from '../../../src/kinds/project/project.ts';
import { FieldError } from '../../../src/kinds/save-error.ts';
import { testClient } from '../support/test-client.ts';
import { answerJson, startTestServer, type TestServer } from '../support/test-server.ts';

describe('clients, key sets and projects', () => {
  let server: TestServer;
  afterEach(() => server.close().catch(() => undefined));

  const saveWith = (kind: Kind, from: string, to: string) =>
    Promise.resolve(
      kind.writing?.save(testClient(server.url), {
        id: 'x',
        opened: parseJson(from),
        edited: parseJson(to),
        fresh: parseJson(from),
      }),
    );

  describe('saving a client', () => {
    const stored = '{"client_id":"x","client_name":"Shop","redirect_uris":["https://a"],"future_field":1}';

    it('patches what changed and leaves newer fields alone', async () => {
      server = await startTestServer((_, response) => answerJson(response, {}));
      await saveWith(clientKind, stored, stored.replace('"https://a"', '"https://a","https://b"'));
      assert.equal(server.received[0]?.body, '[{"op":"add","path":"/redirect_uris/-","value":"https://b"}]');
    });

    it('replaces a list that did more than grow', async () => {
      server = await startTestServer((_, response) => answerJson(response, {}));
      await saveWith(clientKind, stored, stored.replace('"https://a"', '"https://b","https://a"'));
      assert.equal(
        server.received[0]?.body,
        '[{"op":"replace","path":"/redirect_uris","value":["https://b","https://a"]}]',
      );
    });

    describe('on Hydra 2.0, which reads a patch over what is stored', () => {
      const old =
        '{"client_id":"x","client_name":"Shop","jwks_uri":"https://a/jwks","jwks":{},"contacts":["a"]}';
      const sent = async (from: string, to: string) => {
        server = await startTestServer((_, response) => answerJson(response, {}));
        await saveWith(clientKind, from, to);
        const body = server.received[0]?.body ?? '[]';
        await server.close();
        return body;
      };

      it('sets the keys of a client with a jwks_uri to null', async () => {
        assert.equal(
          await sent(old, old.replace('Shop', 'Store')),
          '[{"op":"replace","path":"/client_name","value":"Store"},{"op":"add","path":"/jwks","value":null}]',
        );
        assert.equal(await sent(old, old), '[]');
      });

      it('goes from a jwks_uri to keys, and back', async () => {
        const keys = old.replace('"jwks_uri":"https://a/jwks","jwks":{}', '"jwks":{"keys":[{"kid":"a"}]}');
        assert.equal(
          await sent(old, keys),
          '[{"op":"replace","path":"/jwks_uri","value":""},{"op":"add","path":"/jwks/keys","value":[{"kid":"a"}]}]',
        );
        assert.equal(
          await sent(keys, old.replace(',"jwks":{}', '')),
          '[{"op":"replace","path":"/jwks","value":null},{"op":"add","path":"/jwks_uri","value":"https://a/jwks"}]',
        );
      });

      it('removes a member by its empty value', async () => {
        const without = old.replace(',"contacts":["a"]', '').replace(/"jwks_uri".*"jwks":\{\}/, '"jwks":{}');
        assert.equal(
          await sent(old, without),
          '[{"op":"replace","path":"/jwks_uri","value":""},{"op":"replace","path":"/contacts","value":[]}]',
        );
      });

      it('is not what newer ones are sent', async () => {
        const today = old.replace('{"client_id"', '{"skip_consent":false,"client_id"');
        assert.equal(
          await sent(today, today.replace(',"contacts":["a"]', '')),
          '[{"op":"remove","path":"/contacts"}]',
        );
      });
    });

    it('refuses a member that the server takes for another because of its case', async () => {
      server = await startTestServer((_, response) => answerJson(response, {}));
      for (const name of ['CLIENT_ID', 'Client_Name', 'Created_At']) {
        const edit = stored.replace('{', `{"${name}":"other",`);
        await assert.rejects(saveWith(clientKind, stored, edit), FieldError, name);
      }
      assert.equal(server.received.length, 0);
    });

    it('never sends a client_id: Hydra would overwrite the client of that id', async () => {
      server = await startTestServer((_, response) => answerJson(response, {}));
      await assert.rejects(saveWith(clientKind, stored, stored.replace('"x"', '"other"')), FieldError);
      assert.equal(server.received.length, 0);
    });
  });

  describe('creating a client', () => {
    it('hands the generated secret over once', async () => {
      server = await startTestServer((_, response) =>
        answerJson(response, { client_id: 'new', client_secret: 's3cret' }, 201),
      );
      const created = await clientKind.creating?.create(
        testClient(server.url),
        toJson({ client_name: 'Shop' }),
      );
      assert.deepEqual(created, { id: 'new', secret: { name: 'client secret', value: 's3cret' } });
    });
  });

  describe('saving a key set', () => {
    it('replaces it as a whole', async () => {
      server = await startTestServer((_, response) => answerJson(response, {}));
      await saveWith(keySetKind, '{"keys":[{"kid":"a"},{"kid":"b"}]}', '{"keys":[{"kid":"b"}]}');
      assert.equal(server.received[0]?.method, 'PUT');
      assert.equal(server.received[0].body, '{"keys":[{"kid":"b"}]}');
    });

    it('refuses a document without keys, which would empty it', async () => {
      server = await startTestServer((_, response) => answerJson(response, {}));
      await assert.rejects(saveWith(keySetKind, '{"keys":[]}', '{"kty":"RSA"}'), /must be a list/);
      assert.equal(server.received.length, 0);
    });
  });

  describe('saving a project', () => {
    const stored = '{"id":"x","name":"Acme","revision_id":"r1","services":{"oauth2":{"config":{"ttl":1}}}}';
    const edited = stored.replace('"ttl":1', '"ttl":2');

    it('names the revision that it was made on, and hands on what the server warns of', async () => {
      server = await startTestServer((_, response) =>
        answerJson(response, { project: {}, warnings: [{ code: 1, message: 'serve is ignored' }] }),
      );
      assert.deepEqual(await saveWith(projectKind, stored, edited), ['serve is ignored']);
      assert.equal(server.received[0]?.url, '/projects/x/revision/r1');
    });

    it('is refused when the revision is not the newest', async () => {
      server = await startTestServer((_, response) =>
        answerJson(response, { error: { code: 409, reason: 'stale' } }, 409),
      );
      await assert.rejects(saveWith(projectKind, stored, edited), /stale/);
      assert.equal(server.received.length, 1);
    });

    it('does not fall back when the project is not there', async () => {
      server = await startTestServer((_, response) => answerJson(response, { error: { code: 404 } }, 404));
      await assert.rejects(saveWith(projectKind, stored, edited));
      assert.equal(server.received.length, 1);
    });

    it('falls back on consoles without revisions in their paths', async () => {
      server = await startTestServer((_, response, count) =>
        count === 1
          ? response.writeHead(404, { 'content-type': 'text/plain' }).end('404 page not found')
          : answerJson(response, { project: {}, warnings: [] }),
      );
      await saveWith(projectKind, stored, edited);
      assert.equal(server.received[1]?.url, '/projects/x');
    });
  });
});

describe('a client in a list', () => {
  it('says whether it is public and what it may do', () => {
    const row = clientRow({
      client_id: 'c',
      client_name: 'CLI',
      token_endpoint_auth_method: 'none',
      grant_types: ['urn:ietf:params:oauth:grant-type:device_code', 'refresh_token'],
    });
    assert.equal(row.label, 'CLI');
    assert.equal(row.description, 'public · device_code, refresh_token');
  });

  it('is called by its id where it has no name', () => {
    assert.equal(clientRow({ client_id: 'c', client_name: '' }).label, 'c');
  });
});
