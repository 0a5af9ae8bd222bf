import assert from 'node:assert/strict';
import { commands, type QuickPick, type QuickPickItem, window } from 'vscode';
import {
  ask,
  clipboard,
  CLOSED,
  part,
  type Person,
  row,
  usePerson,
  writes,
} from './direct-commands-support.ts';
import { eventually } from './documents-support.ts';

interface Identity {
  readonly id: string;
  readonly state: string;
  readonly traits: { readonly email: string };
  readonly credentials?: Record<string, unknown>;
}

let count = 0;
async function newPerson(): Promise<Identity & { name: string }> {
  const email = `actions-${Date.now().toString(36)}-${count++}@example.com`;
  const { json, status } = await ask('kratos-admin', 'POST', '/admin/identities', {
    schema_id: 'default',
    traits: { email },
    credentials: { password: { config: { password: 'a-long-Passw0rd-of-tests' } } },
  });
  assert.equal(status, 201, JSON.stringify(json));
  return { ...(json as Identity), name: email };
}

async function newClient(body: object = {}): Promise<{ client_id: string; client_secret: string }> {
  const { json } = await ask('hydra-admin', 'POST', '/admin/clients', {
    client_name: 'Actions client',
    grant_types: ['client_credentials'],
    token_endpoint_auth_method: 'client_secret_post',
    ...body,
  });
  return json as { client_id: string; client_secret: string };
}

async function tokenOf({
  client_id: id,
  client_secret: secret,
}: {
  client_id: string;
  client_secret: string;
}) {
  const { json } = await ask(
    'hydra-public',
    'POST',
    '/oauth2/token',
    new URLSearchParams({ grant_type: 'client_credentials', client_id: id, client_secret: secret }),
  );
  return (json as { access_token: string }).access_token;
}

const identity = async (id: string) =>
  (await ask('kratos-admin', 'GET', `/admin/identities/${id}`)).json as Identity;

