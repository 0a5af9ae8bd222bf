import assert from 'node:assert/strict';
import { parseJson } from '../../src/ory/json/tree.ts';
import { CATALOGUE } from '../../src/ory/operations/index.ts';
import type { Operation } from '../../src/ory/operations/operation.ts';
import { MASK } from '../../src/ory/secrets/mask.ts';
import { answerText } from '../../src/ory/runner/answer-text.ts';
import { fillMasks, masksIn, nameOfPlace } from '../../src/ory/runner/body-secrets.ts';
import { bodyTemplate } from '../../src/ory/runner/body-templates.ts';
import { RunHistory } from '../../src/ory/runner/history.ts';
import { problemsOf, readValue } from '../../src/ory/runner/read-value.ts';
import { askedOf, callInputOf, hasDocument, withoutSecrets } from '../../src/ory/runner/run-input.ts';
import { searchOperations } from '../../src/ory/runner/search.ts';
import { Redactor } from '../../src/ory/secrets/redactor.ts';
import { kindOfParameter, resourcesIn } from '../../src/kinds/kinds-in-operations.ts';
import { touchedBy } from '../../src/kinds/touched.ts';
import { testClient } from './support/test-client.ts';
import { answerJson, startTestServer } from './support/test-server.ts';

const find = (id: string): Operation => CATALOGUE.find((one) => one.id === id)!;
const asked = (id: string, name: string) => askedOf(find(id)).find((one) => one.name === name)!;

describe('searching operations', () => {
  const first = (query: string) => searchOperations(CATALOGUE, query)[0]?.id;

  it('finds by name, former name, path and words', () => {
    assert.equal(first('getIdentity'), 'getIdentity');
    assert.equal(first('admin_delete_identity_sessions'), 'deleteIdentitySessions');
    assert.equal(first('delete sessions identity'), 'deleteIdentitySessions');
    assert.ok(searchOperations(CATALOGUE, '/admin/keys').every(({ path }) => path.startsWith('/admin/keys')));
    assert.ok(
      searchOperations(CATALOGUE, 'oauth2 client create').some(({ id }) => id === 'createOAuth2Client'),
    );
  });

  it('shows everything for no query and nothing for nonsense', () => {
    assert.equal(searchOperations(CATALOGUE, ' ').length, CATALOGUE.length);
    assert.deepEqual(searchOperations(CATALOGUE, 'identity xyzzy'), []);
  });
});

describe('values of parameters', () => {
  it('reads each type, and says what is wrong', () => {
    assert.deepEqual(readValue(asked('listIdentities', 'page_size'), '25'), { value: 25 });
    assert.deepEqual(readValue(asked('listIdentities', 'ids'), 'a, b,\nc'), { value: ['a', 'b', 'c'] });
    assert.deepEqual(readValue(asked('listIdentities', 'page_size'), ''), { value: undefined });
    const problem = (id: string, name: string, text: string) => {
      const read = readValue(asked(id, name), text);
      return 'problem' in read ? read.problem : undefined;
    };
    assert.equal(problem('listIdentities', 'page_size', 'many'), 'page_size is a whole number.');
    assert.equal(problem('listIdentities', 'page_size', '1.5'), 'page_size is a whole number.');
    assert.equal(problem('listIdentities', 'page_size', '501'), 'page_size is 500 at most.');
    assert.equal(problem('listIdentities', 'consistency', 'weak'), 'consistency is one of strong, eventual.');
    assert.equal(problem('getIdentity', 'id', ' '), 'id is required.');
    assert.match(problem('getIdentity', 'id', '..') ?? '', /swallow/);
    assert.match(problem('toSession', 'X-Session-Token', 'a\nb') ?? '', /ASCII/);
  });

  it('takes an id with slashes as one segment of the path', async () => {
    const server = await startTestServer((_, response) => answerJson(response, {}));
    const operation = find('getJsonWebKeySet');
    const read = readValue(asked(operation.id, 'set'), '../a/b');
    assert.ok('value' in read);
    const input = callInputOf(operation, { values: { set: read.value } });
    await testClient(server.url).call(operation, input as never);
    assert.equal(server.received[0]?.url, '/admin/keys/..%2Fa%2Fb');
    await server.close();
  });

  it('judges an input that came from elsewhere', () => {
    const problems = (id: string, values: Record<string, unknown>, body?: string) =>
      problemsOf(find(id), { values, ...(body === undefined ? {} : { body }) });
    assert.deepEqual(problems('getIdentity', {}), ['id is required.']);
    assert.deepEqual(problems('getIdentity', { id: 7 }), ['id is a text.']);
    assert.deepEqual(problems('getIdentity', { id: 'a', ids: 'b' }), ['getIdentity takes no ids.']);
    assert.deepEqual(problems('createIdentity', {}), ['createIdentity needs a body.']);
    assert.deepEqual(problems('createIdentity', {}, '{}'), []);
    assert.deepEqual(problems('introspectOAuth2Token', {}), ['token is required.']);
  });

  it('uses no name for a parameter and a form field of one operation', () => {
    for (const operation of CATALOGUE) {
      const names = askedOf(operation).map(({ name }) => name);
      assert.equal(new Set(names).size, names.length, operation.id);
    }
  });
});

