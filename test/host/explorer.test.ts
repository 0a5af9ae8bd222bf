import assert from 'node:assert/strict';
import { commands, env, window, workspace } from 'vscode';
import { answerJson, type Received, startTestServer, type TestServer } from '../unit/support/test-server.ts';

const TOTAL = 5;
const SIZE = 2;
const LIST = 'explorer-test/+rows/all';

interface Person {
  readonly id: string;
  readonly traits: { readonly email: string };
  readonly schema_id: string;
}

const uuid = (n: number) => `00000000-0000-4000-8000-00000000000${n}`;

/** A Kratos of five people, as small as these tests need it. */
class FakeKratos {
  people: Person[] = [];
  broken = false;
  /** Ids that can't be deleted. */
  readonly stubborn = new Set<string>();
  private constructor(readonly server: TestServer) {}

  static async start(): Promise<FakeKratos> {
    const server = await startTestServer((request, response) => kratos.answer(request, response));
    const kratos = new FakeKratos(server);
    kratos.reset();
    return kratos;
  }

  reset(): void {
    this.broken = false;
    this.stubborn.clear();
    this.server.received.length = 0;
    this.people = Array.from({ length: TOTAL }, (_, at) => ({
      id: uuid(at),
      schema_id: 'default',
      traits: { email: `p${at}@example.com` },
    }));
  }

  /** What was asked, without the host. */
  get asked(): string[] {
    return this.server.received.map(({ method, url }) => `${method} ${url}`);
  }

  private answer({ method, url }: Received, response: Parameters<typeof answerJson>[0]): void {
    const { pathname, searchParams: query } = new URL(url, this.server.url);
    const id = /\/admin\/identities\/([^/]+)$/.exec(pathname)?.[1];
    if (this.broken) answerJson(response, { error: { message: 'the database is down' } }, 500);
    else if (id && method === 'DELETE') {
      if (this.stubborn.has(id)) answerJson(response, { error: { message: 'not this one' } }, 409);
      else {
        this.people = this.people.filter((person) => person.id !== id);
        response.writeHead(204).end();
      }
    } else if (id) {
      const found = this.people.find((person) => person.id === id);
      answerJson(response, found ?? { error: { message: 'not there' } }, found ? 200 : 404);
    } else this.list(query, response);
  }

  private list(query: URLSearchParams, response: Parameters<typeof answerJson>[0]): void {
    const exact = query.get('credentials_identifier') ?? query.get('preview_credentials_identifier_similar');
    if (exact !== null) {
      answerJson(
        response,
        this.people.filter(({ traits }) => traits.email === exact),
      );
      return;
    }
    const from = Number(query.get('page_token') ?? 0);
    const next = from + SIZE;
    const more = next < this.people.length;
    const link: Record<string, string> = more
      ? { link: `</admin/identities?page_size=${SIZE}&page_token=${next}>; rel="next"` }
      : {};
    answerJson(response, this.people.slice(from, next), 200, link);
  }
}

