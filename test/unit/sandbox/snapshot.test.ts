import assert from 'node:assert/strict';
import { mkdtemp, readdir, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { getJson, send, start, url, type IdentityJson } from './harness.ts';

describe('sandbox: state on disk', () => {
  let folder: string;
  let data: string;
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'ory-sandbox-'));
    data = join(folder, 'state.json');
  });
  afterEach(() => rm(folder, { recursive: true, force: true }));

  it('survives a restart: created, changed and deleted identities, sessions, projects, big numbers', async () => {
    const one = await start({ data });
    const admin = (path: string) => url(one, 'kratos-admin', path);
    const [gone, changed] = await getJson<IdentityJson[]>(admin('/admin/identities'));
    await fetch(admin(`/admin/identities/${gone!.id}`), { method: 'DELETE' });
    await send(
      'PATCH',
      admin(`/admin/identities/${changed!.id}`),
      '[{"op":"add","path":"/metadata_admin","value":{"n":9007199254740993}}]',
    );
    await send('POST', admin('/admin/identities'), { traits: { email: 'kept@example.com' } });
    const sessions = await getJson<{ id: string }[]>(admin('/admin/sessions'));
    await fetch(admin(`/admin/sessions/${sessions[0]!.id}`), { method: 'DELETE' });
    const before = await getJson<IdentityJson[]>(admin('/admin/identities'));
    await one.close();

    const two = await start({ data });
    const again = (path: string) => url(two, 'kratos-admin', path);
    const strip = (value: unknown) => JSON.stringify(value).replace(/127\.0\.0\.1:\d+/g, '');
    assert.equal(strip(await getJson(again('/admin/identities'))), strip(before));
    assert.match(
      await (await fetch(again(`/admin/identities/${changed!.id}`))).text(),
      /"n":9007199254740993/,
    );
    const session = await getJson<{ active: boolean }>(again(`/admin/sessions/${sessions[0]!.id}`));
    assert.equal(session.active, false);
    assert.equal((await fetch(again(`/admin/identities/${gone!.id}`))).status, 404);
    assert.equal(
      (await send('POST', again('/admin/identities'), { traits: { email: 'kept@example.com' } })).status,
      409,
    );
    await two.close();
  });

  it('is written soon after a change, whole, and readable by its owner only', async () => {
    const sandbox = await start({ data });
    await send('POST', url(sandbox, 'kratos-admin', '/admin/identities'), {
      traits: { email: 'a@example.com' },
    });
    await sleep(600);
    assert.equal((await stat(data)).mode & 0o777, 0o600);
    assert.deepEqual(await readdir(folder), ['state.json']);
    await sandbox.close();
  });

  it('is refused when it is damaged, or was made from other data', async () => {
    await (await start({ data })).close();
    await assert.rejects(start({ data, identities: 21 }), /--identities 20/);
    await writeFile(data, '{"format":');
    await assert.rejects(start({ data }), /no valid JSON/);
    await writeFile(data, '{"format":"something else"}');
    await assert.rejects(start({ data }), /no snapshot/);
  });
});
