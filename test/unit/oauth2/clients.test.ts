import assert from 'node:assert/strict';
import { hostname } from 'node:os';
import type { SelfHostedConnection } from '../../../src/connections/model.ts';
import { ConnectionSecrets } from '../../../src/connections/secrets.ts';
import {
  cleanUp,
  isAbandoned,
  removeTemporary,
  thisOwner,
} from '../../../src/flows/oauth2/clients/clean-up.ts';
import { RegisteredClients } from '../../../src/flows/oauth2/clients/registered.ts';
import {
  createTemporaryClient,
  newMarker,
  type TemporaryRecord,
  type TemporaryRecords,
} from '../../../src/flows/oauth2/clients/temporary.ts';
import { createTemporaryIssuer } from '../../../src/flows/oauth2/clients/temporary-issuer.ts';
import { type EndpointSource, OryClient } from '../../../src/ory/client.ts';
import { OryError } from '../../../src/ory/errors.ts';
import { OAuth2Fixture } from './fixture.ts';

class Records implements TemporaryRecords {
  readonly kept = new Map<string, TemporaryRecord>();
  all = () => [...this.kept.values()];
  put = (record: TemporaryRecord) => Promise.resolve(void this.kept.set(record.marker, record));
  drop = (marker: string) => Promise.resolve(void this.kept.delete(marker));
}

const WANTED = {
  grantTypes: ['client_credentials'],
  scope: 'read',
  audience: [],
  redirectUris: [],
  postLogoutRedirectUris: [],
  method: 'client_secret_basic',
} as const;

/** A process that has ended: the highest id that there can be is never given out. */
const DEAD = `${hostname()}:${2 ** 31 - 1}`;

/** Whoever posts leaves before the answer, and the request arrives when it is let: the server works on all the same. */
const leavingPosts =
  (endpoints: EndpointSource, sent: (() => Promise<unknown>)[]): EndpointSource =>
  async (service, credential) => {
    const endpoint = await endpoints(service, credential);
    const { transport } = endpoint;
    const send: typeof transport.send = (request) => {
      if (request.method !== 'POST') return transport.send(request);
      sent.push(() => transport.send(request));
      return Promise.reject(new OryError('cancelled', 'Cancelled.'));
    };
    return { ...endpoint, transport: { send, close: () => Promise.resolve() } };
  };

