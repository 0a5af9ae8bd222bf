import assert from 'node:assert/strict';
import type { Sandbox } from '../../../src/sandbox/start.ts';
import { start, url } from './harness.ts';

interface ProjectJson {
  readonly id: string;
  readonly revision_id: string;
  readonly name: string;
  readonly services: { identity: { config: { session: { lifespan: string } } } };
}

describe('sandbox: console of Ory Network', () => {
  let sandbox: Sandbox;
  beforeEach(async () => {
    sandbox = await start();
  });
  afterEach(() => sandbox.close());
  const call = (method: string, path: string, body?: unknown, key = 'ory_wak_test') =>
    fetch(url(sandbox, 'console', path), {
      method,
      headers: { authorization: `Bearer ${key}` },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
  const first = async () => ((await (await call('GET', '/projects')).json()) as ProjectJson[])[0]!;
  const read = async (id: string) => (await (await call('GET', `/projects/${id}`)).json()) as ProjectJson;

  it('opens to a workspace key only', async () => {
    assert.equal((await fetch(url(sandbox, 'console', '/projects'))).status, 401);
    assert.equal((await call('GET', '/projects', undefined, 'rubbish')).status, 401);
    assert.equal((await call('GET', '/projects', undefined, 'ory_pat_test')).status, 403);
    assert.equal((await call('GET', '/projects')).status, 200);
  });

  it('patches a project, makes a new revision, and warns of settings that it does not keep', async () => {
    const { id } = await first();
    const before = await read(id);
    const response = await call('PATCH', `/projects/${id}`, [
      { op: 'replace', path: '/services/identity/config/session/lifespan', value: '1h' },
      { op: 'add', path: '/services/identity/config/serve', value: { public: { port: 1 } } },
    ]);
    const { project, warnings } = (await response.json()) as { project: ProjectJson; warnings: unknown[] };
    assert.equal(project.services.identity.config.session.lifespan, '1h');
    assert.notEqual(project.revision_id, before.revision_id);
    assert.equal(warnings.length, 1);
    assert.deepEqual(await read(id), project);
  });

  it('refuses a patch of an old revision', async () => {
    const { id } = await first();
    const { revision_id } = await read(id);
    const patch = [{ op: 'replace', path: '/name', value: 'Mine' }];
    assert.equal((await call('PATCH', `/projects/${id}/revision/${revision_id}`, patch)).status, 200);
    assert.equal((await call('PATCH', `/projects/${id}/revision/${revision_id}`, patch)).status, 409);
    assert.equal((await read(id)).name, 'Mine');
  });

  it('lists and removes members, makes keys that are shown once, and purges', async () => {
    const { id } = await first();
    const members = (await (await call('GET', `/projects/${id}/members`)).json()) as { id: string }[];
    assert.equal((await call('DELETE', `/projects/${id}/members/${members[1]!.id}`)).status, 204);
    assert.equal((await call('DELETE', `/projects/${id}/members/${members[1]!.id}`)).status, 404);
    const made = (await (await call('POST', `/projects/${id}/tokens`, { name: 'mine' })).json()) as {
      id: string;
      value: string;
    };
    assert.match(made.value, /^ory_pat_\w{32}$/);
    assert.equal((await (await call('GET', `/projects/${id}/tokens`)).text()).includes(made.value), false);
    assert.equal((await call('DELETE', `/projects/${id}/tokens/${made.id}`)).status, 204);
    assert.equal((await call('DELETE', `/projects/${id}`)).status, 204);
    assert.equal((await call('GET', `/projects/${id}`)).status, 404);
  });

  it('knows workspaces and their projects, and locks out a deleted key', async () => {
    const { workspaces } = (await (await call('GET', '/workspaces')).json()) as {
      workspaces: { id: string }[];
    };
    const path = `/workspaces/${workspaces[0]!.id}`;
    const { projects } = (await (await call('GET', `${path}/projects`)).json()) as { projects: unknown[] };
    assert.equal(projects.length, 3);
    const key = (await (await call('POST', `${path}/tokens`, { name: 'k' })).json()) as {
      id: string;
      value: string;
    };
    assert.equal((await call('GET', '/projects', undefined, key.value)).status, 200);
    await call('DELETE', `${path}/tokens/${key.id}`);
    assert.equal((await call('GET', '/projects', undefined, key.value)).status, 401);
  });

  it('keeps organizations with their onboarding links, and event streams', async () => {
    const { id } = await first();
    const send = async <T>(method: string, path: string, body?: unknown) =>
      (await (await call(method, `/projects/${id}${path}`, body)).json()) as T;
    const made = await send<{ id: string }>('POST', '/organizations', {
      label: 'Acme',
      domains: ['acme.test'],
    });
    const path = `/organizations/${made.id}`;
    await send('PUT', path, { label: 'Acme Ltd', domains: ['acme.test'], session_lifespan: '24h' });
    const link = await send<{ id: string; value: string }>('POST', `${path}/onboarding-portal-links`, {
      enable_sso: true,
    });
    await send('POST', `${path}/onboarding-portal-links/${link.id}`, { enable_sso: true, enable_scim: true });
    const { links } = await send<{ links: { enable_scim: boolean; value: string }[] }>(
      'GET',
      `${path}/onboarding-portal-links`,
    );
    assert.deepEqual(
      links.map(({ enable_scim, value }) => ({ enable_scim, value })),
      [{ enable_scim: true, value: link.value }],
    );
    const { organizations } = await send<{ organizations: Record<string, unknown>[] }>(
      'GET',
      '/organizations?domain=acme.test',
    );
    assert.deepEqual(
      organizations.map(({ label, session_lifespan, links }) => ({ label, session_lifespan, links })),
      [{ label: 'Acme Ltd', session_lifespan: '24h', links: undefined }],
    );

    const stream = await send<{ id: string }>('POST', '/eventstreams', {
      type: 'https',
      https_endpoint: 'https://events.test',
    });
    const paused = await send<Record<string, unknown>>('PUT', `/eventstreams/${stream.id}`, {
      status: 'paused',
    });
    assert.equal(paused.status, 'paused');
    assert.equal(paused.https_endpoint, 'https://events.test');
    assert.equal((await call('POST', `/projects/${id}/eventstreams`, { type: 'sns' })).status, 400);
    assert.equal((await call('DELETE', `/projects/${id}/eventstreams/${stream.id}`)).status, 204);
    assert.equal((await call('DELETE', `/projects/${id}${path}`)).status, 204);
    assert.equal((await call('GET', `/projects/${id}${path}`)).status, 404);
  });
});
