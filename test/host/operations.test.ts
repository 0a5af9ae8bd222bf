import assert from 'node:assert/strict';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { commands, window } from 'vscode';
import { closeAll, eventually, setConnections, setText } from './documents-support.ts';

const front = () => window.activeTextEditor?.document;
const accept = () => commands.executeCommand('workbench.action.acceptSelectedQuickOpenItem');
const escape = () => commands.executeCommand('workbench.action.closeQuickOpen');
const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

interface Received {
  readonly method: string;
  readonly url: string;
  readonly body: string;
}

describe('running operations', () => {
  const received: Received[] = [];
  const answers = new Map<string, { status: number; type?: string; text: string; headers?: object }>();
  const server = createServer((request, response) => {
    let body = '';
    request.on('data', (chunk: Buffer) => (body += chunk.toString()));
    request.on('end', () => {
      const { method = '', url = '' } = request;
      // The views and the list of operations ask on their own.
      if (!/page_size|version|health/.test(url)) received.push({ method, url, body });
      const { status, type, text, headers } = answers.get(`${method} ${url}`) ?? { status: 200, text: '[]' };
      response.writeHead(status, { 'content-type': type ?? 'application/json', ...headers });
      response.end(text);
    });
  });

  before(async () => {
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const kratosAdmin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    const common = { type: 'self-hosted', kratosAdmin, hydraAdmin: kratosAdmin };
    await setConnections([
      { ...common, id: 'ops', name: 'Operations' },
      { ...common, id: 'ops-live', name: 'Live', production: true },
      { ...common, id: 'ops-closed', name: 'Closed', readOnly: true },
    ]);
  });
  beforeEach(() => received.splice(0));
  afterEach(async () => {
    await escape();
    await commands.executeCommand('notifications.clearAll');
    await closeAll();
  });
  after(async () => {
    await setConnections(undefined);
    server.close();
  });

  /** Starts without waiting: the command ends when the person is done with it. */
  const run = (request: object) => void commands.executeCommand('ory.runOperation', request);

  /** Accepts what the quick input has marked until something holds. */
  const acceptUntil = (holds: () => boolean) =>
    eventually(
      async () => {
        await accept();
        await pause(150);
        return holds();
      },
      (held) => held,
      10_000,
    );
  const answerShown = () => front()?.uri.scheme === 'ory-answer';

  it('reads, and shows the answer digit for digit, secrets masked', async () => {
    answers.set('GET /admin/identities/a%2Fb', {
      status: 200,
      headers: { 'x-request-id': 'request-1' },
      text: '{"id":"a/b","schema_id":"default","traits":{"email":"ada@example.com","n":12345678901234567890},"credentials":{"password":{"config":{"hashed_password":"tell-nobody"}}}}',
    });
    run({ operation: 'getIdentity', connection: 'ops', parameters: { id: 'a/b' } });
    await acceptUntil(answerShown);
    const text = front()?.getText() ?? '';
    assert.match(text, /^\/\/ getIdentity on Operations/);
    assert.match(text, /200 in \d+ ms/);
    assert.match(text, /x-request-id: request-1/);
    assert.match(text, /12345678901234567890/);
    assert.doesNotMatch(text, /tell-nobody/);
    assert.equal(front()?.languageId, 'jsonc');
    assert.deepEqual(
      received.map(({ method, url }) => `${method} ${url}`),
      ['GET /admin/identities/a%2Fb'],
    );
  });

  it('sends a body that was written in a document', async () => {
    answers.set('POST /admin/identities', {
      status: 201,
      text: '{"id":"new","schema_id":"default","traits":{}}',
    });
    await commands.executeCommand('ory.runOperation', {
      operation: 'createIdentity',
      connection: 'ops',
      parameters: {},
    });
    const draft = front()!;
    assert.equal(draft.languageId, 'json');
    assert.match(draft.getText(), /"schema_id"/);
    await setText(draft, '{ "schema_id": "default", "traits": { "2": 1, "1": 1.0 } }');
    void commands.executeCommand('ory.sendOperation', draft.uri);
    await acceptUntil(answerShown);
    assert.deepEqual(
      received.filter(({ method }) => method === 'POST').map(({ body }) => body),
      ['{"schema_id":"default","traits":{"2":1,"1":1.0}}'],
    );
    assert.match(front()?.getText() ?? '', /\/\/ 201 in/);
    assert.equal(draft.isDirty, false, 'what was sent is asked about when its tab is closed');
  });

  it('goes on with the body that is open, and begins the next with what was saved', async () => {
    const write = { operation: 'updateIdentity', connection: 'ops', parameters: { id: 'one' } };
    await commands.executeCommand('ory.runOperation', write);
    const draft = front()!;
    assert.equal(draft.isDirty, false);
    await setText(draft, '{ "schema_id": "default", "traits": { "half": "written" } }');
    await commands.executeCommand('ory.runOperation', { ...write, parameters: { id: 'two' } });
    assert.equal(front()?.uri.toString(), draft.uri.toString());
    assert.match(front()?.getText() ?? '', /written/);
    assert.ok(draft.isDirty);
    assert.ok(await draft.save());
    await commands.executeCommand('workbench.action.closeActiveEditor');
    await commands.executeCommand('ory.runOperation', { ...write, parameters: { id: 'three' } });
    assert.notEqual(front()?.uri.toString(), draft.uri.toString());
    assert.match(front()?.getText() ?? '', /"half": "written"/);
  });

  it('offers a challenge that this window knows, and shows it nowhere', async () => {
    const challenge = '0e1d2c3b4a5968778695a4b3c2d1e0f1';
    const path = `GET /admin/oauth2/auth/requests/login?login_challenge=${challenge}`;
    answers.set(path, {
      status: 200,
      text: `{"challenge":"${challenge}","client":{"client_id":"shop","client_name":"Web shop"},"subject":"","skip":false}`,
    });
    await commands.executeCommand('ory.openChallenge', `http://127.0.0.1/?login_challenge=${challenge}`);
    received.splice(0);
    // The one that is known stands first: it is taken, and nothing is typed.
    run({ operation: 'getOAuth2LoginRequest', connection: 'ops', parameters: {} });
    await acceptUntil(answerShown);
    assert.deepEqual(
      received.map(({ method, url }) => `${method} ${url}`),
      [path],
    );
    assert.match(front()?.getText() ?? '', /Web shop/);
    assert.ok(!front()?.getText().includes(challenge));
  });

  it('says where a body is no JSON, and sends nothing', async () => {
    await commands.executeCommand('ory.runOperation', {
      operation: 'createIdentity',
      connection: 'ops',
      parameters: {},
    });
    const draft = front()!;
    await setText(draft, '{ "schema_id": }');
    void commands.executeCommand('ory.sendOperation', draft.uri);
    await eventually(
      () => window.activeTextEditor?.selection.start.character ?? 0,
      (at) => at > 0,
    );
    assert.deepEqual(received, []);
  });

  it('sends nothing when a destructive operation is not confirmed', async () => {
    run({ operation: 'deleteIdentity', connection: 'ops-live', parameters: { id: 'keep-me' } });
    await pause(500);
    await accept();
    await pause(500);
    // One types the object's name on a production connection: nothing typed is no consent, and Escape is none.
    await accept();
    await escape();
    await pause(300);
    // It may be read, to be named in the question.
    assert.deepEqual(
      received.filter(({ method }) => method !== 'GET'),
      [],
    );
    assert.ok(!answerShown());
  });

  it('asks for a required parameter that is missing, and takes no empty one', async () => {
    run({ operation: 'getIdentity', connection: 'ops', parameters: {} });
    await pause(500);
    await accept();
    await accept();
    await pause(300);
    assert.deepEqual(received, []);
    await escape();
    assert.ok(!answerShown());
  });

  it('refuses to write through a read-only connection', async () => {
    run({ operation: 'deleteIdentity', connection: 'ops-closed', parameters: { id: 'keep-me' } });
    await pause(500);
    await accept();
    await pause(300);
    assert.deepEqual(received, []);
  });

  it('shows what the server refused as an answer, too', async () => {
    answers.set('GET /admin/identities/gone', {
      status: 404,
      text: '{"error":{"code":404,"message":"Unable to locate the resource"}}',
    });
    run({ operation: 'getIdentity', connection: 'ops', parameters: { id: 'gone' } });
    await acceptUntil(answerShown);
    assert.match(front()?.getText() ?? '', /\/\/ 404 in/);
    assert.match(front()?.getText() ?? '', /Unable to locate/);
  });

  it('says that a server has no such request, also where its router answers JSON, as Hydra’s does', async () => {
    answers.set('POST /admin/clients/shop/secrets/rotate', {
      status: 404,
      text: '{"error":{"code":404,"message":"Not Found","reason":"The requested route does not exist."}}',
    });
    const tell = window.showErrorMessage;
    const told: string[] = [];
    window.showErrorMessage = (message: string) => {
      told.push(message);
      return Promise.resolve(undefined);
    };
    try {
      run({ operation: 'rotateOAuth2ClientSecret', connection: 'ops', parameters: { id: 'shop' } });
      await acceptUntil(() => told.length > 0);
    } finally {
      window.showErrorMessage = tell;
    }
    assert.match(told[0] ?? '', /This server has no rotateOAuth2ClientSecret \(404\)/);
  });

  it('opens an answer of 10 MB, and one that is no JSON as it came', async () => {
    const one = '{"subject":"someone","n":12345678901234567890},';
    const text = `[${one.repeat(Math.ceil(10_000_000 / one.length))}null]`;
    answers.set('GET /admin/oauth2/auth/sessions/consent?subject=x', { status: 200, text });
    run({ operation: 'listOAuth2ConsentSessions', connection: 'ops', parameters: { subject: 'x' } });
    await eventually(
      async () => {
        await accept();
        await pause(500);
        return answerShown();
      },
      (shown) => shown,
      60_000,
    );
    assert.ok((front()?.lineCount ?? 0) > 100_000);
    answers.set('GET /admin/identities/page', { status: 200, type: 'text/html', text: '<p>no JSON</p>' });
    run({ operation: 'getIdentity', connection: 'ops', parameters: { id: 'page' } });
    await acceptUntil(() => front()?.getText().includes('<p>no JSON</p>') ?? false);
  });
});
