import assert from 'node:assert/strict';
import { commands, type TextDocument, window } from 'vscode';
import { ask, usePerson } from './direct-commands-support.ts';
import {
  eventually,
  newEmail,
  newIdentity,
  open,
  replace,
  setAutoSave,
  setText,
} from './documents-support.ts';

const front = (): TextDocument => {
  const document = window.activeTextEditor?.document;
  assert.ok(document);
  return document;
};
interface Client {
  readonly client_id: string;
  readonly client_name: string;
  readonly scope: string;
  readonly client_secret?: string;
}
const clientsOf = async (name: string) =>
  (await ask('hydra-admin', 'GET', `/admin/clients?client_name=${encodeURIComponent(name)}`))
    .json as Client[];

describe('creating, duplicating, renaming, deleting', () => {
  const person = usePerson();
  before(() => setAutoSave('off'));
  after(() => setAutoSave(undefined));

  const newClient = async (name: string) =>
    (await ask('hydra-admin', 'POST', '/admin/clients', { client_name: name, scope: 'a b' })).json as Client;
  const rowOf = ({ client_id: id, client_name: name }: Client) => ({
    ref: { connection: 'actions', kind: 'clients', id },
    name,
    getTreeItem: () => undefined,
    id,
  });

  async function newDocument(kind: 'identities' | 'clients'): Promise<TextDocument> {
    const id = `new-${newEmail()}${kind === 'identities' ? ':default' : ''}`;
    const ref = { connection: 'actions', kind, id, isNew: true };
    await commands.executeCommand('ory.openDocument', ref, 'New');
    return front();
  }

  it('imports passwords, hashed or not, that never stand in the text', async () => {
    for (const [label, secret] of [
      ['Password', 'correct horse battery'],
      ['Hashed password', '$2a$10$ZsCsoVQ3xfBG/K2z2XpBf.tm90GZmtOqtqWcB5.pYd5Eq8y7RlDyq'],
    ] as const) {
      const draft = await newDocument('identities');
      const email = newEmail();
      await setText(draft, draft.getText().replace(/"email": "[^"]*"/, `"email": "${email}"`));
      person().picks.push([label]);
      person().types.push(secret);
      await commands.executeCommand('ory.addCredential');
      assert.match(draft.getText(), /password": "•+ 1"/);
      assert.ok(!draft.getText().includes(secret));
      assert.equal(await draft.save(), true);
      const made = await eventually(front, ({ uri }) => uri.path.endsWith(`/${email}.json`));
      const id = (JSON.parse(made.getText()) as { id: string }).id;
      const { text } = await ask(
        'kratos-admin',
        'GET',
        `/admin/identities/${id}?include_credential=password`,
      );
      assert.match(text, /"hashed_password":"\$/);
      assert.ok(!made.getText().includes(secret));
    }
  });

  it('links accounts of providers, several of them', async () => {
    const draft = await newDocument('identities');
    const email = newEmail();
    await setText(draft, draft.getText().replace(/"email": "[^"]*"/, `"email": "${email}"`));
    for (const provider of ['google', 'github']) {
      person().picks.push(['OpenID Connect link']);
      person().types.push(provider, `${email}-account`);
      await commands.executeCommand('ory.addCredential');
    }
    assert.equal(await draft.save(), true);
    const made = await eventually(front, ({ uri }) => uri.path.endsWith(`/${email}.json`));
    assert.match(made.getText(), new RegExp(`google:${email}-account[^]*github:${email}-account`));
  });

  it('marks a placeholder whose secret is not known any more, and creates nothing', async () => {
    const draft = await newDocument('clients');
    await replace(draft, '"New client"', '"Docs unknown secret", "client_secret": "•••••••• 7"');
    assert.equal(await draft.save(), false);
    assert.deepEqual(await clientsOf('Docs unknown secret'), []);
    await commands.executeCommand('workbench.action.files.revert');
  });

  it('duplicates a client, and says what the copy does not have', async () => {
    const client = await newClient('Docs original');
    await commands.executeCommand('ory.duplicate', rowOf(client).ref, client.client_name);
    const draft = front();
    assert.match(draft.getText(), /"client_name": "Docs original \(copy\)"/);
    assert.ok(!draft.getText().includes(client.client_id));
    assert.match(person().told.join('\n'), /an id and a secret of its own/);
    await commands.executeCommand('workbench.action.files.save');
    const [made] = await eventually(
      () => clientsOf('Docs original (copy)'),
      (all) => all.length === 1,
    );
    assert.equal(made?.scope, 'a b');
    assert.notEqual(made.client_id, client.client_id);
  });

  it('duplicates an identity without what only one can have', async () => {
    const { id, email } = await newIdentity();
    await commands.executeCommand('ory.duplicate', { connection: 'actions', kind: 'identities', id }, email);
    assert.ok(!front().getText().includes(email));
    assert.match(front().getText(), /"email": ""/);
    assert.match(person().told.join('\n'), /Only one identity can have the same email: fill in another/);
  });

  it('renames a client, whose tab follows', async () => {
    const client = await newClient('Docs old name');
    await open('clients', client.client_id, 'Docs old name', 'actions');
    person().types.push('Docs new name');
    await commands.executeCommand('ory.rename');
    assert.equal((await clientsOf('Docs new name')).length, 1);
    await eventually(front, ({ uri }) => uri.path.endsWith('/Docs new name.json'));
  });

  it('brings a deleted client back under its id, with a new secret', async () => {
    const client = await newClient('Docs deleted');
    person().answers = { 'Delete Docs deleted': 'Delete', 'Undo re-creates it': 'Undo' };
    await commands.executeCommand('ory.deleteResource', rowOf(client));
    const told = await eventually(
      () => person().told.join('\n'),
      (all) => all.includes('The new client secret of Docs deleted'),
    );
    assert.match(
      told,
      /Deleted Docs deleted from Actions sandbox\. Undo re-creates it with a new secret, without tokens or consents\./,
    );
    const [back] = await clientsOf('Docs deleted');
    assert.equal(back?.client_id, client.client_id);
    assert.equal(back.scope, 'a b');
  });

  it('brings back an identity anew, and a key set as it was', async () => {
    const { id, email } = await newIdentity();
    person().answers = { Delete: 'Delete', Undo: 'Undo' };
    const rows = { ref: { connection: 'actions', kind: 'identities', id }, name: email };
    await commands.executeCommand('ory.deleteResource', { ...rows, id, getTreeItem: () => undefined });
    const found = await eventually(
      async () =>
        (await ask('kratos-admin', 'GET', `/admin/identities?credentials_identifier=${email}`)).json as {
          id: string;
        }[],
      (all) => all.length === 1 && all[0]?.id !== id,
    );
    assert.ok(found[0]);
    const set = email.replace('@example.com', '');
    await ask('hydra-admin', 'POST', `/admin/keys/${set}`, { alg: 'ES256', use: 'sig', kid: 'one' });
    const before = (await ask('hydra-admin', 'GET', `/admin/keys/${set}`)).text;
    const keys = { ref: { connection: 'actions', kind: 'keys', id: set }, name: set };
    await commands.executeCommand('ory.deleteResource', { ...keys, id: set, getTreeItem: () => undefined });
    await eventually(
      async () => (await ask('hydra-admin', 'GET', `/admin/keys/${set}`)).text,
      (text) => text === before,
    );
    assert.match(
      person().told.join('\n'),
      /Undo re-creates it with a new ID, without credentials or sessions\./,
    );
    assert.ok(!person().told.join('\n').includes('"d"'));
  });

  it('trusts a deleted issuer again', async () => {
    const list = async () =>
      (await ask('hydra-admin', 'GET', '/admin/trust/grants/jwt-bearer/issuers')).json as {
        id: string;
        issuer: string;
        subject: string;
      }[];
    const [issuer] = await list();
    assert.ok(issuer);
    person().answers = { Delete: 'Delete', Undo: 'Undo' };
    const row = { ref: { connection: 'actions', kind: 'issuers', id: issuer.id }, name: issuer.issuer };
    await commands.executeCommand('ory.deleteResource', {
      ...row,
      id: issuer.id,
      getTreeItem: () => undefined,
    });
    const back = await eventually(list, (all) =>
      all.some((one) => one.issuer === issuer.issuer && one.id !== issuer.id),
    );
    assert.ok(back.some(({ subject }) => subject === issuer.subject));
  });
});
