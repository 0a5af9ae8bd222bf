import assert from 'node:assert/strict';
import { isOryError } from '../../../src/ory/errors.ts';
import { listOAuth2Clients } from '../../../src/ory/operations/clients.ts';
import { listIdentities } from '../../../src/ory/operations/identities.ts';
import { listIdentitySchemas } from '../../../src/ory/operations/schemas.ts';
import { listOAuth2ConsentSessions } from '../../../src/ory/operations/oauth2-sessions.ts';
import { listWorkspaces } from '../../../src/ory/operations/projects.ts';
import { listIdentitySessions } from '../../../src/ory/operations/sessions.ts';
import { collect, nextOf, pages } from '../../../src/ory/paging.ts';
import { testClient } from '../support/test-client.ts';
import { answerJson, startTestServer, type TestServer } from '../support/test-server.ts';

const five = ['a', 'b', 'c', 'd', 'e'].map((id) => ({ id }));

describe('paging', () => {
  let server: TestServer;
  afterEach(() => server.close());

  const serve = async (answer: (query: URLSearchParams) => { items: unknown; link?: string }) => {
    server = await startTestServer((request, response) => {
      const { items, link } = answer(new URL(request.url, 'http://x').searchParams);
      answerJson(response, items, 200, link ? { link } : {});
    });
    return testClient(server.url);
  };

  const ids = (items: readonly { id?: string }[]) => items.map((item) => item.id).join('');

  it('follows tokens on today’s servers, whose links are relative', async () => {
    const client = await serve((query) => {
      const from = Number(query.get('page_token') ?? 0);
      const next = from + 2;
      return {
        items: five.slice(from, next),
        link:
          '</admin/identities?page_size=2&page_token=0>; rel="first"' +
          (next < 5 ? `,</admin/identities?page_size=2&page_token=${next}>; rel="next"` : ''),
      };
    });
    const seen: string[] = [];
    for await (const page of pages(client, listIdentities, {}, 2))
      seen.push(`${ids(page.items)}${page.more ? '+' : ''}`);
    assert.deepEqual(seen, ['ab+', 'cd+', 'e']);
  });

  it('stops at a list that never ends, and says so', async () => {
    let count = 0;
    const client = await serve(() => {
      count += 1;
      return {
        items: [{ client_id: `s${count}` }],
        link: `</admin/clients?page_token=${count}>; rel="next"`,
      };
    });
    await assert.rejects(
      collect(client, listOAuth2Clients, {}),
      (error) => isOryError(error, 'too-large') && error.message.includes('doesn’t end'),
    );
    assert.ok(count <= 500, `${count} pages`);
  });

  it('asks for the next page only when it is wanted', async () => {
    const client = await serve(() => ({ items: five.slice(0, 2), link: '</x?page_token=t>; rel="next"' }));
    const list = pages(client, listIdentities, {}, 2);
    await list.next();
    assert.equal(server.received.length, 1);
    await list.return();
  });

  it('counts pages from 1 on servers that link to them from 0 (Kratos 0.11, sessions to this day)', async () => {
    // Page 0 is page 1, but the links take page 1 for the second: they end before the last page.
    server = await startTestServer((request, response) => {
      const query = new URL(request.url, 'http://x').searchParams;
      const page = Number(query.get('page') ?? 0);
      const size = Number(query.get('per_page') ?? query.get('page_size'));
      const from = (Math.max(page, 1) - 1) * size;
      const link = (at: number, rel: string) =>
        `<http://other.example/sessions?page=${at}&page_size=${size}&page_token=eyJ9&per_page=${size}>; rel="${rel}"`;
      const next = (page + 1) * size < five.length ? `,${link(page + 1, 'next')}` : '';
      answerJson(response, five.slice(from, from + size), 200, {
        link: link(0, 'first') + next,
        'x-total-count': String(five.length),
      });
    });
    for (const size of [1, 2, 3, 4, 5, 6]) {
      assert.equal(ids(await collectBySize(testClient(server.url), size)), 'abcde', `${size} a page`);
    }
  });

  const collectBySize = async (client: ReturnType<typeof testClient>, size: number) => {
    const all: { id?: string }[] = [];
    for await (const page of pages(client, listIdentitySessions, { id: 'i' }, size)) all.push(...page.items);
    return all;
  };

  it('ends on a server that names a next page for ever (Hydra 2.0 without clients)', async () => {
    const client = await serve(() => ({ items: [], link: '</admin/clients?page_token=more>; rel="next"' }));
    assert.deepEqual(await collect(client, listOAuth2Clients, {}), []);
    assert.equal(server.received.length, 1);
  });

  it('ends when a token leads in a circle', async () => {
    let count = 0;
    const client = await serve(() => ({
      items: [{ client_id: `c${count++}` }],
      link: '</admin/clients?page_token=same>; rel="next"',
    }));
    assert.equal((await collect(client, listOAuth2Clients, {})).length, 2);
  });

  it('ends when pages only repeat what was seen', async () => {
    let count = 0;
    const client = await serve(() => ({ items: five, link: `</x?page_token=${count++}>; rel="next"` }));
    assert.equal(ids((await collect(client, listIdentities, {})) as { id: string }[]), 'abcde');
  });

  it('shows nothing twice when something is created while the list is read', async () => {
    let items = five.slice();
    const client = await serve((query) => {
      const from = Number(query.get('page_token') ?? 0);
      const page = items.slice(from, from + 2);
      // Counted from the beginning, so that a new first element moves all others on.
      items = [{ id: `new${from}` }, ...items];
      return {
        items: page,
        ...(page.length === 2 ? { link: `</x?page_token=${from + 2}>; rel="next"` } : {}),
      };
    });
    const all = (await collect(client, listIdentities, {})).map(({ id }) => id);
    assert.equal(new Set(all).size, all.length, all.join(' '));
    for (const { id } of five) assert.ok(all.includes(id), `${id} is missing in ${all.join(' ')}`);
  });

  it('ends when pages come around again', async () => {
    let count = 0;
    const client = await serve(() => ({
      items: count % 2 ? five.slice(2) : five.slice(0, 2),
      link: `</x?page_token=${count++}>; rel="next"`,
    }));
    assert.equal(ids((await collect(client, listIdentities, {})) as { id: string }[]), 'abcde');
  });

  it('takes null for an empty list (schemas of Kratos 0.11 past the end)', async () => {
    const client = await serve(() => ({ items: null }));
    assert.deepEqual(await collect(client, listIdentitySchemas, {}), []);
  });

  it('follows tokens that stand in the answer, until one is empty (Keto, the console)', async () => {
    const client = await serve((query) => {
      const from = Number(query.get('page_token') || 0);
      const next = from + 2 < 5 ? String(from + 2) : '';
      return { items: { next_page_token: next, workspaces: five.slice(from, from + 2) } };
    });
    assert.equal(ids(await collect(client, listWorkspaces, {})), 'abcde');
  });

  it('asks for as many as can be where servers lose items between pages (consents of Hydra 2.0)', async () => {
    const client = await serve((query) => {
      const from = JSON.parse(Buffer.from(query.get('page_token') ?? 'e30', 'base64').toString()) as {
        offset?: string;
      };
      const size = Number(query.get('page_size'));
      const at = Number(from.offset ?? 0);
      // What it calls the next page begins one too far.
      const next = Buffer.from(JSON.stringify({ offset: String(at + size + 1), v: 2 })).toString('base64url');
      return {
        items: five.slice(at, at + size),
        ...(at + size < 5 ? { link: `</x?page_size=1&page_token=${next}>; rel="next"` } : {}),
      };
    });
    const seen: unknown[] = [];
    for await (const page of pages(client, listOAuth2ConsentSessions, { subject: 'ada' }, 2))
      seen.push(...page.items);
    assert.deepEqual(seen, five);
  });

  it('carries filters from page to page', async () => {
    const client = await serve((query) => ({
      items: [{ client_id: query.get('page_token') ?? 'first' }],
      ...(query.has('page_token') ? {} : { link: '</admin/clients?page_token=t>; rel="next"' }),
    }));
    await collect(client, listOAuth2Clients, { owner: 'me & you' });
    assert.deepEqual(
      server.received.map((request) => new URL(request.url, 'http://x').searchParams.get('owner')),
      ['me & you', 'me & you'],
    );
  });
});

describe('Link headers', () => {
  it('reads next among others, in any order', () => {
    assert.deepEqual(nextOf('</a?page_token=x%2Fy&page_size=3>; rel="next",</a?page_token=0>; rel="first"'), {
      token: 'x/y',
      size: 3,
    });
    assert.equal(nextOf('</a?page_token=0>; rel="first"'), undefined);
    assert.equal(nextOf(undefined), undefined);
    assert.deepEqual(nextOf('</a?page=2>; rel="prev", </a?page=4&per_page=9>;rel=next'), {
      page: 4,
      size: 9,
    });
  });
});
