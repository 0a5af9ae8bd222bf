import assert from 'node:assert/strict';
import { looksOf } from '../../src/connections/key-prefix.ts';
import { tryProjectKey, tryWorkspaceKey } from '../../src/connections/trial.ts';
import { hasStatus } from '../../src/ory/errors.ts';
import { answerJson, startTestServer, type TestServer } from './support/test-server.ts';

describe('a key', () => {
  it('that is for the other API is named as such, before it is sent', () => {
    assert.match(looksOf('ory_wak_abc123', 'project').refused ?? '', /workspace API key.*project API key/);
    assert.match(looksOf('ory_pat_abc123', 'workspace').refused ?? '', /project API key.*workspace API key/);
    assert.match(looksOf('ory_apikey_abc123', 'workspace').refused ?? '', /project API key/);
    assert.match(looksOf('ory_st_abc123', 'project').refused ?? '', /token of a session/);
  });

  it('that was pasted with a line break is refused; an unusual one is doubted', () => {
    assert.match(looksOf('ory_pat_abc\n123', 'project').refused ?? '', /spaces or line breaks/);
    assert.deepEqual(looksOf('ory_pat_abc123', 'project'), {});
    assert.deepEqual(looksOf('ory_wak_abc123', 'workspace'), {});
    assert.match(looksOf('something-else', 'project').doubt ?? '', /ory_pat_/);
  });

  describe('on trial', () => {
    let server: TestServer;
    before(async () => {
      server = await startTestServer(({ headers, url }, response) => {
        if (headers.authorization === 'Bearer right') {
          answerJson(response, url.startsWith('/projects') ? [{ id: '1', name: 'Acme', slug: 'acme' }] : []);
        } else {
          answerJson(response, { error: { code: 401, message: 'The key is unknown.' } }, 401);
        }
      });
    });
    after(() => server.close());

    it('opens a project or lists a workspace by one real request', async () => {
      await tryProjectKey({ baseUrl: server.url, key: 'right' });
      const projects = await tryWorkspaceKey({ baseUrl: server.url, key: 'right' });
      assert.deepEqual(
        server.received.map(({ method, url }) => `${method} ${url}`),
        ['GET /admin/identities?page_size=1', 'GET /projects'],
      );
      assert.equal(projects[0]?.name, 'Acme');
    });

    it('is refused with 401, and sent no second time', async () => {
      const before = server.received.length;
      await assert.rejects(tryProjectKey({ baseUrl: server.url, key: 'wrong' }), (error) =>
        hasStatus(error, 401),
      );
      assert.equal(server.received.length, before + 1);
    });
  });
});
