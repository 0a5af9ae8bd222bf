import assert from 'node:assert/strict';
import type { ServiceName } from '../../../src/sandbox/http/service.ts';
import type { Sandbox } from '../../../src/sandbox/start.ts';
import { getJson, send, start, url } from './harness.ts';

interface Client {
  readonly client_id: string;
  readonly client_secret: string;
  readonly error: string;
}

/** Bodies, forms and pages that nobody means, answered as the real servers answered them. */
describe('sandbox: odd bodies', () => {
  let sandbox: Sandbox;
  before(async () => {
    const names = ['kratos-public', 'kratos-admin', 'hydra-public', 'hydra-admin'];
    sandbox = await start({ ports: Object.fromEntries(names.map((name) => [name, 0])), identities: 3 });
  });
  after(() => sandbox.close());
  const at = (service: ServiceName, path: string) => url(sandbox, service, path);
  const create = (email: string, more: object = {}) => ({
    create: { schema_id: 'default', traits: { email }, ...more },
  });
  const batch = (...identities: object[]) =>
    send('PATCH', at('kratos-admin', '/admin/identities'), { identities });
  const form = (service: ServiceName, path: string, body: string) =>
    fetch(at(service, path), {
      method: 'POST',
      headers: { 'content-type': 'application/x-www-form-urlencoded' },
      body,
    });
  const client = async (more: object = {}): Promise<Client> =>
    (await send('POST', at('hydra-admin', '/admin/clients'), {
      grant_types: ['client_credentials'],
      token_endpoint_auth_method: 'client_secret_post',
      ...more,
    }).then((answer) => answer.json())) as Client;
  const tokenWith = async ({ client_id, client_secret }: Client, more: string) =>
    (
      await form(
        'hydra-public',
        '/oauth2/token',
        `client_id=${client_id}&client_secret=${client_secret}&${more}`,
      )
    ).status;

  it('fails a batch as a whole when the only identity that fits is taken', async () => {
    assert.equal((await batch(create('batch@example.com'))).status, 200);
    assert.equal((await batch(create('batch@example.com'))).status, 409);
    assert.equal((await batch({}, create('batch@example.com'), create('no address'))).status, 409);
    const two = await batch(create('batch@example.com'), create('batch2@example.com'));
    const { identities } = (await two.json()) as { identities: readonly { action: string }[] };
    assert.deepEqual(
      identities.map(({ action }) => action),
      ['error', 'create'],
    );
  });

  it('takes JSON in capitals for JSON', async () => {
    const { id } = (await (
      await send('POST', at('kratos-admin', '/admin/identities'), create('caps@example.com').create)
    ).json()) as { id: string };
    const answer = await fetch(at('kratos-admin', `/admin/identities/${id}`), {
      method: 'PUT',
      headers: { 'content-type': 'APPLICATION/JSON' },
      body: JSON.stringify({ ...create('caps@example.com').create, state: 'active' }),
    });
    assert.equal(answer.status, 200);
  });

  it('reads the new names of paging alone where one of them is there, however odd', async () => {
    const count = async (query: string) =>
      (await getJson<unknown[]>(at('kratos-admin', `/admin/identities?${query}`))).length;
    const all = await count('');
    assert.equal(await count('per_page=1'), 1);
    assert.equal(await count('per_page=1&page=0'), 1);
    assert.equal(await count('per_page=1&page=0&page_size='), all);
    assert.equal(await count('per_page=1&page_token='), all);
    const schemas = await fetch(at('kratos-public', '/schemas?per_page=1&page=7&page_size=x'));
    const known = await getJson<unknown[]>(at('kratos-public', '/schemas'));
    assert.ok(known.length > 1);
    assert.deepEqual(await schemas.json(), known);
  });

  it('lists without credentials for a login name that is empty, and counts what a name finds', async () => {
    const path = '/admin/identities?page=0&credentials_identifier=';
    const [first] = await getJson<readonly object[]>(at('kratos-admin', path));
    assert.ok(first && !('credentials' in first));
    const nobody = await fetch(at('kratos-admin', `${path}nobody`));
    assert.equal(nobody.headers.get('x-total-count'), '0');
  });

  it('shows no device of a client that does not name itself as one without a name', async () => {
    const { id } = await getJson<{ id: string }>(at('kratos-public', '/self-service/login/api'));
    const [identifier, password] = ['device@example.com', 'sandbox-Password-1'];
    const credentials = { password: { config: { password } } };
    await send('POST', at('kratos-admin', '/admin/identities'), create(identifier, { credentials }).create);
    const body = { method: 'password', identifier, password };
    const { session } = await getJson<{ session: { devices: readonly { user_agent: unknown }[] } }>(
      at('kratos-public', `/self-service/login?flow=${id}`),
      {
        method: 'POST',
        headers: { 'content-type': 'application/json', 'user-agent': '' },
        body: JSON.stringify(body),
      },
    );
    assert.equal(session.devices[0]?.user_agent, '');
  });

  it('reads forms as they can be decoded, and grants past blanks', async () => {
    const one = await client();
    assert.equal(await tokenWith(one, 'grant_type=client_credentials'), 200);
    assert.equal(await tokenWith(one, 'grant_type=+client_credentials+'), 200);
    assert.equal(await tokenWith(one, 'grant_type=client_credentials+refresh_token'), 400);
    assert.equal(await tokenWith(one, 'grant_type=%zz'), 400);
    assert.equal(
      (await form('hydra-public', '/oauth2/token', 'grant_type=client_credentials&client_id=%zz')).status,
      400,
    );
    assert.equal((await form('hydra-admin', '/admin/oauth2/introspect', 'token=%zz')).status, 400);
  });

  it('applies no patch with something behind it', async () => {
    const { client_id: id } = await client();
    const patch = '[{"op":"add","path":"/owner","value":"x"}]';
    for (const more of [' trailing', patch])
      assert.equal(
        (await send('PATCH', at('hydra-admin', `/admin/clients/${id}`), patch + more)).status,
        500,
      );
    assert.equal((await send('PATCH', at('hydra-admin', `/admin/clients/${id}`), patch)).status, 200);
  });

  it('keeps five old secrets of a client beside the new one', async () => {
    const first = await client();
    const rotate = () =>
      send('POST', at('hydra-admin', `/admin/clients/${first.client_id}/secrets/rotate`), '');
    for (let times = 0; times < 5; times++) await rotate();
    assert.equal(await tokenWith(first, 'grant_type=client_credentials'), 200);
    await rotate();
    assert.equal(await tokenWith(first, 'grant_type=client_credentials'), 401);
  });

  it('reads what a login or consent app sends before it looks the challenge up', async () => {
    for (const [step, status] of [
      ['login/accept?login_challenge=x', 400],
      ['login/reject?login_challenge=x', 400],
      ['consent/accept?consent_challenge=x', 400],
      ['consent/reject?consent_challenge=&challenge=x', 400],
    ] as const)
      assert.equal(
        (await send('PUT', at('hydra-admin', `/admin/oauth2/auth/requests/${step}`), '{')).status,
        status,
        step,
      );
    const unknown = at('hydra-admin', '/admin/oauth2/auth/requests/consent/accept?consent_challenge=x');
    assert.equal((await send('PUT', unknown, {})).status, 404);
    const lifespans = at('hydra-admin', '/admin/clients/nobody/lifespans');
    assert.equal((await send('PUT', lifespans, '')).status, 404);
  });

  it('asks for an access token before it says that it issues no credentials', async () => {
    assert.equal((await send('POST', at('hydra-public', '/credentials'), {})).status, 401);
  });
});
