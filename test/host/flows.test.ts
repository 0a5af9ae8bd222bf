import assert from 'node:assert/strict';
import { commands, TabInputWebview, window } from 'vscode';
import { usePerson } from './direct-commands-support.ts';
import { eventually, setConnections } from './documents-support.ts';
import { sandboxAddresses } from './support.ts';

interface Request {
  readonly method: string;
  readonly path: string;
  readonly status: number;
}

const kratos = (path: string) => `${sandboxAddresses()['kratos-public'] ?? ''}${path}`;
const json = async <T>(path: string, init?: RequestInit): Promise<T> =>
  (await (await fetch(kratos(path), init)).json()) as T;

/** What Kratos' public port was asked since the test began. */
const asked = async (): Promise<readonly string[]> => {
  const { requests } = await json<{ requests: readonly (Request & { service: string })[] }>(
    '/.sandbox/requests',
  );
  return requests
    .filter(({ service }) => service === 'kratos-public')
    .map(({ method, path, status }) => `${method} ${path.split('?')[0] ?? ''} ${status}`);
};

const panel = (title: string) =>
  window.tabGroups.all
    .flatMap(({ tabs }) => tabs)
    .find(({ input, label }) => input instanceof TabInputWebview && label === title);

/** Waits for a panel with a title. */
const shown = (title: string) =>
  eventually(
    () => panel(title) !== undefined,
    (there) => there,
    15_000,
  );

describe('self-service flows', () => {
  const person = usePerson();

  before(async () => {
    const addresses = sandboxAddresses();
    const sandbox = {
      type: 'self-hosted',
      kratosPublic: addresses['kratos-public'],
      kratosAdmin: addresses['kratos-admin'],
      sandbox: true,
    };
    await setConnections([
      { ...sandbox, id: 'actions', name: 'staging' },
      { ...sandbox, id: 'live', name: 'Acme production', production: true },
      { ...sandbox, id: 'closed', name: 'Closed', readOnly: true },
      { ...sandbox, id: 'half', name: 'Half', kratosPublic: undefined },
    ]);
  });

  beforeEach(() => fetch(kratos('/.sandbox/requests'), { method: 'DELETE' }));
  afterEach(() => commands.executeCommand('workbench.action.closeAllEditors'));

  const open = (connection: string, text: string) =>
    commands.executeCommand('ory.openFlow', { connection }, text);

  it('open by their id alone, and are named in their tab', async () => {
    const { id } = await json<{ id: string }>('/self-service/recovery/api');
    await open('actions', id);
    await shown('recovery flow · staging');
    assert.deepEqual(
      (await asked()).filter((line) => line.endsWith('200')),
      ['GET /self-service/recovery/api 200', 'GET /self-service/recovery/flows 200'],
    );
  });

  it('start where an address says so, at the connection’s own server', async () => {
    await open('actions', 'https://elsewhere.example.com/self-service/login/browser?refresh=false');
    await shown('login flow · staging');
    assert.deepEqual(await asked(), ['GET /self-service/login/browser 200']);
  });

  it('are read, but neither started nor sent on a read-only connection', async () => {
    const { id } = await json<{ id: string }>('/self-service/login/api');
    await open('closed', id);
    await shown('login flow · Closed');
    await open('closed', 'https://x.example.com/self-service/login/api');
    assert.match(person().told.join('\n'), /Closed is a read-only connection: nothing can be changed/);
    await commands.executeCommand('ory.startFlow', { connection: 'closed' });
    assert.match(person().told.at(-1) ?? '', /read-only/);
    assert.equal((await asked()).filter((line) => line.includes('/login/api')).length, 1);
  });

  it('ask once on a production connection, and start nothing unless they may', async () => {
    await open('live', 'https://x.example.com/self-service/login/api');
    assert.match(person().told.join('\n'), /Acme production is a production connection/);
    assert.deepEqual(await asked(), []);
    person().answers = { 'is a production connection': 'Drive Flows' };
    await open('live', 'https://x.example.com/self-service/login/api');
    await shown('login flow · Acme production');
  });

  it('say what is missing where a connection has no public Kratos', async () => {
    await open('half', 'stub:500');
    assert.match(person().told.join('\n'), /Half has no address for Kratos \(public\)/);
  });

  it('tell whose session a token belongs to', async () => {
    const email = `who.${Date.now()}@example.com`;
    const password = 'Xq7-river-lantern';
    const credentials = { password: { config: { password } } };
    const headers = { 'content-type': 'application/json' };
    const admin = sandboxAddresses()['kratos-admin'] ?? '';
    const made = await fetch(`${admin}/admin/identities`, {
      method: 'POST',
      headers,
      body: JSON.stringify({ schema_id: 'default', traits: { email }, credentials }),
    });
    assert.equal(made.status, 201, await made.text());
    const { id } = await json<{ id: string }>('/self-service/login/api');
    const { session_token } = await json<{ session_token: string }>(`/self-service/login?flow=${id}`, {
      method: 'POST',
      headers,
      body: JSON.stringify({ method: 'password', identifier: email, password }),
    });
    person().picks = [['$(key) Enter a Session Token…']];
    person().types = [session_token];
    await commands.executeCommand('ory.whoAmI', { connection: 'actions' });
    assert.ok((await asked()).includes('GET /sessions/whoami 200'));
    assert.ok(panel('Self-Service Flow'));
  });
});
