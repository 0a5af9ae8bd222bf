import assert from 'node:assert/strict';
import type { Sandbox } from '../../../src/sandbox/start.ts';
import { getJson, send, start, url, type IdentityJson } from './harness.ts';

const nextOf = (response: Response) =>
  /page_token=([^&>]+)[^>]*>; rel="next"/.exec(response.headers.get('link') ?? '')?.[1];

async function pages(sandbox: Sandbox, size: number): Promise<IdentityJson[]> {
  const all: IdentityJson[] = [];
  for (let token: string | undefined = ''; token !== undefined;) {
    const target = `/admin/identities?page_size=${size}${token === '' ? '' : `&page_token=${token}`}`;
    const response = await fetch(url(sandbox, 'kratos-admin', target));
    all.push(...((await response.json()) as IdentityJson[]));
    token = nextOf(response);
  }
  return all;
}

describe('sandbox: generated identities', () => {
  const running: Sandbox[] = [];
  const begin = async (options: Parameters<typeof start>[0]) => {
    const sandbox = await start(options);
    running.push(sandbox);
    return sandbox;
  };
  afterEach(async () => {
    await Promise.all(running.splice(0).map((sandbox) => sandbox.close()));
  });

  it('are the same on every run of one seed, and others with another', async () => {
    const [one, same, other] = [
      await begin({ identities: 60 }),
      await begin({ identities: 60 }),
      await begin({ identities: 60, seed: 8 }),
    ];
    const strip = (all: IdentityJson[]) => JSON.stringify(all).replace(/127\.0\.0\.1:\d+/g, '');
    assert.equal(strip(await pages(one, 25)), strip(await pages(same, 60)));
    assert.notEqual(strip(await pages(one, 25)), strip(await pages(other, 25)));
  });

  it('page completely, in order, with those that were created, changed and deleted', async () => {
    const sandbox = await begin({ identities: 45 });
    const [first, second] = await pages(sandbox, 10);
    await fetch(url(sandbox, 'kratos-admin', `/admin/identities/${first!.id}`), { method: 'DELETE' });
    await send('PATCH', url(sandbox, 'kratos-admin', `/admin/identities/${second!.id}`), [
      { op: 'replace', path: '/state', value: 'inactive' },
    ]);
    for (const name of ['a', 'b', 'c']) {
      await send('POST', url(sandbox, 'kratos-admin', '/admin/identities'), {
        schema_id: 'default',
        traits: { email: `${name}@new.example` },
      });
    }
    const all = await pages(sandbox, 7);
    const ids = all.map(({ id }) => id);
    assert.equal(all.length, 47);
    assert.equal(new Set(ids).size, 47);
    assert.deepEqual(ids, [...ids].sort());
    assert.equal(all.find(({ id }) => id === second!.id)?.state, 'inactive');
    assert.equal(ids.includes(first!.id), false);
  });

  it('of a million: the first page is quick, and a login name is found without a search', async () => {
    const sandbox = await begin({ identities: 1_000_000 });
    const page = () =>
      getJson<IdentityJson[]>(url(sandbox, 'kratos-admin', '/admin/identities?page_size=250'));
    const identities = await page();
    const begun = performance.now();
    await page();
    assert.ok(performance.now() - begun < 1000, `a page took ${performance.now() - begun} ms`);
    const wanted = identities[100];
    const find = (name: string) =>
      getJson<IdentityJson[]>(
        url(sandbox, 'kratos-admin', `/admin/identities?credentials_identifier=${encodeURIComponent(name)}`),
      );
    const started = performance.now();
    assert.deepEqual(
      (await find(wanted!.traits.email.toUpperCase())).map(({ id }) => id),
      [wanted!.id],
    );
    assert.ok(performance.now() - started < 300, 'the search was no look-up');
    assert.deepEqual(await find('nobody17@example.com'), []);
    const taken = await send('POST', url(sandbox, 'kratos-admin', '/admin/identities'), {
      traits: { email: wanted!.traits.email },
    });
    assert.equal(taken.status, 409);
  });

  it('of an empty sandbox: nothing at all', async () => {
    const sandbox = await begin({ identities: 0, empty: true });
    assert.deepEqual(await pages(sandbox, 10), []);
    assert.deepEqual(await getJson(url(sandbox, 'kratos-admin', '/admin/sessions')), []);
    assert.deepEqual(await getJson(url(sandbox, 'kratos-admin', '/admin/courier/messages')), []);
    const headers = { authorization: 'Bearer ory_wak_test' };
    assert.deepEqual(await getJson(url(sandbox, 'console', '/projects'), { headers }), []);
  });

  it('fit a schema of one’s own', async () => {
    const schema = {
      properties: {
        traits: {
          type: 'object',
          properties: {
            phone: {
              type: 'string',
              format: 'tel',
              'ory.sh/kratos': {
                credentials: { password: { identifier: true } },
                verification: { via: 'sms' },
              },
            },
            language: { enum: ['de', 'en'] },
          },
          required: ['phone'],
        },
      },
    };
    const base64 = Buffer.from(JSON.stringify(schema)).toString('base64');
    const config = { identity: { schemas: [{ id: 'phone', url: `base64://${base64}` }] } };
    const sandbox = await begin({ kratos: { config, file: '' } });
    const [one] = await getJson<{ traits: { phone: string; language: string }; id: string }[]>(
      url(sandbox, 'kratos-admin', '/admin/identities?page_size=1'),
    );
    assert.match(one!.traits.phone, /^\+1555\d{7}$/);
    assert.match(one!.traits.language, /^(de|en)$/);
    const found = await getJson<{ id: string }[]>(
      url(
        sandbox,
        'kratos-admin',
        `/admin/identities?credentials_identifier=${encodeURIComponent(one!.traits.phone)}`,
      ),
    );
    assert.deepEqual(
      found.map(({ id }) => id),
      [one!.id],
    );
  });
});
