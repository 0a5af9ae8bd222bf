import assert from 'node:assert/strict';
import { commands, extensions } from 'vscode';

describe('the extension in the host', () => {
  it('is installed under the id that others rely on', () => {
    assert.ok(extensions.getExtension('ory-explorer.ory-explorer'));
  });

  it('activates', async () => {
    const extension = extensions.getExtension('ory-explorer.ory-explorer');
    await extension?.activate();
    assert.equal(extension?.isActive, true);
  });

  it('has commands for what its views offer', async () => {
    const known = await commands.getCommands(true);
    assert.ok(known.some((command) => command.startsWith('ory.')));
  });
});