describe('direct commands', () => {
  const given = usePerson();
  let person: Person;
  beforeEach(() => {
    person = given();
  });

  describe('for identities', () => {
    it('create a recovery code that works, shown once, and copied on demand', async () => {
      const { id, name } = await newPerson();
      person.types = ['15m'];
      person.answers = { 'Recovery code of': 'Copy Code' };
      await commands.executeCommand('ory.createRecoveryCode', row('identities', id, name));
      assert.match(await clipboard(), /^\d{6}$/);
      assert.equal(person.told.length, 1);
      assert.match(
        person.told[0] ?? '',
        /Recovery code of .* \(Actions sandbox\)[^]*It expires in 1[45] minutes/,
      );
    });

    it('send nothing when the lifespan is not given', async () => {
      const { id, name } = await newPerson();
      await writes('kratos-admin');
      person.types = [undefined];
      await commands.executeCommand('ory.createRecoveryLink', row('identities', id, name));
      assert.deepEqual(await writes('kratos-admin'), []);
      person.types = [''];
      person.answers = { 'Recovery link of': 'Copy Link' };
      await commands.executeCommand('ory.createRecoveryLink', row('identities', id, name));
      assert.match(await clipboard(), /^http.*token=/);
    });

    it('find whom a person means, without a row', async () => {
      const { id, name } = await newPerson();
      const { createQuickPick } = window;
      const boxes: QuickPick<QuickPickItem>[] = [];
      window.createQuickPick = (() => {
        boxes.push(createQuickPick());
        return boxes.at(-1);
      }) as typeof createQuickPick;
      try {
        const running = commands.executeCommand('ory.deactivateIdentity');
        const box = await eventually(
          () => boxes.find(({ busy, items }) => !busy && items.length > 0),
          (found) => found !== undefined,
        );
        box!.value = name;
        // What the server finds stands first, and is what Enter takes.
        await eventually(
          () => [box!.items[0]?.detail, box!.items.length],
          ([detail, length]) => detail === id && length === 2,
        );
        await eventually(
          () => box!.activeItems[0]?.detail,
          (detail) => detail === id,
        );
        await commands.executeCommand('workbench.action.acceptSelectedQuickOpenItem');
        await running;
      } finally {
        Object.assign(window, { createQuickPick });
      }
      assert.equal((await identity(id)).state, 'inactive');
    });

    it('set the state of several, and of nobody on a read-only connection', async () => {
      const people = [await newPerson(), await newPerson()];
      const rows = people.map(({ id, name }) => row('identities', id, name));
      await commands.executeCommand('ory.deactivateIdentity', rows[0], rows);
      for (const { id } of people)
        assert.equal((await identity(id)).state, 'active', 'not before it was asked');
      person.answers = { 'Deactivate 2 identities on Actions sandbox?': 'Deactivate' };
      await commands.executeCommand('ory.deactivateIdentity', rows[0], rows);
      for (const { id } of people) assert.equal((await identity(id)).state, 'inactive');
      await commands.executeCommand('ory.activateIdentity', rows[0], rows);
      for (const { id } of people) assert.equal((await identity(id)).state, 'active');
      assert.deepEqual(person.told.slice(2), [
        'Deactivated 2 identities (Actions sandbox)',
        'Activated 2 identities (Actions sandbox)',
      ]);
      await writes('kratos-admin');
      const [first] = people;
      await commands.executeCommand(
        'ory.deactivateIdentity',
        row('identities', first?.id ?? '', first?.name ?? '', CLOSED),
      );
      assert.match(person.told.at(-1) ?? '', /Closed sandbox is a read-only connection/);
      assert.deepEqual(await writes('kratos-admin'), []);
    });

    it('delete a credential only when it was confirmed, and tell the server’s refusal in its words', async () => {
      const { id, name } = await newPerson();
      await writes('kratos-admin');
      const credential = part({
        is: 'credential',
        identity: id,
        identityName: name,
        type: 'password',
        identifiers: [name],
      });
      await commands.executeCommand('ory.deleteCredential', credential);
      assert.match(person.told[0] ?? '', /Delete the password credential of .* from Actions sandbox\?/);
      assert.deepEqual(await writes('kratos-admin'), []);
      person.answers = { 'Delete the': 'Delete' };
      await commands.executeCommand('ory.deleteCredential', credential);
      assert.deepEqual(await writes('kratos-admin'), [`DELETE /admin/identities/${id}/credentials/password`]);
      assert.match(person.told.at(-1) ?? '', /Couldn’t delete the password credential.*(last|first factor)/i);
    });

    it('delete all sessions of one, after asking', async () => {
      const { json } = await ask(
        'kratos-admin',
        'GET',
        '/admin/sessions?page_size=1&active=true&expand=identity',
      );
      const owner = (json as { identity: Identity }[])[0]?.identity;
      assert.ok(owner);
      const target = row('identities', owner.id, owner.traits.email);
      await commands.executeCommand('ory.deleteSessions', target);
      assert.deepEqual(await writes('kratos-admin'), []);
      person.answers = { 'Delete all sessions of': 'Delete' };
      await commands.executeCommand('ory.deleteSessions', target);
      const left = await ask('kratos-admin', 'GET', `/admin/identities/${owner.id}/sessions`);
      assert.deepEqual(left.json, []);
    });

    it('extend and end a session', async () => {
      const { json } = await ask('kratos-admin', 'GET', '/admin/sessions?page_size=1&active=true');
      const { id } = (json as { id: string; expires_at: string }[])[0] ?? { id: '' };
      await commands.executeCommand('ory.extendSession', row('sessions', id, 'Firefox'));
      assert.deepEqual(await writes('kratos-admin'), [`PATCH /admin/sessions/${id}/extend`]);
      person.answers = { 'End the session Firefox at Actions sandbox?': 'End' };
      await commands.executeCommand('ory.endSession', row('sessions', id, 'Firefox'));
      const after = await ask('kratos-admin', 'GET', `/admin/sessions/${id}`);
      assert.equal((after.json as { active: boolean }).active, false);
    });
  });

  describe('for clients', () => {
    it('rotate a secret, which is shown once and works, and delete the old ones', async () => {
      const client = await newClient();
      person.answers = { 'new client secret': 'Copy', 'Delete the old secrets': 'Delete' };
      const target = row('clients', client.client_id, 'Actions client');
      await commands.executeCommand('ory.rotateClientSecret', target);
      const secret = await clipboard();
      assert.notEqual(secret, client.client_secret);
      assert.ok(await tokenOf({ ...client, client_secret: secret }));
      assert.ok(await tokenOf(client), 'the old one is still good');
      await commands.executeCommand('ory.deleteOldSecrets', target);
      assert.equal(await tokenOf(client), undefined);
      assert.ok(await tokenOf({ ...client, client_secret: secret }));
    });

    it('delete the tokens of a client', async () => {
      const client = await newClient();
      const token = await tokenOf(client);
      const active = async () =>
        (
          (await ask('hydra-admin', 'POST', '/admin/oauth2/introspect', new URLSearchParams({ token })))
            .json as { active: boolean }
        ).active;
      assert.equal(await active(), true);
      const target = row('clients', client.client_id, 'Actions client');
      await commands.executeCommand('ory.deleteClientTokens', target);
      assert.match(
        person.told.at(-1) ?? '',
        /Delete all access tokens of Actions client from Actions sandbox\?/,
      );
      person.answers = { 'Delete all access tokens': 'Delete' };
      await commands.executeCommand('ory.deleteClientTokens', target);
      assert.equal(await active(), false);
    });
  });

  describe('for keys', () => {
    const set = `actions-${Date.now().toString(36)}`;
    const kids = async () =>
      ((await ask('hydra-admin', 'GET', `/admin/keys/${set}`)).json as { keys: { kid: string }[] }).keys.map(
        ({ kid }) => kid,
      );

    it('add, rotate and delete', async () => {
      person.picks = [['ES256'], ['Signatures']];
      person.types = ['first'];
      await commands.executeCommand('ory.addKey', row('keys', set, set));
      assert.deepEqual(await kids(), ['first']);
      await commands.executeCommand('ory.rotateKeys', row('keys', set, set));
      assert.equal((await kids()).length, 2);
      assert.match(person.told[0] ?? '', /has a new ES256 key\. The old one stays/);
      const key = part({ is: 'key', set, kid: 'first' });
      await commands.executeCommand('ory.deleteKey', key);
      assert.equal((await kids()).length, 2);
      person.answers = { 'Delete the key first of': 'Delete' };
      await commands.executeCommand('ory.deleteKey', key);
      const left = await kids();
      assert.equal(left.length, 1);
      assert.ok(!left.includes('first'));
    });
  });
});
