import assert from 'node:assert/strict';
import { commands, type InputBox, type QuickPickItem, window, workspace } from 'vscode';

const NAME = '$(flame) [x](command:y)';

describe('a connection of an odd name', () => {
  const { showQuickPick, showInformationMessage, createInputBox } = window;

  before(() =>
    workspace.getConfiguration('ory').update(
      'connections',
      [
        { id: 'odd', name: NAME, type: 'self-hosted', kratosAdmin: 'http://127.0.0.1:1' },
        { id: 'other', type: 'workspace' },
      ],
      true,
    ),
  );
  afterEach(() => Object.assign(window, { showQuickPick, showInformationMessage, createInputBox }));
  after(() => workspace.getConfiguration('ory').update('connections', undefined, true));

  it('makes no icons in lists', async () => {
    let shown: readonly QuickPickItem[] = [];
    window.showQuickPick = ((items: readonly QuickPickItem[]) => {
      shown = items;
      return Promise.resolve(undefined);
    }) as unknown as typeof showQuickPick;
    await commands.executeCommand('ory.switchConnection');
    assert.ok(shown.some(({ label }) => label.endsWith('\\$(flame) [x](command:y)')));
  });

  it('makes no links in messages', async () => {
    let message = '';
    window.showInformationMessage = (text: string) => {
      message = text;
      return Promise.resolve(undefined);
    };
    await commands.executeCommand('ory.signOut', { id: 'odd' });
    assert.match(message, /^No key is stored/);
    assert.doesNotMatch(message, /\]\(/);
  });

  it('makes no links, which could be commands, beside an input', async () => {
    let prompt: string | undefined;
    window.createInputBox = () => {
      const box: InputBox = createInputBox();
      const show = box.show.bind(box);
      box.show = () => {
        show();
        prompt = box.prompt;
        setTimeout(() => box.hide(), 50);
      };
      return box;
    };
    await commands.executeCommand('ory.enterKey', { id: 'odd' });
    assert.match(prompt ?? '', /^Access token for/);
    assert.doesNotMatch(prompt ?? '', /\]\(/);
  });
});