describe('bodies', () => {
  it('begin as valid documents, for every operation that has one', () => {
    for (const operation of CATALOGUE.filter(hasDocument)) {
      const template = bodyTemplate(operation.id);
      assert.notEqual(template, '{}\n', operation.id);
      if (operation.body?.contentType === 'application/json') parseJson(template);
    }
  });

  it('are sent as they were written, digit for digit', async () => {
    const server = await startTestServer((_, response) => answerJson(response, {}));
    const operation = find('createIdentity');
    const body = '{\n  "traits": { "2": 1, "1": 12345678901234567890, "x": 1.0 }\n}';
    await testClient(server.url).call(operation, callInputOf(operation, { values: {}, body }) as never);
    assert.equal(server.received[0]?.body, '{"traits":{"2":1,"1":12345678901234567890,"x":1.0}}');
    assert.equal(server.received[0].headers['content-type'], 'application/json');
    await server.close();
  });

  it('are refused where a name stands twice: one of the two would not be sent', () => {
    const body = '{"traits":{"a":2},"traits":{"a":1}}';
    const twice = /^JsonSyntaxError: "traits" stands here twice$/;
    assert.throws(() => callInputOf(find('createIdentity'), { values: {}, body }), twice);
    assert.throws(() => fillMasks(body, new Map()), twice);
  });

  it('get their secrets where masks stand', () => {
    const text = `{"a":"${MASK}","list":[{"password":"${MASK}"}],"b":"x"}`;
    assert.deepEqual(masksIn(parseJson(text)), ['/a', '/list/0/password']);
    assert.equal(nameOfPlace('/list/0/password'), 'password');
    const filled = fillMasks(
      text,
      new Map([
        ['/a', '"quoted"'],
        ['/list/0/password', 'p'],
      ]),
    );
    assert.equal(filled, '{"a":"\\"quoted\\"","list":[{"password":"p"}],"b":"x"}');
  });
});

describe('what is remembered of a run', () => {
  it('holds no secret', () => {
    const redactor = new Redactor();
    const kept = withoutSecrets(
      find('acceptOAuth2LoginRequest'),
      { values: { login_challenge: 'tell-nobody' }, body: '{"subject":"u"}' },
      redactor,
    );
    assert.deepEqual(kept, { values: {}, body: '{\n  "subject": "u"\n}' });
    const client = withoutSecrets(
      find('createOAuth2Client'),
      { values: {}, body: '{"client_secret":"tell-nobody"}' },
      redactor,
    );
    assert.equal(client.body, `{\n  "client_secret": "${MASK}"\n}`);
    const form = withoutSecrets(
      find('introspectOAuth2Token'),
      { values: { token: 'tell', scope: 'a' } },
      redactor,
    );
    assert.deepEqual(form, { values: { scope: 'a' } });
    assert.deepEqual(
      withoutSecrets(find('createOAuth2Client'), { values: {}, body: '{"client_secret":' }, redactor),
      { values: {} },
    );
  });

  it('is the newest first, and not without end', () => {
    const history = new RunHistory(2);
    for (const operation of ['a', 'b', 'a', 'c'])
      history.add({ operation, connection: 'x', input: { values: {} }, at: 0, ms: 1 });
    assert.deepEqual(history.operations, ['c', 'a']);
    assert.equal(history.entries.length, 2);
  });
});