/** Waits until something holds; the views work by themselves. */
async function until(holds: () => boolean | Promise<boolean>, what: string): Promise<void> {
  for (let waited = 0; !(await holds()); waited += 50) {
    if (waited > 8000) assert.fail(`still not: ${what}`);
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

describe('the explorer', () => {
  let kratos: FakeKratos;
  const ask = window.showWarningMessage;

  before(async () => {
    kratos = await FakeKratos.start();
    const ory = workspace.getConfiguration('ory');
    await ory.update('pageSize', SIZE, true);
    await commands.executeCommand('workbench.view.extension.ory');
    await ory.update(
      'connections',
      [{ id: 'explorer-test', name: 'Explorer test', type: 'self-hosted', kratosAdmin: kratos.server.url }],
      true,
    );
    await commands.executeCommand('ory.identities.focus');
    await until(() => kratos.asked.length > 0, 'asked for identities');
    await quiet();
  });

  after(async () => {
    const ory = workspace.getConfiguration('ory');
    await ory.update('connections', undefined, true);
    await ory.update('pageSize', undefined, true);
    await kratos.server.close();
  });

  afterEach(async () => {
    window.showWarningMessage = ask;
    kratos.reset();
    await commands.executeCommand('ory.clearIdentityFilter');
    await commands.executeCommand('ory.refreshIdentities');
    await until(() => kratos.asked.length > 0, 'refreshed');
    await quiet();
    kratos.server.received.length = 0;
  });

  /** Waits until no request has come for long enough that none is on its way. */
  async function quiet(): Promise<void> {
    for (let before = -1; before !== kratos.asked.length;) {
      before = kratos.asked.length;
      await new Promise((resolve) => setTimeout(resolve, 800));
    }
  }

  /** The ids of the first rows, as "Copy ID" gives them after selecting `count` rows. */
  async function firstRows(count: number): Promise<string[]> {
    await commands.executeCommand('ory.identities.focus');
    await commands.executeCommand('list.clear');
    await commands.executeCommand('list.focusFirst');
    await commands.executeCommand('list.toggleSelection');
    for (let at = 1; at < count; at++) await commands.executeCommand('list.expandSelectionDown');
    await env.clipboard.writeText('');
    await commands.executeCommand('ory.copyId', { view: 'ory.identities' });
    return (await env.clipboard.readText()).split('\n');
  }

  it('shows the first page after one request, of the size that is set', () => {
    assert.deepEqual(kratos.asked, [`GET /admin/identities?page_size=${SIZE}`]);
  });

  it('loads the next page and nothing else', async () => {
    await commands.executeCommand('ory.loadMore', 'ory.identities', LIST);
    await until(() => kratos.asked.length > 0, 'asked for more');
    await quiet();
    assert.deepEqual(kratos.asked, [`GET /admin/identities?page_size=${SIZE}&page_token=2`]);
  });

  it('refreshes as many pages as it shows', async () => {
    await commands.executeCommand('ory.refreshIdentities');
    await until(() => kratos.asked.length === 2, 'both pages asked for');
    await quiet();
    assert.equal(kratos.asked.length, 2);
  });

  it('copies the ids of the selected rows, one a line', async () => {
    assert.deepEqual(await firstRows(2), [uuid(0), uuid(1)]);
  });

  it('asks a failing server once and then waits to be told', async () => {
    kratos.broken = true;
    await commands.executeCommand('ory.refreshIdentities');
    await quiet();
    assert.equal(kratos.asked.length, 1);
    kratos.broken = false;
    await commands.executeCommand('ory.retryLoading', 'ory.identities', LIST);
    await until(() => kratos.asked.length > 1, 'asked again');
    await quiet();
    assert.deepEqual(await firstRows(1), [uuid(0)]);
  });

  it('finds an identity at the server, in one request', async () => {
    await commands.executeCommand('ory.findIdentity', 'p4@example.com');
    await until(() => kratos.asked.length > 0, 'asked for one');
    await quiet();
    assert.deepEqual(kratos.asked, [
      `GET /admin/identities?page_size=${SIZE}&credentials_identifier=p4%40example.com`,
    ]);
    assert.deepEqual(await firstRows(1), [uuid(4)]);
  });

  it('deletes only what was confirmed, and asks for no list afterwards', async () => {
    let question = '';
    const person: { answers?: string } = {};
    window.showWarningMessage = (message: string) => {
      question = message;
      return Promise.resolve(person.answers);
    };
    await firstRows(1);
    await commands.executeCommand('ory.deleteResource', { view: 'ory.identities' });
    assert.equal(question, 'Delete p0@example.com from Explorer test?');
    assert.deepEqual(kratos.asked, []);
    person.answers = 'Delete';
    await commands.executeCommand('ory.deleteResource', { view: 'ory.identities' });
    await quiet();
    assert.deepEqual(kratos.asked, [`DELETE /admin/identities/${uuid(0)}`]);
    assert.deepEqual(await firstRows(1), [uuid(1)]);
  });

  it('deletes what can be deleted of several, and tells the rest in one message', async () => {
    kratos.stubborn.add(uuid(0));
    const told: string[] = [];
    const tell = window.showErrorMessage;
    window.showWarningMessage = () => Promise.resolve('Delete');
    window.showErrorMessage = (message: string) => {
      told.push(message);
      return Promise.resolve(undefined);
    };
    try {
      await firstRows(2);
      await commands.executeCommand('ory.deleteResource', { view: 'ory.identities' });
    } finally {
      window.showErrorMessage = tell;
    }
    assert.equal(told.length, 1);
    assert.match(told[0] ?? '', /1 of 2 .*p0@example\.com/);
    assert.ok(!kratos.people.some(({ id }) => id === uuid(1)));
  });
});
