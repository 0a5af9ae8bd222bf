import assert from 'node:assert/strict';
import { commands, env, type InputBox, window, workspace } from 'vscode';
import { answerJson, startTestServer, type TestServer } from '../unit/support/test-server.ts';
import { until, uuid } from './explorer-support.ts';

const TOKEN = 'token-for-the-gateway';

describe('the views follow keys and servers', () => {
  let gateway: TestServer;
  const { createInputBox, showWarningMessage } = window;

  before(async () => {
    gateway = await startTestServer(({ url, headers }, response) => {
      if (url.startsWith('/health')) answerJson(response, { status: 'ok' });
      else if (headers.authorization !== `Bearer ${TOKEN}`) answerJson(response, { error: 'who?' }, 401);
      else if (url.startsWith('/admin/identities'))
        answerJson(response, [{ id: uuid(0), schema_id: 'default', traits: { email: 'ada@example.com' } }]);
      else answerJson(response, {}, 404);
    });
    await workspace
      .getConfiguration('ory')
      .update('connections', [{ id: 'access-test', type: 'self-hosted', kratosAdmin: gateway.url }], true);
    await commands.executeCommand('ory.identities.focus');
    await until(() => asked().length > 0, 'asked for identities');
  });
  afterEach(() => Object.assign(window, { createInputBox, showWarningMessage }));
  after(async () => {
    await workspace.getConfiguration('ory').update('connections', undefined, true);
    await gateway.close();
  });

  const asked = () => gateway.received.filter(({ url }) => /identities\?page_size=\d\d/.test(url));

  /** What "Copy ID" copies of all rows of the Identities view. */
  async function rows(): Promise<string> {
    await commands.executeCommand('ory.identities.focus');
    await commands.executeCommand('list.selectAll');
    await env.clipboard.writeText('');
    await commands.executeCommand('ory.copyId', { view: 'ory.identities' });
    return env.clipboard.readText();
  }

  /** Types a text into the next input box and accepts it; hands back what the box said. */
  function type(text: string): { prompt: string } {
    const seen = { prompt: '' };
    window.createInputBox = () => {
      const box = createInputBox();
      const { onDidAccept } = box;
      let accept: () => unknown = () => undefined;
      const stub: Partial<InputBox> = {
        show: () => {
          seen.prompt = stub.prompt ?? '';
          stub.value = text;
          setTimeout(() => accept(), 0);
        },
        dispose: () => box.dispose(),
        onDidAccept: (listener) => {
          accept = () => listener();
          return onDidAccept(listener);
        },
        onDidChangeValue: box.onDidChangeValue,
        onDidHide: box.onDidHide,
        onDidTriggerButton: box.onDidTriggerButton,
      };
      return stub as InputBox;
    };
    return seen;
  }

  it('a key that was entered is tried, and the rows come by themselves', async () => {
    assert.doesNotMatch(await rows(), new RegExp(uuid(0)));
    const before = asked().length;
    const seen = type(TOKEN);
    assert.equal(await commands.executeCommand('ory.enterKey', { id: 'access-test' }), true);
    assert.match(seen.prompt, new RegExp(gateway.url));
    await until(async () => (await rows()).includes(uuid(0)), 'the identity is shown');
    assert.equal(asked().length, before + 1);
  });

  it('rows go when one signs out', async () => {
    window.showWarningMessage = () => Promise.resolve('Sign Out');
    await commands.executeCommand('ory.signOut', { id: 'access-test' });
    await until(async () => !(await rows()).includes(uuid(0)), 'the identity is no longer shown');
  });
});
