// The kinds that stand in projects, workspaces and connections: listed, read, changed, created and removed, by what
// their folders declare alone, on the sandbox.
import assert from 'node:assert/strict';
import { listIdentities } from '../../../src/ory/operations/identities.ts';
import { listProjects, listWorkspaces } from '../../../src/ory/operations/projects.ts';
import type { OryClient } from '../../../src/ory/client.ts';
import { UndiciTransport } from '../../../src/ory/http/undici-transport.ts';
import { parseJson } from '../../../src/ory/json/tree.ts';
import type { KindId } from '../../../src/kinds/kind.ts';
import { KINDS } from '../../../src/kinds/kinds.ts';
import type { Listing, Within } from '../../../src/kinds/listing.ts';
import type { Row } from '../../../src/kinds/row.ts';
import { sessionsOfConnection } from '../../../src/kinds/session/listing.ts';
import { startSandbox, type Sandbox } from '../../../src/sandbox/start.ts';
import { testClient } from '../support/test-client.ts';

describe('the kinds of a console, and the sessions of a connection', () => {
  let sandbox: Sandbox;
  let client: OryClient;
  let project = '';
  let workspace = '';

  before(async () => {
    sandbox = await startSandbox({ ports: { 'kratos-admin': 0, console: 0 }, identities: 30, seed: 3 });
    const addresses = sandbox.addresses as Readonly<Record<string, string>>;
    client = testClient('', undefined, {
      endpoints: (service) =>
        Promise.resolve({
          baseUrl: addresses[service] ?? '',
          transport: new UndiciTransport(),
          ...(service === 'console' ? { authorization: 'Bearer ory_wak_sandbox' } : {}),
        }),
    });
    project = (await client.call(listProjects, {})).data[0]?.id ?? '';
    workspace = (await client.call(listWorkspaces, {})).data.workspaces[0]?.id ?? '';
  });
  after(() => sandbox.close());

  async function rows(listing: Listing | undefined, within: Partial<Within>): Promise<readonly Row[]> {
    assert.ok(listing);
    const whole: Within = { of: '', name: '', ...within };
    const page = await listing.open(client, whole, () => 250).next();
    return (page?.items ?? []).map((item) => listing.row(item, whole));
  }

  const ofKind = (kind: KindId, of: string) => rows(KINDS[kind].listings[0], { of });

  const rowOf = async (kind: KindId, of: string, id: string) =>
    (await ofKind(kind, of)).find((row) => row.id === id);

  /** Creates one, finds its row by the id of its document, and reads it. */
  async function create(kind: KindId, of: string, text: string) {
    const before = (await ofKind(kind, of)).length;
    const made = await KINDS[kind].creating!.create(client, parseJson(text), {}, of);
    const all = await ofKind(kind, of);
    assert.equal(all.length, before + 1);
    const row = all.find(({ id }) => id === made.id);
    assert.ok(row, `the row of ${made.id}`);
    return { ...made, row, read: await KINDS[kind].read(client, made.id) };
  }

  async function save(kind: KindId, id: string, change: (text: string) => string): Promise<string> {
    const fresh = parseJson(await KINDS[kind].read(client, id));
    const edited = parseJson(change(await KINDS[kind].read(client, id)));
    await KINDS[kind].writing!.save(client, { id, opened: fresh, edited, fresh });
    return KINDS[kind].read(client, id);
  }

  const parentOf = async (kind: KindId, id: string) => KINDS[kind].parentOf?.(client, id);

  it('an organization: a setting that is left out is taken away', async () => {
    const made = await create(
      'organizations',
      project,
      '{"label":"Acme","domains":["acme.example"],"session_lifespan":"24h"}',
    );
    assert.deepEqual([made.row.label, made.row.description], ['Acme', 'acme.example']);
    assert.deepEqual(await parentOf('organizations', made.id), { kind: 'projects', id: project });
    const text = await save('organizations', made.id, (was) =>
      was.replace('"Acme"', '"Acme Inc"').replace(/,?"session_lifespan":"24h"/, ''),
    );
    assert.match(text, /"label":\s*"Acme Inc"/);
    assert.doesNotMatch(text, /session_lifespan/);
    const undo = await KINDS.organizations.removing!.undo!(client, made.id);
    await KINDS.organizations.removing!.remove(client, made.id);
    assert.equal(await rowOf('organizations', project, made.id), undefined);
    const back = await undo!.restore();
    assert.notEqual(back.id, made.id);
    assert.equal((await rowOf('organizations', project, back.id))?.label, 'Acme Inc');
    await KINDS.organizations.removing!.remove(client, back.id);
  });

  it('an event stream, which the API lists but does not read alone', async () => {
    const made = await create(
      'eventStreams',
      project,
      '{"type":"https","https_endpoint":"https://events.example/in"}',
    );
    assert.equal(made.row.label, 'https://events.example/in');
    const text = await save('eventStreams', made.id, (was) => was.replace('"active"', '"paused"'));
    assert.match(text, /"status":\s*"paused"/);
    const paused = await rowOf('eventStreams', project, made.id);
    assert.deepEqual([paused?.description, paused?.dimmed], ['paused · https', true]);
    await KINDS.eventStreams.removing!.remove(client, made.id);
    await assert.rejects(KINDS.eventStreams.read(client, made.id), { message: /There is no event stream/ });
  });

  it('a workspace, renamed', async () => {
    const made = await create('workspaces', '', '{"name":"Second"}');
    const text = await save('workspaces', made.id, (was) => was.replace('"Second"', '"Third"'));
    assert.equal(KINDS.workspaces.nameOf(parseJson(text), made.id), 'Third');
    assert.equal(KINDS.workspaces.removing, undefined, 'only the Console deletes one');
  });

  for (const [kind, under, of] of [
    ['projectApiKeys', 'projects', () => project],
    ['workspaceApiKeys', 'workspaces', () => workspace],
  ] as const) {
    it(`${kind}: the value is told once, and stands in no row and no document`, async () => {
      const made = await create(kind, of(), '{"name":"CI"}');
      assert.match(made.secret?.value ?? '', /^ory_(pat|wak)_/);
      assert.doesNotMatch(made.read + JSON.stringify([made.row, made.row.facts()]), /ory_(pat|wak)_/);
      assert.equal(made.row.description, `…${made.secret?.value.slice(-4)}`);
      assert.deepEqual(await parentOf(kind, made.id), { kind: under, id: of() });
      assert.equal(KINDS[kind].writing, undefined);
      await KINDS[kind].removing!.remove(client, made.id);
      assert.equal(await rowOf(kind, of(), made.id), undefined);
    });
  }

  it('sessions: of everybody, active or ended, and of one identity; an ended one stays', async () => {
    const all = await rows(sessionsOfConnection, {});
    const [first] = await rows(sessionsOfConnection, { narrowed: 'active' });
    assert.ok(first && all.length > 1);
    const people = (await client.call(listIdentities, {})).data;
    const owner = await parentOf('sessions', first.id);
    assert.ok(people.some(({ id }) => id === owner?.id));
    const own = await rows(sessionsOfConnection, { narrowed: `identity ${owner?.id}` });
    assert.ok(own.some(({ id }) => id === first.id));
    await KINDS.sessions.removing!.remove(client, first.id);
    const active = await rows(sessionsOfConnection, { narrowed: 'active' });
    assert.equal(
      active.find(({ id }) => id === first.id),
      undefined,
    );
    const ended = await rows(sessionsOfConnection, { narrowed: 'ended' });
    assert.equal(ended.find(({ id }) => id === first.id)?.dimmed, true);
  });
});
