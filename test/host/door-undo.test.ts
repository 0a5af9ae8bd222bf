// What commands and runs changed is taken back by Undo, with what no history keeps.
import assert from 'node:assert/strict';
import { commands, window } from 'vscode';
import { ask, LIVE, part, type Person, row, usePerson, writes } from './direct-commands-support.ts';
import { eventually } from './documents-support.ts';

interface Identity {
  readonly id: string;
  readonly state: string;
  readonly credentials?: Record<string, { config?: { hashed_password?: string } }>;
}

interface KeySet {
  readonly keys: readonly { readonly kid: string; readonly d?: string }[];
}

let count = 0;
const newName = (): string => `door-${Date.now().toString(36)}-${count++}`;

async function newIdentity(): Promise<{ id: string; name: string }> {
  const name = `${newName()}@example.com`;
  const { json } = await ask('kratos-admin', 'POST', '/admin/identities', {
    schema_id: 'default',
    traits: { email: name },
    credentials: {
      password: { config: { password: 'a-long-Passw0rd-of-tests' } },
      oidc: { config: { providers: [{ provider: 'google', subject: name }] } },
    },
  });
  return { id: (json as Identity).id, name };
}

async function newKeySet(...kids: readonly string[]): Promise<string> {
  const set = newName();
  for (const kid of kids)
    await ask('hydra-admin', 'POST', `/admin/keys/${set}`, { alg: 'ES256', use: 'sig', kid });
  return set;
}

const identity = async (id: string, query = '') =>
  (await ask('kratos-admin', 'GET', `/admin/identities/${id}${query}`)).json as Identity;
const keysOf = async (set: string) =>
  ((await ask('hydra-admin', 'GET', `/admin/keys/${set}`)).json as Partial<KeySet>).keys ?? [];
const kidsOf = async (set: string) => (await keysOf(set)).map(({ kid }) => kid).sort();

describe('Undo', () => {
  const given = usePerson();
  let person: Person;
  beforeEach(() => {
    person = given();
  });

  it('activates again whom a command deactivated', async () => {
    const { id, name } = await newIdentity();
    person.answers = { 'Deactivated ': 'Undo' };
    await commands.executeCommand('ory.deactivateIdentity', row('identities', id, name));
    await eventually(
      async () => (await identity(id)).state,
      (state) => state === 'active',
    );
    assert.deepEqual(person.told, [`Deactivated ${name} (Actions sandbox)`]);
    assert.deepEqual(
      (await writes('kratos-admin')).filter((line) => line.includes(id)),
      [`PATCH /admin/identities/${id}`, `PATCH /admin/identities/${id}`],
    );
  });

  it('brings deleted keys back with their private parts, all of them', async () => {
    const set = await newKeySet('one', 'two', 'three');
    const before = await keysOf(set);
    const keys = ['one', 'two'].map((kid) => part({ is: 'key', set, kid }));
    person.answers = { 'Delete 2 keys': 'Delete', 'Deleted 2 keys': 'Undo' };
    await commands.executeCommand('ory.deleteKey', keys[0], keys);
    const after = await eventually(
      () => keysOf(set),
      (all) => all.length === 3,
    );
    const privates = (all: KeySet['keys']) => Object.fromEntries(all.map(({ kid, d }) => [kid, d]));
    assert.deepEqual(privates(after), privates(before));
    assert.ok(!person.told.join('\n').includes(before[0]?.d ?? '-'));
  });

  it('takes an added and a rotated key away', async () => {
    const set = await newKeySet('one');
    person.answers = { 'Added a key': 'Undo', 'has a new': 'Undo' };
    person.picks = [['ES256'], ['sig']];
    await commands.executeCommand('ory.rotateKeys', row('keys', set, set));
    await eventually(
      async () => (await writes('hydra-admin')).length,
      (sent) => sent > 0,
    );
    await eventually(
      () => kidsOf(set),
      (kids) => kids.join() === 'one',
    );
  });

  it('restores a credential that was deleted, with its hash', async () => {
    const { id, name } = await newIdentity();
    const hashOf = async () =>
      (await identity(id, '?include_credential=password')).credentials?.password?.config?.hashed_password;
    const before = await hashOf();
    assert.ok(before);
    person.answers = {
      'Delete the password credential': 'Delete',
      'Deleted the password credential': 'Undo',
    };
    await commands.executeCommand(
      'ory.deleteCredential',
      part({ is: 'credential', identity: id, identityName: name, type: 'password', identifiers: [name] }),
    );
    assert.ok(
      person.told.some((words) => words.startsWith('Deleted the password')),
      person.told.join('\n'),
    );
    const after = await eventually(hashOf, (hash) => hash !== undefined);
    assert.equal(after, before);
    assert.ok(!person.told.join('\n').includes(before));
  });

  it('takes back what Run Operation wrote', async () => {
    const { id, name } = await newIdentity();
    person.answers = { 'Ran patchIdentity for': 'Undo' };
    await commands.executeCommand('ory.runOperation', {
      operation: 'patchIdentity',
      connection: 'actions',
      parameters: { id },
      body: '[{"op":"replace","path":"/traits/email","value":"changed@example.com"}]',
    });
    const draft = window.activeTextEditor?.document.uri;
    void commands.executeCommand('ory.sendOperation', draft);
    await eventually(
      async () => {
        await commands.executeCommand('workbench.action.acceptSelectedQuickOpenItem');
        return person.told.join('\n');
      },
      (told) => told.includes('Ran patchIdentity for'),
    );
    const traits = async () =>
      ((await ask('kratos-admin', 'GET', `/admin/identities/${id}`)).json as { traits: { email: string } })
        .traits;
    await eventually(traits, ({ email }) => email === name);
  });

  it('restores three people at once: one message, by their names', async () => {
    const people = [await newIdentity(), await newIdentity(), await newIdentity()];
    const rows = people.map(({ id, name }) => ({
      ...row('identities', id, name),
      id,
      getTreeItem: () => undefined,
    }));
    person.answers = { 'Delete 3 identities from': 'Delete', 'Deleted 3 identities from': 'Undo' };
    await commands.executeCommand('ory.deleteResource', rows[0], rows);
    await eventually(
      () => person.told.join('\n'),
      (told) => told.includes('Restored'),
    );
    const names = people.map(({ name }) => name);
    assert.deepEqual(person.told.slice(1), [
      'Deleted 3 identities from Actions sandbox. Undo re-creates them with new IDs, without credentials or sessions.',
      `Restored ${names[0]}, ${names[1]} and ${names[2]} on Actions sandbox. They have new IDs.`,
    ]);
  });

  it('refuses where somebody changed it since', async () => {
    const { id, name } = await newIdentity();
    let undo: () => void = () => undefined;
    window.showInformationMessage = (message: string) => {
      person.told.push(message);
      return message.startsWith('Deactivated')
        ? new Promise((resolve) => (undo = () => resolve('Undo')))
        : Promise.resolve(undefined);
    };
    await commands.executeCommand('ory.deactivateIdentity', row('identities', id, name));
    await ask('kratos-admin', 'PATCH', `/admin/identities/${id}`, [
      { op: 'replace', path: '/metadata_public', value: { by: 'another' } },
    ]);
    undo();
    await eventually(
      () => person.told.join('\n'),
      (told) => told.includes('It was changed since then'),
    );
    assert.equal((await identity(id)).state, 'inactive');
  });
});

