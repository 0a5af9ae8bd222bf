import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { curlOf, quoted } from '../../src/ory/curl.ts';
import { CATALOGUE } from '../../src/ory/operations/index.ts';
import type { Operation } from '../../src/ory/operations/operation.ts';
import { bodyTemplate } from '../../src/ory/runner/body-templates.ts';
import { previewOf, previewText } from '../../src/ory/runner/preview.ts';
import { askedOf, callInputOf, hasDocument, type RunInput } from '../../src/ory/runner/run-input.ts';
import { MASK } from '../../src/ory/secrets/mask.ts';
import { testClient } from './support/test-client.ts';
import { answerJson, startTestServer, type TestServer } from './support/test-server.ts';

const run = promisify(execFile);
const find = (id: string): Operation => CATALOGUE.find((one) => one.id === id)!;
const NASTY = `a'b"c $HOME \`id\` \\ & ü # ?`;

describe('a request as cURL', () => {
  let server: TestServer;
  before(async function () {
    // A query's secrets take an option that cURL has since 7.87; without a POSIX shell there is nothing to compare.
    const found = await run('sh', ['-c', 'curl --url-query a=b --version']).catch(() => undefined);
    if (!found) this.skip();
    server = await startTestServer((_, response) => answerJson(response, {}));
  });
  after(() => (server as TestServer | undefined)?.close());

  /** Runs the command in a shell, and the client with the secrets filled in; hands back what arrived of each. */
  async function both(
    operation: Operation,
    input: RunInput,
    env: Record<string, string> = {},
    filled: RunInput = input,
    keyVariable?: string,
  ) {
    const command = curlOf(operation, input, {
      baseUrl: server.url,
      ...(keyVariable ? { keyVariable } : {}),
    });
    await run('sh', ['-c', `${command} --silent --output /dev/null`], {
      env: { PATH: process.env.PATH ?? '', ...env },
    });
    const theirs = server.received.at(-1)!;
    const client = testClient(server.url, undefined, keyVariable ? { authorization: 'Bearer the-key' } : {});
    await client.call(operation, callInputOf(operation, filled) as never);
    const ours = server.received.at(-1)!;
    return { command, theirs, ours };
  }

  const heads = ['accept', 'authorization', 'cookie', 'content-type', 'x-session-token'];
  const comparable = ({ method, url, headers, body }: TestServer['received'][number]) => ({
    method,
    // Both ways to write a blank mean the same in a query and in a form.
    url: url.replaceAll('%20', '+'),
    headers: Object.fromEntries(heads.map((name) => [name, headers[name]])),
    body: headers['content-type']?.includes('form') ? body.replaceAll('%20', '+') : body,
  });

  it('sends what the client sends, for every operation of the catalogue', async () => {
    for (const operation of CATALOGUE.filter(({ opensInBrowser }) => !opensInBrowser)) {
      const values: Record<string, unknown> = {};
      for (const { name, field, place } of askedOf(operation)) {
        if (field.secret) continue;
        if (field.type === 'integer') values[name] = field.minimum ?? 7;
        else if (field.type === 'boolean') values[name] = true;
        else if (field.type === 'string[]') values[name] = field.values?.slice(0, 2) ?? ['a b', 'c,d'];
        else values[name] = field.values?.[0] ?? (place === 'header' ? 'ascii' : NASTY);
      }
      const required = Object.entries(operation.parameters).filter(([, p]) => p.secret && p.required);
      const env: Record<string, string> = {};
      for (const [name, { scheme }] of required) {
        values[name] = 's3cret';
        env[scheme === 'Bearer' ? 'TOKEN' : name.toUpperCase()] = 's3cret';
      }
      const body = hasDocument(operation) ? bodyTemplate(operation.id).replaceAll(MASK, 'x') : undefined;
      const input = { values, ...(body === undefined ? {} : { body }) };
      const { operation: masked, env: bodyEnv } = withBodySecrets(operation, body);
      const { theirs, ours, command } = await both(masked, input, { ...env, ...bodyEnv });
      assert.deepEqual(comparable(theirs), comparable(ours), `${operation.id}\n${command}`);
    }
  });

  /** Templates hold no true secrets: their bodies are compared as they stand. */
  function withBodySecrets(operation: Operation, body: string | undefined) {
    return body === undefined || !operation.body
      ? { operation, env: {} }
      : { operation: { ...operation, body: { ...operation.body, secrets: [] } }, env: {} };
  }

  it('keeps secrets of header, query and body in shell variables', async () => {
    const login = find('acceptOAuth2LoginRequest');
    const body = '{"subject": "o\'hara", "remember": false}';
    const input = { values: { login_challenge: 'ch all&enge' }, body };
    const { command, theirs, ours } = await both(
      login,
      input,
      { LOGIN_CHALLENGE: 'ch all&enge', ORY_PROJECT_API_KEY: 'the-key' },
      input,
      'ORY_PROJECT_API_KEY',
    );
    assert.ok(!command.includes('ch all'), command);
    assert.ok(!command.includes('the-key'), command);
    assert.deepEqual(comparable(theirs), comparable(ours));
    assert.equal(theirs.headers.authorization, 'Bearer the-key');
  });

  it('keeps a secret place of a JSON body in a variable, written out or masked', async () => {
    const create = find('createOAuth2Client');
    for (const secret of ['written-out', MASK]) {
      const body = `{"client_name":"it's","client_secret":"${secret}","scope":"a"}`;
      const filled = { values: {}, body: body.replace(secret, 'tell-nobody') };
      const { command, theirs, ours } = await both(
        create,
        { values: {}, body },
        { CLIENT_SECRET: 'tell-nobody' },
        filled,
      );
      assert.ok(!command.includes('written-out'), command);
      assert.match(command, /\$CLIENT_SECRET/);
      assert.deepEqual(comparable(theirs), comparable(ours));
    }
  });

  it('encodes form fields, secret ones from variables', async () => {
    const exchange = find('oauth2TokenExchange');
    const values = {
      grant_type: 'client_credentials',
      scope: `a b'c&d=@e`,
      client_secret: 'p w+%',
      Authorization: 'id:secret',
    };
    const { command, theirs, ours } = await both(
      exchange,
      { values },
      { CLIENT_SECRET: 'p w+%', CLIENT_CREDENTIALS: 'id:secret' },
    );
    assert.ok(!command.includes('p w'), command);
    assert.ok(!command.includes('id:secret'), command);
    assert.deepEqual(comparable(theirs), comparable(ours));
  });

  it('names a Unix socket, and lets nothing out of its quotes', () => {
    const command = curlOf(
      find('listIdentities'),
      { values: {} },
      { baseUrl: 'http://localhost', socketPath: "/run/a'b" },
    );
    assert.match(command, /--unix-socket '\/run\/a'\\''b'/);
    assert.equal(quoted("'"), `''\\'''`);
  });

  it('is previewed with method, URL, headers and body, and no secret', () => {
    const preview = previewOf(
      find('acceptOAuth2LoginRequest'),
      { values: { login_challenge: 'ch' }, body: '{"subject":"u"}' },
      { baseUrl: 'http://x', keyVariable: 'K' },
    );
    assert.equal(
      previewText(preview),
      `PUT http://x/admin/oauth2/auth/requests/login/accept?login_challenge=${MASK}\n` +
        `accept: application/json\nauthorization: Bearer ${MASK}\ncontent-type: application/json\n\n` +
        '{\n  "subject": "u"\n}\n',
    );
    const form = previewOf(
      find('introspectOAuth2Token'),
      { values: { token: 'abc', scope: 'a' } },
      { baseUrl: '' },
    );
    assert.equal(form.body, `token=${MASK}\nscope=a`);
  });
});
