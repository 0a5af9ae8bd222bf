import assert from 'node:assert/strict';
import { operation } from '../../../src/ory/operations/operation.ts';
import { field, formBody, inQuery, json, jsonBody, secretHeader } from '../../../src/ory/operations/parts.ts';
import { parseJson, printJson } from '../../../src/ory/json/tree.ts';
import { answerText } from '../../../src/ory/runner/answer-text.ts';
import { withoutSecrets } from '../../../src/ory/runner/run-input.ts';
import { MASK } from '../../../src/ory/secrets/mask.ts';
import { maskSecrets } from '../../../src/ory/secrets/mask-secrets.ts';
import { isSecretName } from '../../../src/ory/secrets/secret-names.ts';
import { Redactor } from '../../../src/ory/secrets/redactor.ts';

const redactor = new Redactor();
const masked = (value: unknown) =>
  JSON.parse(printJson(maskSecrets(parseJson(JSON.stringify(value)), []))) as unknown;

describe('an operation that declares no secrets', () => {
  const added = operation({
    id: 'added',
    service: 'kratos-admin',
    summary: '',
    method: 'POST',
    path: '/added',
    effect: 'write',
    parameters: {
      api_key: inQuery('string', ''),
      page_token: inQuery('string', ''),
      'X-Y': secretHeader(''),
    },
    body: jsonBody<object>(''),
    answer: json<object>(),
  });

  it('hides parameters, members and patched members by their names', async () => {
    const input = {
      values: { api_key: 'tell-1', page_token: 'open-1', 'X-Y': 'tell-2' },
      body: '{"deep":[{"webhook_secret":"tell-3","note":"open-2"}]}',
    };
    const kept = JSON.stringify(withoutSecrets(added, input, redactor));
    assert.doesNotMatch(kept, /tell/);
    assert.match(kept, /open-1.*open-2/);
    const answer = { status: 200, ms: 1, headers: {}, text: input.body };
    assert.doesNotMatch((await answerText([], answer, [], redactor)).masked, /tell/);
  });

  it('hides fields of a form by their names', () => {
    const { body } = operation({
      ...added,
      body: formBody('', { subject_token: field(''), scope: field('') }),
    });
    assert.deepEqual([body?.fields?.subject_token?.secret, body?.fields?.scope?.secret], [true, undefined]);
  });

  it('keeps out what is recognised or known at a place that is none', () => {
    const careful = new Redactor();
    careful.learn('zqKnownToAll42');
    const input = {
      values: { page_token: 'Bearer abcdef' },
      body: '{"note":"it is zqKnownToAll42","other":"x"}',
    };
    assert.deepEqual(withoutSecrets(added, input, careful), {
      values: {},
      body: `{\n  "note": "${MASK}",\n  "other": "x"\n}`,
    });
  });
});

describe('names of secrets', () => {
  it('are told from those that only look like one', () => {
    for (const name of 'client_secret clientSecret X-Session-Token Cookie code recovery_codes login_challenge apiKey private_key passwordHash refresh_tokens'.split(
      ' ',
    ))
      assert.equal(isSecretName(name), true, name);
    for (const name of 'token_endpoint client_secret_expires_at postal_code country_code page_token next_page_token code_challenge public_key kid key_id error_code decode scope jwks_uri passwordless'.split(
      ' ',
    ))
      assert.equal(isSecretName(name), false, name);
  });
});

describe('a JSON Patch', () => {
  const value = (path: string, set: unknown, op = 'replace') =>
    (masked([{ op, path, value: set }]) as { value: unknown }[])[0]?.value;

  it('is masked as what it sets would be where it is put', () => {
    assert.equal(value('/client_secret', 'tell'), MASK);
    assert.equal(value('client_secret', 'tell'), MASK);
    assert.equal(value('/client_name', 'open'), 'open');
    assert.equal(value('/credentials/password/config/hashed_password', 'tell'), MASK);
    assert.deepEqual(value('/credentials', { oidc: { config: { providers: [{ subject: 'tell' }] } } }), {
      oidc: { config: { providers: [{ subject: MASK }] } },
    });
    assert.deepEqual(value('/jwks/keys/-', { kid: 'open', k: 'tell' }, 'add'), { kid: 'open', k: MASK });
    assert.deepEqual(value('/jwks/keys/0', { kty: 'RSA', n: 'open', d: 'tell' }), {
      kty: 'RSA',
      n: 'open',
      d: MASK,
    });
    assert.equal(value('/jwks/keys/0/d', 'tell'), MASK);
    assert.deepEqual(value('', { a: 'open', client_secret: 'tell' }), { a: 'open', client_secret: MASK });
    assert.deepEqual(value('/secrets', { cookie: ['tell'] }), { cookie: [MASK] });
    assert.equal(value('/a~1b/api_key', 'tell'), MASK);
    assert.equal(value('/x'.repeat(10_000), 'anything'), MASK);
  });
});

describe('a status, a count and a code', () => {
  it('are told apart', () => {
    assert.deepEqual(
      masked({ error: { code: 404 }, tokens: 12, code: 123456, password: null, totp_code: '' }),
      {
        error: { code: 404 },
        tokens: 12,
        code: MASK,
        password: null,
        totp_code: '',
      },
    );
  });
});

describe('an answer that is no JSON', () => {
  it('is cut where it is too long to be looked through, and can be seen as a whole', async () => {
    const text = `[${'{"id":1,"client_secret":"tell"},'.repeat(200_000)}`;
    const { masked: shown, reveal } = await answerText(
      [],
      { status: 200, ms: 1, headers: {}, text },
      [],
      redactor,
    );
    assert.doesNotMatch(shown, /tell/);
    assert.match(shown, /… \d+ more characters/);
    assert.ok(reveal?.().includes(text));
  }).timeout(30_000);

  it('that is nested too deeply is not shown', async () => {
    const text = '{"client_secret":"tell","a":'.repeat(100_000);
    const { masked: shown } = await answerText([], { status: 200, ms: 1, headers: {}, text }, [], redactor);
    assert.doesNotMatch(shown, /tell/);
  });
});
