import assert from 'node:assert/strict';
import { PagedList, type Search } from '../../../src/features/explorer/lists/paged-list.ts';
import { listOAuth2Clients } from '../../../src/ory/operations/clients.ts';
import { PageWalk } from '../../../src/ory/paging.ts';
import { isOryError } from '../../../src/ory/errors.ts';
import type { CallOptions } from '../../../src/ory/client.ts';
import { testClient } from '../support/test-client.ts';
import { answerJson, startTestServer, type TestServer } from '../support/test-server.ts';

const TOTAL = 5;
const SIZE = 2;

describe('a list of pages', () => {
  let server: TestServer;
  let broken = false;
  let limited: string | undefined;
  let hang = false;
  let changes = 0;
  let abort: AbortController;

  beforeEach(async () => {
    broken = false;
    limited = undefined;
    hang = false;
    changes = 0;
    abort = new AbortController();
    server = await startTestServer(({ url }, response) => {
      if (hang) return;
      if (limited !== undefined) {
        answerJson(response, {}, 429, { 'retry-after': limited });
        limited = undefined;
        return;
      }
      if (broken) {
        answerJson(response, { error: { message: 'down' } }, 500);
        return;
      }
      const from = Number(new URL(url, server.url).searchParams.get('page_token') ?? 0);
      const items = Array.from({ length: Math.min(SIZE, TOTAL - from) }, (_, at) => ({
        client_id: `c${from + at}`,
      }));
      const next = from + SIZE;
      const link = next < TOTAL ? { link: `</admin/clients?page_token=${next}>; rel="next"` } : {};
      answerJson(response, items, 200, link);
    });
  });

  afterEach(() => server.close());

  const list = () =>
    new PagedList<{ client_id?: string }>({
      open: () => new PageWalk(testClient(server.url), listOAuth2Clients, {}, SIZE),
      keyOf: (item) => item.client_id ?? '',
      signal: abort.signal,
      onChange: () => (changes += 1),
    });
  const ids = (of: { readonly items: readonly { client_id?: string }[] }) =>
    of.items.map((item) => item.client_id);

  it('asks once for the first page, however often it is shown', async () => {
    const clients = list();
    await Promise.all([clients.ensure(), clients.ensure()]);
    await clients.ensure();
    assert.deepEqual(ids(clients), ['c0', 'c1']);
    assert.equal(clients.more, true);
    assert.equal(server.received.length, 1);
  });

  it('asks for the next page only, and knows the last one', async () => {
    const clients = list();
    await clients.ensure();
    await clients.loadMore();
    assert.match(server.received[1]?.url ?? '', /page_token=2/);
    await clients.loadMore();
    await clients.loadMore();
    assert.deepEqual(ids(clients), ['c0', 'c1', 'c2', 'c3', 'c4']);
    assert.equal(clients.more, false);
    assert.equal(server.received.length, 3);
  });

  it('refreshes as many pages as were shown', async () => {
    const clients = list();
    await clients.ensure();
    await clients.loadMore();
    clients.markStale();
    await clients.ensure();
    assert.equal(clients.items.length, 4);
    assert.equal(server.received.length, 4);
    assert.equal(clients.more, true);
  });

  it('keeps what it shows when a refresh fails, and asks again only when told to', async () => {
    const clients = list();
    await clients.ensure();
    broken = true;
    clients.markStale();
    await clients.ensure();
    const asked = server.received.length;
    await clients.ensure();
    assert.equal(server.received.length, asked);
    assert.equal(clients.failure?.during, 'refresh');
    assert.deepEqual(ids(clients), ['c0', 'c1']);
    broken = false;
    await clients.retry();
    assert.equal(clients.failure, undefined);
  });

  it('takes up a failed “more” at the page that failed', async () => {
    const clients = list();
    await clients.ensure();
    broken = true;
    await clients.loadMore();
    assert.equal(clients.failure?.during, 'more');
    broken = false;
    const asked = server.received.length;
    await clients.retry();
    assert.deepEqual(ids(clients), ['c0', 'c1', 'c2', 'c3']);
    assert.equal(server.received.length, asked + 1);
  });

  it('says when the server asks to wait, and goes on by itself', async () => {
    limited = '1';
    const clients = list();
    await clients.ensure();
    assert.equal(clients.pause?.reason, 'rate-limit');
    assert.equal(clients.items.length, 0);
    assert.ok(changes > 0);
    while (clients.loading) await new Promise((resolve) => setTimeout(resolve, 50));
    assert.equal(clients.pause, undefined);
    assert.deepEqual(ids(clients), ['c0', 'c1']);
  });

  it('can be stopped while it waits', async () => {
    limited = '30';
    const clients = list();
    await clients.ensure();
    clients.stop();
    while (clients.loading) await new Promise((resolve) => setTimeout(resolve, 5));
    assert.ok(isOryError(clients.failure?.error, 'cancelled'));
  });

  it('says nothing once nobody looks at it any more', async () => {
    hang = true;
    const clients = list();
    const loading = clients.ensure();
    setTimeout(() => abort.abort(), 20);
    await loading;
    assert.equal(clients.failure, undefined);
    assert.equal(changes, 0);
  });

  it('takes over single items without asking', async () => {
    const clients = list();
    await clients.ensure();
    clients.remove('c0');
    clients.put({ client_id: 'new' });
    assert.deepEqual(ids(clients), ['new', 'c1']);
    assert.equal(server.received.length, 1);
  });

  describe('that is searched', () => {
    const searchList = () => {
      const searches: Search[] = [];
      const walk = new PageWalk(testClient(server.url), listOAuth2Clients, {}, SIZE);
      const source = {
        searching: true,
        progress: 'far',
        next: (call?: CallOptions) => walk.next(call),
      };
      const found = new PagedList<{ client_id?: string }>({
        open: () => source,
        keyOf: (item) => item.client_id ?? '',
        signal: abort.signal,
        onChange: () => (changes += 1),
        onSearch: (search) => searches.push(search),
      });
      return { found, searches };
    };

    it('goes on through its pages by itself, and shows what was found so far', async () => {
      const { found, searches } = searchList();
      await found.ensure();
      assert.deepEqual(ids(found), ['c0', 'c1']);
      assert.equal(searches.length, 1);
      assert.equal(searches[0]?.progress(), 'far');
      await searches[0].ended;
      assert.deepEqual(ids(found), ['c0', 'c1', 'c2', 'c3', 'c4']);
      assert.equal(found.searching, false);
      assert.ok(changes > 0);
    });

    it('can be stopped, keeps what was found, and goes on where it stopped', async () => {
      const { found, searches } = searchList();
      hang = false;
      await found.ensure();
      hang = true;
      searches[0]?.stop();
      await searches[0]?.ended;
      assert.ok(isOryError(found.failure?.error, 'cancelled'));
      assert.deepEqual(ids(found), ['c0', 'c1']);
      hang = false;
      await found.retry();
      await searches[1]?.ended;
      assert.deepEqual(ids(found), ['c0', 'c1', 'c2', 'c3', 'c4']);
    });

    it('ends with its view', async () => {
      const { found, searches } = searchList();
      await found.ensure();
      hang = true;
      abort.abort();
      await searches[0]?.ended;
      assert.equal(found.searching, false);
    });
  });
});
