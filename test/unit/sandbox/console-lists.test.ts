import assert from 'node:assert/strict';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { SandboxOptions } from '../../../src/sandbox/options.ts';
import type { Sandbox } from '../../../src/sandbox/start.ts';
import { start, url } from './harness.ts';

interface Named {
  readonly id: string;
  readonly name: string;
}
interface Organization {
  readonly id: string;
  readonly label: string;
  readonly domains: readonly string[];
  readonly session_lifespan?: string;
}
interface ApiKey extends Named {
  readonly value?: string;
  readonly last_characters: string;
  readonly expires_at: string | null;
}
interface Failure {
  readonly error: { readonly code: number; readonly status: string; readonly reason: string };
}

const NOBODY = '00000000-0000-4000-8000-000000000000';

describe('sandbox: what the console lists', () => {
  let sandbox: Sandbox;
  const begin = async (options: Partial<SandboxOptions> = {}) =>
    (sandbox = await start({ ports: { console: 0 }, ...options }));
  beforeEach(() => begin());
  afterEach(() => sandbox.close());

  const call = (method: string, path: string, body?: unknown, key = 'ory_wak_test') =>
    fetch(url(sandbox, 'console', path), {
      method,
      headers: { authorization: `Bearer ${key}` },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
  const answer = async <T>(method: string, path: string, body?: unknown, status = 200): Promise<T> => {
    const response = await call(method, path, body);
    assert.equal(response.status, status, `${method} ${path}`);
    return (await response.json()) as T;
  };
  const refused = async (method: string, path: string, body: unknown, status: number) => {
    const { error } = await answer<Failure>(method, path, body, status);
    assert.equal(error.code, status);
    assert.ok(error.reason.length > 10, error.reason);
  };
  const projects = () => answer<(Named & { slug: string })[]>('GET', '/projects');
  const workspaces = async () => (await answer<{ workspaces: Named[] }>('GET', '/workspaces')).workspaces;

  it('has generated organizations, event streams, workspaces and keys, the same for the same seed', async () => {
    const seen = async () => {
      const [sandboxProject, , production] = await projects();
      const [first] = await workspaces();
      const of = (id = '') =>
        Promise.all([
          answer<{ organizations: Organization[] }>('GET', `/projects/${id}/organizations`),
          answer<{ event_streams: unknown[] }>('GET', `/projects/${id}/eventstreams`),
          answer<ApiKey[]>('GET', `/projects/${id}/tokens`),
        ]);
      const keys = await answer<ApiKey[]>('GET', `/workspaces/${first?.id ?? ''}/tokens`);
      return {
        one: await of(sandboxProject?.id),
        other: await of(production?.id),
        keys,
        all: await workspaces(),
      };
    };
    const now = await seen();
    for (const [{ organizations }, { event_streams }, tokens] of [now.one, now.other]) {
      assert.ok(organizations.length > 0 && event_streams.length > 0 && tokens.length > 0);
      assert.ok(tokens.every(({ value, last_characters }) => !value && last_characters.length === 4));
    }
    assert.equal(now.all.length, 2);
    assert.ok(now.keys.length > 0 && now.keys.every(({ value }) => value === undefined));
    await sandbox.close();
    await begin();
    assert.deepEqual(await seen(), now);
    await sandbox.close();
    await begin({ empty: true });
    assert.deepEqual([await projects(), await workspaces()], [[], []]);
  });

  it('pages organizations and workspaces by a token', async () => {
    const [project] = await projects();
    const path = `/projects/${project?.id ?? ''}/organizations`;
    for (const at of [1, 2, 3, 4, 5])
      await answer('POST', path, { label: `Paged ${at}`, domains: [`paged-${at}.test`] }, 201);
    for (const [at, member] of [
      [path, 'organizations'],
      ['/workspaces', 'workspaces'],
    ] as const) {
      const whole = await answer<Record<string, { id: string }[]>>('GET', at);
      const found: string[] = [];
      let token = '';
      let more = true;
      while (more) {
        const page = await answer<Record<string, unknown>>('GET', `${at}?page_size=2&page_token=${token}`);
        const items = page[member] as { id: string }[];
        assert.ok(items.length > 0 && items.length <= 2);
        found.push(...items.map(({ id }) => id));
        token = page.next_page_token as string;
        more = page.has_next_page as boolean;
        assert.equal(token !== '', more);
      }
      assert.deepEqual(
        found,
        whole[member]?.map(({ id }) => id),
      );
      for (const query of ['page_size=many', 'page_size=1001', 'page_size=0', 'page_token=mine'])
        await refused('GET', `${at}?${query}`, undefined, 400);
    }
  });

  it('refuses organizations with a domain that is none, or is another one’s', async () => {
    const [project] = await projects();
    const path = `/projects/${project?.id ?? ''}/organizations`;
    const made = await answer<Organization>('POST', path, { label: 'Acme', domains: ['acme.test'] }, 201);
    await refused('POST', path, { label: 'Other', domains: ['ACME.test'] }, 409);
    const other = await answer<Organization>('POST', path, { label: 'Other', domains: [] }, 201);
    await refused('PUT', `${path}/${other.id}`, { label: 'Other', domains: ['acme.test'] }, 409);
    // Its own domains are no others'.
    await answer('PUT', `${path}/${made.id}`, { label: 'Acme Ltd', domains: ['acme.test', 'acme.example'] });
    for (const body of [
      { label: 'x', domains: ['not a domain'] },
      { label: 'x', domains: 'acme.test' },
      { label: 'x', session_lifespan: 'a day' },
      { label: 'x', session_lifespan: '10s' },
      { label: 'x', default_region: 'the moon' },
    ])
      await refused('POST', path, body, 400);
    for (const method of ['GET', 'DELETE']) await refused(method, `${path}/${NOBODY}`, undefined, 404);
    await refused('PUT', `${path}/${NOBODY}`, { label: 'x', domains: [] }, 404);
    await refused('GET', `/projects/${NOBODY}/organizations`, undefined, 404);
  });

  it('changes organizations by a patch of the project, too', async () => {
    const [project] = await projects();
    const at = `/projects/${project?.id ?? ''}`;
    const { organizations } = await answer<{ organizations: Organization[] }>('GET', at);
    await answer('PATCH', at, [
      { op: 'replace', path: '/organizations/0/label', value: 'Patched' },
      { op: 'add', path: '/organizations/-', value: { label: 'Added', domains: ['added.test'] } },
    ]);
    const after = await answer<{ organizations: Organization[] }>('GET', `${at}/organizations`);
    assert.deepEqual(
      after.organizations.map(({ label }) => label),
      ['Patched', ...organizations.slice(1).map(({ label }) => label), 'Added'],
    );
    assert.equal(after.organizations[0]?.id, organizations[0]?.id);
    await refused(
      'PATCH',
      at,
      [{ op: 'add', path: '/organizations/-', value: { domains: ['added.test'] } }],
      409,
    );
    await answer('PATCH', at, [{ op: 'remove', path: '/organizations/0' }]);
    await refused('GET', `${at}/organizations/${organizations[0]?.id ?? ''}`, undefined, 404);
  });

  it('keeps event streams apart by project, and refuses those that lead nowhere', async () => {
    const [one, other] = await projects();
    const path = `/projects/${one?.id ?? ''}/eventstreams`;
    const stream = { type: 'https', https_endpoint: 'https://events.test/in' };
    const made = await answer<{ id: string; status: string }>('POST', path, stream, 201);
    assert.equal(made.status, 'active');
    for (const body of [
      { type: 'kafka' },
      { type: 'https' },
      { type: 'https', https_endpoint: 'http://events.test' },
      { type: 'https', https_endpoint: 'events' },
      { type: 'sns', topic_arn: 'here', role_arn: 'me' },
      { ...stream, status: 'asleep' },
    ])
      await refused('POST', path, body, 400);
    await refused('DELETE', `/projects/${other?.id ?? ''}/eventstreams/${made.id}`, undefined, 404);
    await refused('PUT', `${path}/${NOBODY}`, stream, 404);
  });

  it('makes, renames and opens workspaces', async () => {
    const made = await answer<Named & { organization_id: null }>(
      'POST',
      '/workspaces',
      { name: 'Mine' },
      201,
    );
    assert.equal(made.organization_id, null);
    const path = `/workspaces/${made.id}`;
    const renamed = await answer<Named>('PUT', path, { name: 'Ours' });
    assert.equal(renamed.name, 'Ours');
    assert.deepEqual(await answer('GET', path), renamed);
    const project = { name: 'In it', environment: 'dev', workspace_id: made.id };
    const { id } = await answer<Named>('POST', '/projects', project, 201);
    const inside = await answer<{ projects: Named[]; has_next_page: boolean }>('GET', `${path}/projects`);
    assert.deepEqual(
      inside.projects.map((one) => one.id),
      [id],
    );
    await refused('POST', '/workspaces', { name: ' ' }, 400);
    await refused('PUT', path, { name: 'x', access_policy: 'EVERYBODY' }, 400);
    await refused('GET', `/workspaces/${NOBODY}`, undefined, 404);
    await refused('GET', `/workspaces/${NOBODY}/tokens`, undefined, 404);
  });

  it('makes keys that are shown once, tells which have ended, and takes a project’s slug for its id', async () => {
    const [project] = await projects();
    const [workspace] = await workspaces();
    for (const [path, prefix] of [
      [`/projects/${project?.slug ?? ''}/tokens`, 'ory_pat_'],
      [`/workspaces/${workspace?.id ?? ''}/tokens`, 'ory_wak_'],
    ] as const) {
      const expires_at = '2099-01-01T00:00:00Z';
      const { value = '', ...made } = await answer<ApiKey>('POST', path, { name: 'CI', expires_at }, 201);
      assert.ok(value.startsWith(prefix) && value.endsWith(made.last_characters));
      const listed = await answer<ApiKey[]>('GET', path);
      assert.deepEqual(
        listed.find(({ id }) => id === made.id),
        made,
      );
      assert.ok(!JSON.stringify(listed).includes(value));
      await refused('POST', path, { name: '' }, 400);
      await refused('POST', path, { name: 'x', expires_at: 'soon' }, 400);
      await refused('POST', path, { name: 'x', expires_at: '2001-01-01T00:00:00Z' }, 400);
      assert.equal((await call('DELETE', `${path}/${made.id}`)).status, 204);
      await refused('DELETE', `${path}/${made.id}`, undefined, 404);
    }
  });

  it('locks out a workspace key that has ended', async () => {
    await sandbox.close();
    let at = new Date('2026-01-01T00:00:00Z');
    await begin({ clock: { now: () => at } });
    const [workspace] = await workspaces();
    const body = { name: 'short', expires_at: '2026-01-02T00:00:00Z' };
    const { value } = await answer<ApiKey>('POST', `/workspaces/${workspace?.id ?? ''}/tokens`, body, 201);
    assert.equal((await call('GET', '/projects', undefined, value)).status, 200);
    at = new Date('2026-01-03T00:00:00Z');
    assert.equal((await call('GET', '/projects', undefined, value)).status, 401);
  });

  it('keeps all of it over a restart', async () => {
    await sandbox.close();
    const folder = mkdtempSync(join(tmpdir(), 'ory-sandbox-'));
    const data = join(folder, 'data.json');
    await begin({ data });
    const [project] = await projects();
    const [workspace] = await workspaces();
    const id = project?.id ?? '';
    const paths = [
      `/projects/${id}/organizations`,
      `/projects/${id}/eventstreams`,
      `/projects/${id}/tokens`,
      `/workspaces/${workspace?.id ?? ''}/tokens`,
      '/workspaces',
    ];
    await answer('POST', `/projects/${id}/organizations`, { label: 'Kept', domains: ['kept.test'] }, 201);
    await answer('POST', `/projects/${id}/tokens`, { name: 'Kept' }, 201);
    const before = await Promise.all(paths.map((path) => answer('GET', path)));
    await sandbox.close();
    await begin({ data });
    assert.deepEqual(await Promise.all(paths.map((path) => answer('GET', path))), before);
    rmSync(folder, { recursive: true });
  });

  it('opens to no other key: none 401, an unknown one 401, a project’s 403', async () => {
    const [project] = await projects();
    for (const path of [`/projects/${project?.id ?? ''}/organizations`, '/workspaces'])
      for (const [key, status] of [
        ['', 401],
        ['rubbish', 401],
        ['ory_pat_test', 403],
      ] as const) {
        const response = await call('GET', path, undefined, key);
        assert.equal(response.status, status);
        assert.equal(((await response.json()) as Failure).error.code, status);
      }
  });
});
