import assert from 'node:assert/strict';
import { findIdentities, IdentitySearch } from '../../../src/kinds/identity/search.ts';
import { testClient } from '../support/test-client.ts';
import { answerJson, startTestServer, type TestServer } from '../support/test-server.ts';

interface Person {
  readonly id: string;
  readonly traits: { readonly email: string };
  readonly login?: string;
}

const uuid = (n: number) => `00000000-0000-4000-8000-00000000000${n}`;
const people: Person[] = [
  { id: uuid(1), traits: { email: 'ada@example.com' } },
  { id: uuid(2), traits: { email: 'grace@example.com' }, login: 'google:42' },
  { id: uuid(3), traits: { email: 'alan@example.com' } },
];

describe('finding an identity', () => {
  let server: TestServer;
  afterEach(() => server.close());

  /** A Kratos of today, or with `filters: false` one that answers everybody. */
  async function find(text: string, filters = true) {
    server = await startTestServer(({ url }, response) => {
      const { pathname, searchParams: query } = new URL(url, 'http://x');
      const external = /\/by\/external\/(.*)$/.exec(pathname)?.[1];
      const id = /\/admin\/identities\/([^/]+)$/.exec(pathname)?.[1];
      const missing = () => answerJson(response, { error: { message: 'not there' } }, 404);
      if (external) {
        if (external === 'crm-7') answerJson(response, people[2]);
        else missing();
      } else if (id) {
        const found = people.find((person) => person.id === id);
        if (found) answerJson(response, found);
        else missing();
      } else if (!filters) answerJson(response, people);
      else {
        const exact = query.get('credentials_identifier');
        const similar = query.get('preview_credentials_identifier_similar');
        answerJson(
          response,
          people.filter(({ traits, login }) =>
            exact === null
              ? similar !== null && traits.email.includes(similar)
              : [traits.email, login].includes(exact),
          ),
        );
      }
    });
    const search = new IdentitySearch(testClient(server.url), text, 250);
    const page = await search.next();
    return { ids: page?.items.map(({ id }) => id), note: search.note, asked: server.received.length };
  }

  it('by its e-mail, in one request', async () => {
    assert.deepEqual(await find('ada@example.com'), {
      ids: [uuid(1)],
      note: 'Identifier is “ada@example.com”',
      asked: 1,
    });
  });

  it('by a login name that its traits don’t show', async () => {
    const { ids, note } = await find('google:42');
    assert.deepEqual(ids, [uuid(2)]);
    assert.match(note ?? '', /^Identifier is/);
  });

  it('by a part, where nobody has exactly that', async () => {
    const { ids, note } = await find('grace');
    assert.deepEqual(ids, [uuid(2)]);
    assert.match(note ?? '', /resembles/);
  });

  it('by its id and by its external id', async () => {
    assert.deepEqual((await find(uuid(3))).ids, [uuid(3)]);
    await server.close();
    const { ids, note } = await find('crm-7');
    assert.deepEqual(ids, [uuid(3)]);
    assert.match(note ?? '', /External id/);
  });

  it('and finds nobody where there is nobody', async () => {
    const { ids, note } = await find('nobody');
    assert.deepEqual(ids, []);
    assert.equal(note, undefined);
  });

  it('shows no strangers where the server ignores the filter, and says so', async () => {
    const { ids, note } = await find('alan@example.com', false);
    assert.deepEqual(ids, [uuid(3)]);
    assert.match(note ?? '', /can’t search/);
  });

  /** A Kratos whose filters are never answered, as on SQLite with many identities. */
  async function findOnSqlite(text: string) {
    server = await startTestServer(({ url }, response) => {
      const { pathname, searchParams: query } = new URL(url, 'http://x');
      if (pathname !== '/admin/identities') answerJson(response, { error: { message: 'not there' } }, 404);
      else if (!query.has('credentials_identifier') && !query.has('preview_credentials_identifier_similar'))
        answerJson(response, people);
    });
    const client = testClient(server.url, undefined, { timeoutMs: 200 });
    const search = new IdentitySearch(client, text, 250);
    const page = await search.next();
    return { ids: page?.items.map(({ id }) => id), note: search.note, received: server.received };
  }

  it('says that a filter timed out, and looks through the pages instead', async () => {
    const { ids, note, received } = await findOnSqlite('alan');
    assert.deepEqual(ids, [uuid(3)]);
    assert.equal(
      note,
      'The server took too long to search, as Kratos on SQLite does. Of its 3 identities, 1 contains “alan”',
    );
    // The other filter would take as long.
    assert.equal(received.filter(({ url }) => url.includes('identifier')).length, 1);
  });

  it('is a search that goes on by itself where pages are looked through', async () => {
    server = await startTestServer(({ url }, response) => {
      const page = Number(new URL(url, 'http://x').searchParams.get('page') ?? 1);
      const next = page < 3 ? { link: `<http://x/identities?page=${page + 1}&per_page=1>; rel="next"` } : {};
      answerJson(response, people.slice(page - 1, page), 200, { 'x-total-count': '3', ...next });
    });
    const search = new IdentitySearch(testClient(server.url), 'alan@example.com', 1);
    assert.deepEqual((await search.next())?.items, []);
    assert.equal(search.searching, true);
    assert.equal(search.progress, '1 identity looked through, 0 found');
    await search.next();
    await search.next();
    assert.equal(await search.next(), undefined);
    assert.equal(search.progress, '3 identities looked through, 1 found');
    assert.match(search.note ?? '', /^This server can’t search\. Of its 3 identities, 1 contains/);
    // Who chooses from a few finds those of later pages, too.
    const found = await findIdentities(testClient(server.url), 'alan@example.com', 1);
    assert.deepEqual(
      found.map(({ id }) => id),
      [uuid(3)],
    );
  });
});
