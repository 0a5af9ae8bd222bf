import assert from 'node:assert/strict';
import { commands, env, workspace } from 'vscode';
import { answerJson, startTestServer, type TestServer } from '../unit/support/test-server.ts';
import { until } from './explorer-support.ts';

describe('the Keys view', () => {
  let hydra: TestServer;

  before(async () => {
    hydra = await startTestServer(({ url }, response) => {
      const set = decodeURIComponent(/^\/admin\/keys\/([^/?]+)/.exec(url)?.[1] ?? '');
      if (set === 'a') answerJson(response, { keys: [{ kid: 'b', kty: 'RSA', alg: 'RS256', use: 'sig' }] });
      else if (set === 'a/b') answerJson(response, { keys: [] });
      else answerJson(response, url.startsWith('/admin/keys') ? { error: 'Not Found' } : [], 404);
    });
    await workspace
      .getConfiguration('ory')
      .update('connections', [{ id: 'keys-test', type: 'self-hosted', hydraAdmin: hydra.url }], true);
    await commands.executeCommand('ory.keys.focus');
  });
  after(async () => {
    await workspace.getConfiguration('ory').update('connections', undefined, true);
    await hydra.close();
  });

  /** What "Copy ID" copies of all rows that stand there. */
  async function rows(): Promise<string[]> {
    await commands.executeCommand('ory.keys.focus');
    await commands.executeCommand('list.selectAll');
    await env.clipboard.writeText('');
    await commands.executeCommand('ory.copyId', { view: 'ory.keys' });
    return (await env.clipboard.readText()).split('\n');
  }

  it('tells a key of one set from a set of a similar name', async () => {
    await until(async () => {
      // Shows the row and puts the focus on it; a view that was just opened may still take it away.
      await commands.executeCommand('ory.addKeySet', 'a');
      await commands.executeCommand('list.expand');
      return (await rows()).includes('b');
    }, 'the key is shown');
    await commands.executeCommand('ory.addKeySet', 'a/b');
    await until(async () => (await rows()).includes('a/b'), 'the set is shown');
    assert.ok((await rows()).includes('b'));
  });
});
