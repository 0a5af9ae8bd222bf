import assert from 'node:assert/strict';
import { parseConnections } from '../../src/connections/parse.ts';
import type { ResourceChange } from '../../src/editor/resource-changes.ts';
import type { Explorer } from '../../src/features/explorer/explorer.ts';
import { followAccess } from '../../src/features/explorer/follow-access.ts';
import { followChange } from '../../src/features/explorer/follow-change.ts';
import { ListRegistry } from '../../src/features/explorer/lists/list-registry.ts';
import type { PagedList } from '../../src/features/explorer/lists/paged-list.ts';
import { listIdentities } from '../../src/ory/operations/identities.ts';
import { listIdentitySessions } from '../../src/ory/operations/sessions.ts';
import { type PageSource, PageWalk } from '../../src/ory/paging.ts';
import { testClient } from '../unit/support/test-client.ts';
import { FakeKratos, sessionOf, SIZE, uuid } from './explorer-support.ts';

interface Item {
  readonly id: string;
  readonly active?: boolean;
}

describe('what this window changed', () => {
  let kratos: FakeKratos;
  let lists: ListRegistry;
  let refreshed: (string | undefined)[];
  let everybody: PagedList<Item>;
  let found: PagedList<Item>;

  before(async () => (kratos = await FakeKratos.start()));
  after(() => kratos.server.close());

  beforeEach(async () => {
    kratos.reset();
    refreshed = [];
    lists = new ListRegistry(
      () => undefined,
      () => undefined,
    );
    everybody = listOf('c/+rows/all', undefined, () => walk({}));
    found = listOf('c/+rows/identifier=p4%40example.com', undefined, () =>
      walk({ credentials_identifier: 'p4@example.com' }),
    );
    await everybody.ensure();
    await everybody.loadMore();
    await found.ensure();
    kratos.server.received.length = 0;
  });

  const walk = (parameters: { credentials_identifier?: string }) =>
    new PageWalk(testClient(kratos.server.url), listIdentities, parameters, SIZE);

  const listOf = (id: string, row: string | undefined, open: () => PageSource<Item>): PagedList<Item> =>
    lists.of<Item>({ id, row, keyOf: (item) => item.id, open: () => open() });

  const sessionsOf = (owner: string): PagedList<Item> => {
    const row = `c/identities/${owner}/+sessions`;
    return listOf(
      row,
      row,
      () => new PageWalk(testClient(kratos.server.url), listIdentitySessions, { id: owner }, SIZE),
    );
  };

  const follow = (
    kind: ResourceChange['kind'],
    id: string | undefined,
    what: ResourceChange['what'],
    inPlaceOf?: string,
  ) => {
    const [connection] = parseConnections(
      [{ id: 'c', type: 'self-hosted', kratosAdmin: kratos.server.url }],
      [],
    ).connections;
    const view = { connection, lists, provider: { refresh: (row?: string) => refreshed.push(row) } };
    const explorer = {
      container: {
        connections: { byId: () => connection },
        client: () => Promise.resolve(testClient(kratos.server.url)),
      },
      projects: view,
      identities: view,
      keys: view,
    };
    return followChange(explorer as unknown as Explorer, {
      connection: 'c',
      kind,
      what,
      ...(id === undefined ? {} : { id }),
      ...(inPlaceOf === undefined ? {} : { inPlaceOf }),
    });
  };

  const ids = ({ items }: PagedList<Item>) => items.map(({ id }) => id);

  it('to a session is shown in its own list, and nothing is asked for', async () => {
    const one = sessionsOf(uuid(0));
    const other = sessionsOf(uuid(1));
    await Promise.all([one.ensure(), other.ensure()]);
    kratos.server.received.length = 0;
    await follow('sessions', sessionOf(uuid(0)), 'deleted');
    await Promise.all([everybody.ensure(), one.ensure(), other.ensure()]);
    assert.deepEqual(kratos.asked, []);
    assert.equal(one.items[0]?.active, false);
    assert.equal(other.items[0]?.active, true);
    assert.deepEqual(refreshed, [`c/identities/${uuid(0)}/+sessions`]);
  });

  it('to a session that was prolonged reads its own list alone', async () => {
    const one = sessionsOf(uuid(0));
    const other = sessionsOf(uuid(1));
    await Promise.all([one.ensure(), other.ensure()]);
    kratos.server.received.length = 0;
    await follow('sessions', sessionOf(uuid(0)), 'saved');
    await Promise.all([everybody.ensure(), one.ensure(), other.ensure()]);
    assert.equal(kratos.asked.length, 1);
    assert.match(kratos.asked[0] ?? '', new RegExp(`^GET /admin/identities/${uuid(0)}/sessions`));
  });

  it('a new identity stands on top of everybody, but in no list that was narrowed to others', async () => {
    const eve = { id: uuid(8), schema_id: 'default', traits: { email: 'eve@example.com' } };
    kratos.people = [...kratos.people, eve];
    await follow('identities', eve.id, 'created');
    assert.deepEqual(ids(everybody), [uuid(8), uuid(0), uuid(1), uuid(2), uuid(3)]);
    await found.ensure();
    assert.deepEqual(ids(found), [uuid(4)]);
  });

  it('a deleted identity is gone from every list, with or without a filter', async () => {
    await follow('identities', uuid(4), 'deleted');
    await follow('identities', uuid(1), 'deleted');
    assert.deepEqual(ids(found), []);
    assert.deepEqual(ids(everybody), [uuid(0), uuid(2), uuid(3)]);
    assert.deepEqual(kratos.asked, []);
  });

  it('deleted identities that are restored keep their places, under new ids', async () => {
    const [zero, one, two] = kratos.people;
    assert.ok(zero && one && two);
    for (const { id } of [zero, one]) await follow('identities', id, 'deleted');
    assert.deepEqual(ids(everybody), [uuid(2), uuid(3)]);
    // The last comes back first.
    const back = [
      { ...one, id: uuid(7), inPlaceOf: one.id },
      { ...zero, id: uuid(6), inPlaceOf: zero.id },
    ];
    kratos.people = [...back, ...kratos.people];
    for (const { id, inPlaceOf } of back) await follow('identities', id, 'created', inPlaceOf);
    assert.deepEqual(ids(everybody), [uuid(6), uuid(7), uuid(2), uuid(3)]);
  });

  it('some identities, nobody knows which, are read anew when they are looked at', async () => {
    await follow('identities', undefined, 'saved');
    assert.deepEqual(kratos.asked, []);
    assert.deepEqual(refreshed, [undefined]);
    await everybody.ensure();
    assert.ok(kratos.asked.length > 0);
  });

  it('a session that began is looked for in the lists that are shown', async () => {
    const one = sessionsOf(uuid(0));
    await one.ensure();
    kratos.server.received.length = 0;
    await follow('sessions', 'a-new-one', 'created');
    await Promise.all([everybody.ensure(), one.ensure()]);
    assert.equal(kratos.asked.length, 1);
    assert.match(kratos.asked[0] ?? '', new RegExp(`^GET /admin/identities/${uuid(0)}/sessions`));
  });

  it('a saved identity is read alone, and only where its row is shown', async () => {
    await follow('identities', uuid(0), 'saved');
    assert.deepEqual(kratos.asked, [`GET /admin/identities/${uuid(0)}`]);
    assert.deepEqual(ids(found), [uuid(4)]);
  });
});

describe('servers that came back', () => {
  it('are asked once more for what failed, and for nothing else', async () => {
    const kratos = await FakeKratos.start();
    const lists = new ListRegistry(
      () => undefined,
      () => undefined,
    );
    let address = 'http://127.0.0.1:1';
    const listOf = (id: string) =>
      lists.of<Item>({
        id,
        row: undefined,
        keyOf: (item) => item.id,
        open: () => new PageWalk(testClient(address), listIdentities, {}, SIZE),
      });
    const failed = listOf('c/failed');
    await failed.ensure();
    address = kratos.server.url;
    const fine = listOf('c/fine');
    await fine.ensure();
    kratos.server.received.length = 0;
    let refreshed = 0;
    const container = { connections: { all: [] } };
    const view = { id: 'ory.identities', container, lists, provider: { refresh: () => (refreshed += 1) } };
    await followAccess({ container, views: [view] } as unknown as Explorer, []);
    assert.equal(refreshed, 1);
    await Promise.all([failed.ensure(), fine.ensure()]);
    assert.equal(failed.failure, undefined);
    assert.equal(kratos.asked.length, 1);
    await kratos.server.close();
  });
});
