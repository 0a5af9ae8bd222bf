// Answers that are valid JSON and not what code relies on: told with server, request and place, never as a TypeError.
import assert from 'node:assert/strict';
import { isOryError } from '../../../src/ory/errors.ts';
import { getOAuth2Client, listOAuth2Clients } from '../../../src/ory/operations/clients.ts';
import { getIdentity, listIdentities } from '../../../src/ory/operations/identities.ts';
import { listOrganizations } from '../../../src/ory/operations/organizations.ts';
import { listProjects } from '../../../src/ory/operations/projects.ts';
import { misfitOf } from '../../../src/ory/shapes/check.ts';
import { testClient } from '../support/test-client.ts';
import { answerJson, startTestServer, type TestServer } from '../support/test-server.ts';

describe('answers of another shape', () => {
  let server: TestServer;
  let body: unknown;
  before(async () => {
    server = await startTestServer((_, response) => answerJson(response, body));
  });
  after(() => server.close());

  const told = async (
    call: (client: ReturnType<typeof testClient>) => Promise<{ readonly data: unknown }>,
  ) => {
    try {
      const { data } = await call(testClient(server.url));
      return data;
    } catch (error) {
      assert.ok(isOryError(error, 'not-ory'), String(error));
      return error.message.replace(server.url, 'SERVER');
    }
  };

  for (const [what, answer, words] of [
    [
      'a list that is an object',
      {},
      'SERVER answered listIdentities with an object, where a list was expected.',
    ],
    ['a list that is text', 'x', 'SERVER answered listIdentities with text, where a list was expected.'],
    [
      'an item that is a list',
      [['a']],
      'SERVER answered listIdentities with a list at [0], where an object was expected.',
    ],
    [
      'members that are a list',
      [{ id: 'a', credentials: [] }],
      'SERVER answered listIdentities with a list at [0].credentials, where an object was expected.',
    ],
    [
      'an item that is a number',
      [{ id: 'a' }, 5],
      'SERVER answered listIdentities with a number at [1], where an object was expected.',
    ],
    [
      'an item without id',
      [{ traits: {} }],
      'SERVER answered listIdentities with nothing at [0].id, where text was expected.',
    ],
    [
      'an id that is a number',
      [{ id: 7 }],
      'SERVER answered listIdentities with a number at [0].id, where text was expected.',
    ],
    [
      'addresses that are an object',
      [{ id: 'a', verifiable_addresses: {} }],
      'SERVER answered listIdentities with an object at [0].verifiable_addresses, where a list was expected.',
    ],
    [
      'an address that is null',
      [{ id: 'a', verifiable_addresses: [null] }],
      'SERVER answered listIdentities with nothing at [0].verifiable_addresses[0], where an object was expected.',
    ],
  ] as const)
    it(`tell ${what}`, async () => {
      body = answer;
      assert.equal(await told((client) => client.call(listIdentities, {})), words);
    });

  it('tell it of every list and of single resources', async () => {
    body = { redirect_uris: 'https://a' };
    assert.match(
      String(await told((client) => client.call(getOAuth2Client, { id: 'a' }))),
      /^SERVER answered getOAuth2Client with nothing at client_id, where text was expected\.$/,
    );
    body = [{ client_id: 'a', grant_types: 'code' }];
    assert.match(String(await told((client) => client.call(listOAuth2Clients, {}))), /\[0\]\.grant_types/);
    body = [{ id: 'a', name: { first: 1 } }];
    assert.match(String(await told((client) => client.call(listProjects, {}))), /an object at \[0\]\.name/);
  });

  it('tell it of lists in objects, of answers without members that are required, and of empty ones', async () => {
    const lists = (project_id: string) => told((client) => client.call(listOrganizations, { project_id }));
    body = ['a'];
    assert.match(String(await lists('p')), /with a list, where an object was expected\.$/);
    body = { organizations: ['a'] };
    assert.match(
      String(await lists('p')),
      /with text at organizations\[0\], where an object was expected\.$/,
    );
    body = undefined;
    assert.match(
      String(await told((client) => client.call(getIdentity, { id: 'a' }))),
      /with nothing, where an object was expected\.$/,
    );
  });

  it('leave alone what code does not rely on, absent members, nulls and gaps', async () => {
    const one = { id: 'a', traits: null, state: null, verifiable_addresses: null, unheard_of: [[]] };
    body = [null, one];
    assert.deepEqual(await told((client) => client.call(listIdentities, {})), [one]);
    body = null;
    assert.deepEqual(await told((client) => client.call(listIdentities, {})), []);
  });

  it('are shown as they came where only the text is asked for', async () => {
    body = ['no', 'identity'];
    const reply = await testClient(server.url).call(getIdentity, { id: 'a' });
    assert.equal(reply.text, '["no","identity"]');
  });

  it('are no fault of operations into whose answers no code looks', () => {
    assert.equal(misfitOf('getWebAuthnJavaScript', 5), undefined);
  });
});
