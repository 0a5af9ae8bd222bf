import assert from 'node:assert/strict';
import { commands, window, workspace } from 'vscode';

const SETTING = 'connections';
const ODD: readonly unknown[] = [null, 7, 'text', { name: 'without an id' }, ['list']];
const entry = { id: 'odd-test', name: 'Odd test', type: 'self-hosted', kratosAdmin: 'http://127.0.0.1:1' };

describe('connections beside entries that can’t be used', () => {
  const ask = window.showWarningMessage;
  const ory = () => workspace.getConfiguration('ory');
  const kept = () => ory().inspect<unknown[]>(SETTING)?.globalValue;

  before(() => ory().update(SETTING, [...ODD, entry], true));
  after(async () => {
    window.showWarningMessage = ask;
    await ory().update(SETTING, undefined, true);
  });

  it('are removed alone: the odd entries stay as they were', async () => {
    window.showWarningMessage = () => Promise.resolve('Remove');
    await commands.executeCommand('ory.removeConnection', { id: 'odd-test' });
    assert.deepEqual(kept(), ODD);
  });
});
