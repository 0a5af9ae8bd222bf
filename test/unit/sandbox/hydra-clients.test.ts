import assert from 'node:assert/strict';
import { HydraFixture, type Answer, type Body } from './hydra-fixture.ts';

describe('sandbox: OAuth 2.0 clients', () => {
  let hydra: HydraFixture;
  before(async () => (hydra = await new HydraFixture().start()));
  after(() => hydra.stop());

  const create = async (client: object) => (await hydra.admin('POST', '/admin/clients', client)).json;
  const machine = { grant_types: ['client_credentials'], token_endpoint_auth_method: 'client_secret_post' };
  const canLogIn = async (id: string, secret: string) =>
    (await hydra.token({ grant_type: 'client_credentials', client_id: id, client_secret: secret })).status ===
    200;

  it('shows a secret when it is made, and never again', async () => {
    const made = await create({ client_name: 'Once' });
    assert.match(made.client_secret, /^[\w.~-]{26}$/);
    const read = await hydra.admin('GET', `/admin/clients/${made.client_id}`);
    assert.equal('client_secret' in read.json, false);
    assert.equal('registration_access_token' in read.json, false);
  });

  it('keeps the secret and wipes everything else on PUT', async () => {
    const made = await create({ ...machine, client_secret: 'kept-secret', owner: 'me', metadata: { a: 1 } });
    const put = await hydra.admin('PUT', `/admin/clients/${made.client_id}`, {
      ...machine,
      client_name: 'New',
    });
    assert.equal(put.status, 200);
    const { json } = await hydra.admin('GET', `/admin/clients/${made.client_id}`);
    assert.deepEqual([json.client_name, json.owner, json.metadata], ['New', '', {}]);
    assert.equal(json.created_at, made.created_at);
    assert.equal(await canLogIn(made.client_id, 'kept-secret'), true);
  });

  it('gives numbers in metadata back digit by digit', async () => {
    const made = await hydra.admin(
      'POST',
      '/admin/clients',
      '{"metadata":{"big":9007199254740993,"one":1.0}}',
    );
    const { text } = await hydra.admin('GET', `/admin/clients/${made.json.client_id}`);
    assert.match(text, /"metadata":\{"big":9007199254740993,"one":1\.0\}/);
  });

  it('overwrites another client when a patch changes client_id', async () => {
    const one = await create({ client_name: 'One' });
    const two = await create({ client_name: 'Two' });
    const patch = [{ op: 'replace', path: '/client_id', value: two.client_id }];
    const answer = await hydra.admin('PATCH', `/admin/clients/${one.client_id}`, patch);
    assert.deepEqual([answer.status, answer.json.client_id], [200, two.client_id]);
    assert.equal((await hydra.admin('GET', `/admin/clients/${two.client_id}`)).json.client_name, 'One');
    const unknown = [{ op: 'replace', path: '/client_id', value: 'nobody' }];
    assert.equal((await hydra.admin('PATCH', `/admin/clients/${one.client_id}`, unknown)).status, 404);
  });

  it('takes add, remove and replace in a patch, and answers 500 to all else', async () => {
    const { client_id: id } = await create({
      redirect_uris: ['https://a.example/'],
      metadata: { n: { deep: 1 } },
    });
    const good = [
      { op: 'add', path: '/redirect_uris/-', value: 'https://b.example/' },
      { op: 'replace', path: '/metadata/new/er', value: true },
      { op: 'remove', path: '/metadata/n/deep' },
    ];
    const answer = await hydra.admin('PATCH', `/admin/clients/${id}`, good);
    assert.deepEqual(answer.json.redirect_uris, ['https://a.example/', 'https://b.example/']);
    assert.deepEqual(answer.json.metadata, { n: {}, new: { er: true } });
    for (const bad of [
      { op: 'test', path: '/owner', value: '' },
      { op: 'move', from: '/owner', path: '/scope' },
      { op: 'remove', path: '/jwks_uri' },
      { op: 'replace', path: '/redirect_uris/9', value: 'x' },
      { op: 'replace', path: '/id', value: 'x' },
    ])
      assert.equal(
        (await hydra.admin('PATCH', `/admin/clients/${id}`, [bad])).status,
        500,
        JSON.stringify(bad),
      );
  });

  it('patches elements from the end, the whole, and nothing', async () => {
    const { client_id: id } = await create({ metadata: { list: [1, 2, 3] }, client_name: 'Before' });
    const patch = (body: unknown) => hydra.admin('PATCH', `/admin/clients/${id}`, body);
    const last = await patch([{ op: 'replace', path: '/metadata/list/-1', value: 9 }]);
    assert.deepEqual(last.json.metadata, { list: [1, 2, 9] });
    assert.equal((await patch('null')).json.client_name, 'Before');
    const whole = await patch([{ op: 'replace', path: '', value: { client_id: id, client_name: 'Whole' } }]);
    assert.deepEqual([whole.json.client_name, whole.json.metadata], ['Whole', {}]);
    assert.equal((await patch([{ op: 'replace', path: '', value: {} }])).status, 404);
  });

  it('normalises what it stores, and refuses what no server could use', async () => {
    const made = await create({
      access_token_strategy: 'JWT',
      allowed_cors_origins: ['https://app.example/'],
      metadata: null,
    });
    const { json } = await hydra.admin<{ access_token_strategy: string; allowed_cors_origins: string[] }>(
      'GET',
      `/admin/clients/${made.client_id}`,
    );
    assert.deepEqual(
      [json.access_token_strategy, json.allowed_cors_origins, made.metadata],
      ['jwt', ['https://app.example'], null],
    );
    for (const bad of [
      { client_credentials_grant_access_token_lifespan: '' },
      { redirect_uris: ['https://app.example/%zz'] },
      { sector_identifier_uri: 'https://app.example/sector' },
    ])
      assert.equal((await hydra.admin('POST', '/admin/clients', bad)).status, 400, JSON.stringify(bad));
    const keys = await create({
      token_endpoint_auth_method: 'private_key_jwt',
      jwks_uri: 'https://app.example',
    });
    assert.equal((await hydra.admin('POST', `/admin/clients/${keys.client_id}/secrets/rotate`)).status, 400);
  });

  it('keeps rotated secrets good until they are cleared', async () => {
    const { client_id: id, client_secret: first } = await create(machine);
    const rotated = await hydra.admin('POST', `/admin/clients/${id}/secrets/rotate`);
    const second = rotated.json.client_secret;
    assert.deepEqual([await canLogIn(id, first), await canLogIn(id, second)], [true, true]);
    await hydra.admin('DELETE', `/admin/clients/${id}/secrets/rotate`);
    assert.deepEqual([await canLogIn(id, first), await canLogIn(id, second)], [false, true]);
  });

  it('pages through all clients of an owner, each once, and then ends', async () => {
    const made = await Promise.all([1, 2, 3, 4, 5].map(() => create({ owner: 'pages' })));
    const seen: string[] = [];
    let next: string | undefined = '/admin/clients?owner=pages&page_size=2';
    for (let pages = 0; next !== undefined && pages < 10; pages++) {
      const page: Answer<Body[]> = await hydra.admin<Body[]>('GET', next);
      seen.push(...page.json.map((client) => client.client_id));
      next = /<([^>]+)>; rel="next"/.exec(page.headers.get('link') ?? '')?.[1];
    }
    assert.deepEqual(seen, made.map((client) => client.client_id).sort());
    assert.equal((await hydra.admin('GET', '/admin/clients?page_token=rubbish')).status, 400);
  });

  it('says what is wrong with a client', async () => {
    const refused = await hydra.admin('POST', '/admin/clients', { client_secret: 'short' });
    assert.deepEqual([refused.status, refused.json.error], [400, 'invalid_client_metadata']);
    assert.match(refused.json.error_description, /client_secret/);
    assert.equal((await hydra.admin('POST', '/admin/clients', '{"client_name":')).status, 400);
    assert.equal(
      (await hydra.admin('POST', '/admin/clients', { redirect_uris: ['x#y'] })).json.error,
      'invalid_redirect_uri',
    );
  });

  it('lets a program look after its own registration until an administrator changes it', async () => {
    const made = (await hydra.open('POST', '/oauth2/register', { client_name: 'Self' })).json;
    const own = { authorization: `Bearer ${made.registration_access_token}` };
    assert.equal(
      (await hydra.open('GET', made.registration_client_uri, undefined, own)).json.client_name,
      'Self',
    );
    assert.equal((await hydra.open('GET', made.registration_client_uri)).status, 401);
    await hydra.admin('PUT', `/admin/clients/${made.client_id}`, { client_name: 'Theirs' });
    assert.equal((await hydra.open('GET', made.registration_client_uri, undefined, own)).status, 401);
  });
});