describe('an answer as a document', () => {
  const answer = (text: string, headers: Record<string, string> = {}) => ({
    status: 200,
    ms: 1.6,
    headers,
    text,
  });

  it('says status, time and headers, and keeps every digit', async () => {
    const { masked } = await answerText(
      ['getX on Y'],
      answer('{"n":12345678901234567890}', { 'x-request-id': 'r1', 'set-cookie': 'session=tell-nobody' }),
      [],
      new Redactor(),
    );
    assert.equal(
      masked,
      '// getX on Y\n// 200 in 2 ms\n// x-request-id: r1\n// set-cookie: [redacted]\n\n{\n  "n": 12345678901234567890\n}\n',
    );
  });

  it('masks secrets, and can show them', async () => {
    const { masked, reveal } = await answerText([], answer('{"value":"tell"}'), ['/value'], new Redactor());
    assert.ok(!masked.includes('tell'));
    assert.ok(masked.includes(MASK));
    assert.ok(reveal?.().includes('"tell"'));
  });

  it('shows what is no JSON as it came, and a header in one line', async () => {
    const { masked, tree } = await answerText([], answer('<p>\nno', { a: 'b\u2028c' }), [], new Redactor());
    assert.equal(masked, '// 200 in 2 ms\n// a: b c\n\n<p>\nno\n');
    assert.equal(tree, undefined);
    assert.equal((await answerText([], answer(''), [], new Redactor())).masked, '// 200 in 2 ms\n\n\n');
  });

  it('masks every secret of 10 MB, and keeps the last digit', async () => {
    const one = JSON.stringify({
      id: 'x',
      credentials: { password: { config: { hashed_password: 'tell-nobody' } } },
    });
    const count = Math.ceil(10_000_000 / one.length);
    const text = `[${`${one},`.repeat(count)}12345678901234567890]`;
    const { masked } = await answerText(
      [],
      answer(text),
      find('listIdentities').answer.secrets,
      new Redactor(),
    );
    assert.equal(masked.split(MASK).length, count + 1);
    assert.ok(!masked.includes('tell-nobody'));
    assert.ok(masked.trimEnd().endsWith('12345678901234567890\n]'));
  });
});

describe('resources in operations', () => {
  it('are known by the parameter that takes their id', () => {
    assert.equal(kindOfParameter(find('getIdentity'), 'id'), 'identities');
    assert.equal(kindOfParameter(find('deleteIdentitySessions'), 'id'), 'identities');
    assert.equal(kindOfParameter(find('getJsonWebKey'), 'set'), 'keys');
    assert.equal(kindOfParameter(find('getJsonWebKey'), 'kid'), undefined);
    assert.equal(kindOfParameter(find('getProject'), 'project_id'), 'projects');
    assert.equal(kindOfParameter(find('disableMySession'), 'id'), undefined);
  });

  it('are found in answers', () => {
    const found = (id: string, text: string, values = {}) =>
      resourcesIn(find(id), values, parseJson(text)).map(({ kind, id: one }) => `${kind} ${one}`);
    assert.deepEqual(
      found(
        'listIdentities',
        '[{"id":"a","schema_id":"s","traits":{}},{"id":"b","schema_id":"s","traits":{}}]',
      ),
      ['identities a', 'identities b'],
    );
    assert.deepEqual(found('getOAuth2Client', '{"client_id":"c","grant_types":[]}'), ['clients c']);
    assert.deepEqual(found('getJsonWebKeySet', '{"keys":[]}', { set: 's' }), ['keys s']);
    assert.deepEqual(found('listIdentities', '{"error":{"id":"a"}}'), []);
  });

  it('are followed when a run changed them', () => {
    const change = (id: string, values: Record<string, unknown>, text?: string) => {
      const answer = text === undefined ? undefined : parseJson(text);
      const [by] = touchedBy({ operation: find(id), values, answer });
      return by && `${by.what} ${by.kind} ${by.id}`;
    };
    assert.equal(change('getIdentity', { id: 'a' }), undefined);
    assert.equal(change('patchIdentity', { id: 'a' }), 'saved identities a');
    assert.equal(change('deleteIdentity', { id: 'a' }), 'deleted identities a');
    assert.equal(change('deleteIdentityCredentials', { id: 'a', type: 'totp' }), 'saved identities a');
    assert.equal(change('createOAuth2Client', {}, '{"client_id":"c","grant_types":[]}'), 'created clients c');
  });
});
