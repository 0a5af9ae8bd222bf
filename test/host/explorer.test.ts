import assert from 'node:assert/strict';
import { commands, env, window, workspace } from 'vscode';
import { FakeKratos, quiet, SIZE, until, uuid } from './explorer-support.ts';

const LIST = 'explorer-test/+rows/all';

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
    await quiet(kratos);
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
    await quiet(kratos);
    kratos.server.received.length = 0;
  });

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
    await quiet(kratos);
    assert.deepEqual(kratos.asked, [`GET /admin/identities?page_size=${SIZE}&page_token=2`]);
  });

  it('refreshes as many pages as it shows', async () => {
    await commands.executeCommand('ory.refreshIdentities');
    await until(() => kratos.asked.length === 2, 'both pages asked for');
    await quiet(kratos);
    assert.equal(kratos.asked.length, 2);
  });

  it('copies the ids of the selected rows, one a line', async () => {
    assert.deepEqual(await firstRows(2), [uuid(0), uuid(1)]);
  });

  it('asks a failing server once and then waits to be told', async () => {
    kratos.broken = true;
    await commands.executeCommand('ory.refreshIdentities');
    await until(() => kratos.asked.length > 0, 'asked');
    await quiet(kratos);
    assert.equal(kratos.asked.length, 1);
    kratos.broken = false;
    await commands.executeCommand('ory.retryLoading', 'ory.identities', LIST);
    await until(() => kratos.asked.length > 1, 'asked again');
    await quiet(kratos);
    assert.deepEqual(await firstRows(1), [uuid(0)]);
  });

  it('finds an identity at the server, in one request', async () => {
    await commands.executeCommand('ory.findIdentity', 'p4@example.com');
    await until(() => kratos.asked.length > 0, 'asked for one');
    await quiet(kratos);
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
    await quiet(kratos);
    // Read first, so that the deletion can be undone.
    const one = `/admin/identities/${uuid(0)}`;
    assert.deepEqual(kratos.asked, [`GET ${one}`, `DELETE ${one}`]);
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
