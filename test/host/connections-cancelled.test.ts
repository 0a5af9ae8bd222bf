import assert from 'node:assert/strict';
import { commands, type QuickPick, type QuickPickItem, window, workspace } from 'vscode';

describe('a choice of connections that is cancelled', () => {
  const { showQuickPick, showInformationMessage, createQuickPick } = window;
  let opened: string[] = [];

  before(() =>
    workspace.getConfiguration('ory').update(
      'connections',
      [
        { id: 'one', name: 'One', type: 'workspace' },
        { id: 'two', name: 'Two', type: 'workspace' },
      ],
      true,
    ),
  );
  beforeEach(() => {
    opened = [];
    window.showQuickPick = () => Promise.resolve(undefined);
    window.showInformationMessage = (message: string) => {
      opened.push(message);
      return Promise.resolve(undefined);
    };
    window.createQuickPick = <T extends QuickPickItem>(): QuickPick<T> => {
      const pick = createQuickPick<T>();
      pick.onDidChangeActive(() => {
        opened.push(pick.title ?? '');
        pick.hide();
      });
      return pick;
    };
  });
  afterEach(() => Object.assign(window, { showQuickPick, showInformationMessage, createQuickPick }));
  after(() => workspace.getConfiguration('ory').update('connections', undefined, true));

  for (const command of ['ory.testConnection', 'ory.openProject', 'ory.editConnection'])
    it(`ends ${command}, and opens nothing else`, async () => {
      await commands.executeCommand(command);
      assert.deepEqual(opened, []);
    });
});
