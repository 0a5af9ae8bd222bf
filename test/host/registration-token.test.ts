import assert from 'node:assert/strict';
import { commands } from 'vscode';
import { ask, usePerson, writes } from './direct-commands-support.ts';
import { closeAll, eventually, open, replace, setAutoSave } from './documents-support.ts';

interface Registered {
  readonly client_id: string;
  readonly registration_access_token: string;
}

describe('a client that was registered dynamically', () => {
  const person = usePerson();
  before(() => setAutoSave('off'));
  afterEach(closeAll);
  after(() => setAutoSave(undefined));

  /** Registers one as anybody can, and has the extension keep its token. */
  async function registered(name: string): Promise<string> {
    const made = await ask('hydra-public', 'POST', '/oauth2/register', {
      client_name: name,
      redirect_uris: ['http://127.0.0.1/cb'],
    });
    const { client_id: id, registration_access_token: token } = made.json as Registered;
    person().types = [id, token];
    person().picks = [['$(edit) Another, by its id and registration token…']];
    await commands.executeCommand('ory.openRegisteredClient');
    await closeAll();
    await writes('hydra-admin');
    person().types = [];
    person().picks = [];
    person().told.length = 0;
    return id;
  }

  const patches = async () => (await writes('hydra-admin')).filter((line) => line.startsWith('PATCH'));

  it('is not saved before one agrees to lose its registration token', async () => {
    const id = await registered('Reg saved');
    const document = await open('clients', id, 'Reg saved', 'actions');
    await replace(document, '"Reg saved"', '"Reg saved twice"');
    await document.save();
    assert.ok(document.isDirty);
    assert.match(person().told.join('\n'), /^Save Reg saved on Actions sandbox\?\n.*registered dynamically/);
    assert.deepEqual(await patches(), []);

    person().answers = { 'Save Reg saved': 'Save Anyway' };
    await document.save();
    await eventually(
      () => document.isDirty,
      (dirty) => !dirty,
    );
    assert.deepEqual(await patches(), [`PATCH /admin/clients/${id}`]);
  });

  it('is not renamed before one agrees; once the token has ended, nothing is asked', async () => {
    const id = await registered('Reg renamed');
    const ref = { connection: 'actions', kind: 'clients', id };
    person().types = ['Reg other'];
    await commands.executeCommand('ory.rename', { ref, name: 'Reg renamed' });
    assert.match(person().told.join('\n'), /Rename Reg renamed on Actions sandbox\?/);
    assert.deepEqual(await patches(), []);

    person().answers = { 'Rename Reg renamed': 'Rename Anyway' };
    person().types = ['Reg other'];
    await commands.executeCommand('ory.rename', { ref, name: 'Reg renamed' });
    assert.deepEqual(await patches(), [`PATCH /admin/clients/${id}`]);

    // The token was tried, refused and forgotten.
    await eventually(
      async () => {
        person().told.length = 0;
        person().types = [`Reg third ${Date.now()}`];
        await commands.executeCommand('ory.rename', { ref, name: 'Reg other' });
        return person().told.filter((text) => text.startsWith('Rename '));
      },
      (asked) => asked.length === 0,
    );
  });

  it('that nobody registered is saved without a question', async () => {
    const { json } = await ask('hydra-admin', 'POST', '/admin/clients', { client_name: 'Plain one' });
    const { client_id: id } = json as Registered;
    const document = await open('clients', id, 'Plain one', 'actions');
    await replace(document, '"Plain one"', '"Plain two"');
    await document.save();
    assert.deepEqual(person().told, []);
    assert.ok(!document.isDirty);
  });
});
