import assert from 'node:assert/strict';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { commands, window, workspace } from 'vscode';
import { closeAll, eventually, setConnections, setText } from './documents-support.ts';

const TOTP = 'ZQ2XK4TOTPSECRET7';
const COOKIE = 'ory_kratos_session=zqCookieOfSomebody42';
const PRIVATE = 'zqPrivatePartOfAKey43';

/** A settings flow that refuses a code, as Kratos answers it: 400, with the key of the authenticator app. */
const refusedFlow = {
  id: 'flow-1',
  state: 'show_form',
  ui: {
    action: 'http://127.0.0.1/self-service/settings?flow=flow-1',
    method: 'POST',
    nodes: [
      {
        type: 'text',
        group: 'totp',
        attributes: {
          node_type: 'text',
          id: 'totp_secret_key',
          text: { id: 1050006, text: TOTP, type: 'info', context: { secret: TOTP } },
        },
      },
      {
        type: 'input',
        group: 'totp',
        attributes: { node_type: 'input', name: 'totp_code', type: 'text', value: TOTP },
        messages: [{ id: 4000008, text: 'The provided authentication code is invalid.', type: 'error' }],
      },
    ],
  },
};

const front = () => window.activeTextEditor?.document;
const answerShown = () => front()?.uri.scheme === 'ory-answer';

describe('what a run of an operation leaves behind', () => {
  // Says in a header and in an error whatever it was sent.
  const server = createServer((request, response) => {
    let body = '';
    request.on('data', (chunk: Buffer) => (body += chunk.toString()));
    request.on('end', () => {
      const { url = '', headers, method } = request;
      const echo = `${url} ${String(headers.cookie)} ${body}`.replaceAll(/[^\x20-\x7e]/g, ' ');
      const settings = method === 'POST' && url.startsWith('/self-service/settings');
      response.writeHead(settings ? 400 : method === 'GET' ? 200 : 409, {
        'content-type': 'application/json',
        'x-request-id': echo,
        location: `/${echo}`,
      });
      response.end(
        JSON.stringify(
          settings ? refusedFlow : method === 'GET' ? [] : { error: { code: 409, reason: echo } },
        ),
      );
    });
  });

  before(async () => {
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const address = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    await setConnections([
      { id: 'echo', name: 'Echo', type: 'self-hosted', kratosPublic: address, hydraAdmin: address },
    ]);
  });
  afterEach(async () => {
    await commands.executeCommand('workbench.action.closeQuickOpen');
    await commands.executeCommand('notifications.clearAll');
    await closeAll();
  });
  after(async () => {
    await setConnections(undefined);
    server.close();
  });

  const told: string[] = [];
  const { showErrorMessage } = window;
  before(() => {
    window.showErrorMessage = (message: string) => {
      told.push(message);
      return Promise.resolve(undefined);
    };
  });
  after(() => {
    window.showErrorMessage = showErrorMessage;
  });

  /** Writes a body into the draft of an operation, sends it and waits for the answer. */
  async function send(operation: string, parameters: object, body: unknown): Promise<string> {
    await commands.executeCommand('ory.runOperation', { operation, connection: 'echo', parameters });
    const draft = await eventually(front, (document) => document?.uri.scheme === 'oryrequest');
    assert.ok(draft);
    await setText(draft, JSON.stringify(body));
    void commands.executeCommand('ory.sendOperation', draft.uri);
    await eventually(async () => {
      await commands.executeCommand('workbench.action.acceptSelectedQuickOpenItem');
      return answerShown();
    }, Boolean);
    return front()?.getText() ?? '';
  }

  /** What stands in the extension's log. */
  async function logged(): Promise<string> {
    const all = await commands.getCommands(true);
    const show = all.find((command) => /output\.show\..*\.Ory\.log$/.test(command));
    assert.ok(show, 'the log can be shown');
    await commands.executeCommand(show);
    const isLog = () =>
      workspace.textDocuments.find(({ uri }) => uri.scheme === 'output' && uri.path.includes('Ory'));
    const log = await eventually(isLog, (document) => document?.getText().includes(' 409 ') ?? false);
    return log?.getText() ?? '';
  }

  it('shows a refused settings flow without the key of the authenticator app', async () => {
    const text = await send(
      'updateSettingsFlow',
      { flow: 'flow-1', Cookie: COOKIE },
      { method: 'totp', totp_code: '123456' },
    );
    assert.match(text, /\/\/ 400 in/);
    assert.match(text, /authentication code is invalid/);
    assert.doesNotMatch(text, new RegExp(`${TOTP}|zqCookie|123456`), text);
    assert.match(text, /x-request-id: .*\[redacted\]/);
  });

  it('keeps a key set in a JSON Patch out of the preview, the message, the log and the next draft', async () => {
    const patch = [
      { op: 'add', path: '/jwks', value: { keys: [{ kty: 'oct', kid: 'open-kid', k: PRIVATE }] } },
    ];
    const text = await send('patchOAuth2Client', { id: 'shop' }, patch);
    assert.match(text, /\/\/ 409 in/);
    assert.doesNotMatch(text, /zqPrivate/, text);
    await eventually(
      () => told,
      ({ length }) => length > 0,
    );
    assert.doesNotMatch(told.join('\n'), /zqPrivate|zqCookie|ZQ2XK4/);
    await closeAll();
    await commands.executeCommand('ory.runOperation', {
      operation: 'patchOAuth2Client',
      connection: 'echo',
      parameters: { id: 'shop' },
    });
    const next = await eventually(front, (document) => document?.uri.scheme === 'oryrequest');
    assert.match(next?.getText() ?? '', /"k": "•+"/);
    assert.match(next?.getText() ?? '', /open-kid/);
    const log = await logged();
    assert.match(log, /PATCH \/admin\/clients\/shop 409/);
    assert.doesNotMatch(log, /zqPrivate|zqCookie|ZQ2XK4/);
  });
});