describe('on a production connection', () => {
  const given = usePerson();
  let person: Person;
  beforeEach(() => {
    person = given();
  });

  const declined: readonly (readonly [string, () => Promise<unknown>, RegExp])[] = [
    [
      'deactivating',
      async () => {
        const { id, name } = await newIdentity();
        await writes('kratos-admin');
        return commands.executeCommand('ory.deactivateIdentity', row('identities', id, name, LIVE));
      },
      /^Deactivate .* on Live sandbox\?/,
    ],
    [
      'rotating a client’s secret',
      async () => {
        const { json } = await ask('hydra-admin', 'POST', '/admin/clients', { client_name: 'Live client' });
        await writes('hydra-admin');
        const { client_id: id } = json as { client_id: string };
        return commands.executeCommand('ory.rotateClientSecret', row('clients', id, 'Live client', LIVE));
      },
      /^Rotate the secret of Live client on Live sandbox\?/,
    ],
    [
      'rotating keys',
      async () => {
        const set = await newKeySet('one');
        await writes('hydra-admin');
        return commands.executeCommand('ory.rotateKeys', row('keys', set, set, LIVE));
      },
      /^Rotate the keys of .* on Live sandbox\?/,
    ],
  ];
  for (const [what, run, question] of declined)
    it(`${what} asks, and sends nothing when declined`, async () => {
      await run();
      assert.match(person.told[0] ?? '', question);
      assert.deepEqual(await writes('kratos-admin'), []);
      assert.deepEqual(await writes('hydra-admin'), []);
    });

  it('what was done is recorded, and shown read-only', async () => {
    const { id, name } = await newIdentity();
    person.answers = { 'Deactivate ': 'Deactivate' };
    await commands.executeCommand('ory.deactivateIdentity', row('identities', id, name, LIVE));
    await commands.executeCommand('ory.showProductionWrites');
    const text = window.activeTextEditor?.document.getText() ?? '';
    assert.match(text, new RegExp(`Live sandbox  patchIdentity  identities ${name} ${id}  200`));
  });
});