describe('temporary clients', () => {
  let fixture: OAuth2Fixture;
  let records: Records;
  beforeEach(async () => {
    fixture = await OAuth2Fixture.start();
    records = new Records();
  });
  afterEach(() => fixture.stop());

  const record = (owner = thisOwner()) => ({
    marker: newMarker(),
    connection: 'c',
    address: 'a',
    owner,
    at: Date.now(),
  });
  const status = async (id: string) => (await fixture.hydra.admin('GET', `/admin/clients/${id}`)).status;
  const clean = async (now?: number) =>
    (await cleanUp(records, () => Promise.resolve(fixture.api), now)).removed;
  const ISSUERS = '/admin/trust/grants/jwt-bearer/issuers';
  const left = async (path: string) => (await fixture.hydra.admin<unknown[]>('GET', path)).json.length;

  it('are removed after the run', async () => {
    const { id, credential } = await createTemporaryClient(fixture.api, WANTED, record(), records);
    assert.equal(credential.method, 'client_secret_basic');
    assert.equal(await status(id), 200);
    await removeTemporary(fixture.api, records.all()[0]!, records);
    assert.deepEqual([await status(id), records.all()], [404, []]);
  });

  it('of a window that crashed are removed by the next, and those of one that runs are not', async () => {
    const crashed = await createTemporaryClient(fixture.api, WANTED, record(DEAD), records);
    const running = await createTemporaryClient(fixture.api, WANTED, record(), records);
    assert.equal(await clean(), 1);
    assert.deepEqual([await status(crashed.id), await status(running.id)], [404, 200]);
    assert.equal(records.all().length, 1);
  });

  it('are found by their name when the window crashed before it had their id', async () => {
    const made = await createTemporaryClient(fixture.api, WANTED, record(DEAD), records);
    const before = { ...records.all()[0]! };
    delete before.id;
    await records.put(before);
    await clean();
    assert.deepEqual([await status(made.id), records.all()], [404, []]);
  });

  it('are never mistaken for somebody else’s', async () => {
    const other = await fixture.client({
      client_name: 'Web shop',
      metadata: { ory_explorer_run: 'another' },
    });
    const unmarked = await fixture.client({ client_name: 'Web shop' });
    await records.put({ ...record(DEAD), what: 'client', id: other });
    await records.put({ ...record(DEAD), what: 'client', id: unmarked });
    await clean();
    assert.deepEqual([await status(other), await status(unmarked), records.all()], [200, 200, []]);
  });

  it('stay recorded while their server can’t be reached', async () => {
    await createTemporaryClient(fixture.api, WANTED, record(DEAD), records);
    await fixture.stop();
    assert.equal(await clean(), 0);
    assert.equal(records.all().length, 1);
    assert.equal((await cleanUp(records, () => Promise.resolve(undefined))).removed, 0);
  });

  it('of another machine are left to it for a day', () => {
    const elsewhere = { ...record('another-machine:1'), what: 'client' } as const;
    assert.equal(isAbandoned(elsewhere), false);
    assert.equal(isAbandoned(elsewhere, Date.now() + 25 * 3600 * 1000), true);
  });

  it('have issuers beside them, which go the same way', async () => {
    const asked = { subject: 'alice', scope: ['read'] };
    await createTemporaryIssuer(fixture.api, asked, record(DEAD), records);
    assert.equal(await left(ISSUERS), 1);
    await clean();
    assert.equal(await left(ISSUERS), 0);
  });

  for (const [what, path] of [
    ['client', '/admin/clients'],
    ['issuer', ISSUERS],
  ] as const)
    it(`that were being created when their run was cancelled are removed by a later look (${what})`, async () => {
      const sent: (() => Promise<unknown>)[] = [];
      const api = new OryClient({ endpoints: leavingPosts(fixture.endpoints, sent) });
      const made =
        what === 'client'
          ? createTemporaryClient(api, WANTED, record(), records)
          : createTemporaryIssuer(api, { subject: 'alice', scope: [] }, record(), records);
      await assert.rejects(made, { kind: 'cancelled' });
      assert.equal(await removeTemporary(fixture.api, records.all()[0]!, records), false);
      assert.equal(records.all().length, 1, 'the server may still make it');
      await Promise.all(sent.map((arrive) => arrive()));
      assert.equal(await left(path), 1);
      assert.deepEqual([await clean(), await left(path), records.all()], [1, 0, []]);
    });

  it('that never came to be are forgotten once they can’t come any more', async () => {
    await records.put({ ...record(DEAD), what: 'client' });
    const { removed, unsettled } = await cleanUp(records, () => Promise.resolve(fixture.api));
    assert.deepEqual([removed, unsettled, records.all().length], [0, true, 1]);
    await clean(Date.now() + 3 * 60_000);
    assert.deepEqual(records.all(), []);
  });
});

describe('registered clients', () => {
  it('are read, changed and deleted with their own token, which stays with its origin', async () => {
    const fixture = await OAuth2Fixture.start({ oidc: { dynamic_client_registration: { enabled: true } } });
    try {
      const store = new Map<string, string>();
      let keys: readonly string[] = [];
      const secrets = new ConnectionSecrets(
        {
          get: (key) => Promise.resolve(store.get(key)),
          store: (key, value) => Promise.resolve(void store.set(key, value)),
          delete: (key) => Promise.resolve(void store.delete(key)),
        },
        { keys: () => keys, save: (all) => Promise.resolve(void (keys = all)) },
        fixture.redactor,
        'workspace',
      );
      const connection = { id: 'local', scope: 'user' } as SelfHostedConnection;
      const at = (origin: string) => new RegisteredClients(fixture.api, secrets, connection, origin);
      const clients = at(fixture.hydra.publicUrl);
      const { id, secret } = await clients.register(
        JSON.stringify({ client_name: 'My app', redirect_uris: ['https://app.example/cb'] }),
      );
      assert.ok(secret);
      assert.deepEqual(clients.known(), [id]);
      assert.deepEqual(at('https://other.example').known(), []);
      await assert.rejects(() => at('https://other.example').read(id), /No registration token/);
      assert.equal((await clients.read(id)).client.client_name, 'My app');
      const body = { client_id: id, client_name: 'My other app', redirect_uris: ['https://app.example/cb'] };
      assert.equal((await clients.update(id, JSON.stringify(body))).client.client_name, 'My other app');
      assert.equal((await clients.read(id)).client.client_name, 'My other app');
      await clients.remove(id);
      assert.deepEqual([clients.known(), store.size], [[], 0]);
      await clients.keep(id, 'a-token-of-nobody');
      await assert.rejects(() => clients.read(id), /registration token of .* was refused \(401\)/);
    } finally {
      await fixture.stop();
    }
  });
});
