import assert from 'node:assert/strict';
import { differencesOf } from '../../../src/flows/self-service/difference.ts';
import { complains, type Flow, readFlow } from '../../../src/flows/self-service/flow.ts';
import { groupsOf } from '../../../src/flows/self-service/groups.ts';
import { maskedAnswer } from '../../../src/flows/self-service/masked.ts';
import { EXPLANATIONS, explain } from '../../../src/flows/self-service/messages/explain.ts';
import { submissionOf, submitsOf, type Values } from '../../../src/flows/self-service/submission.ts';
import { updateLoginFlow } from '../../../src/ory/operations/login-flows.ts';
import { updateSettingsFlow } from '../../../src/ory/operations/settings-flows.ts';
import { CSRF, csrf, flow, input, label, loginNodes, message } from './selfservice-shapes.ts';

const read = (nodes: readonly Record<string, unknown>[], more = {}): Flow => {
  const found = readFlow('login', JSON.stringify(flow(nodes, more)));
  assert.ok(found);
  return found;
};

/** What is sent when the button with a name and value is pressed. */
function sent(found: Flow, button: string, values: Values, payload?: Record<string, unknown>): unknown {
  const [name, value] = button.split('=');
  const submit = submitsOf(found).find(
    (one) => one.name === name && (value === undefined || one.value === value),
  );
  assert.ok(submit, `no ${button}`);
  return submissionOf(found, submit, values, payload);
}

describe('the form of a self-service flow', () => {
  it('tells which OAuth 2.0 client is behind it, and what that asks for', () => {
    const behind = (oauth2_login_request: unknown) =>
      read(loginNodes(), { oauth2_login_request }).oauth2Login;
    const client = { client_id: 'shop-1', client_name: 'Shop' };
    assert.deepEqual(behind({ client, requested_scope: ['openid', 7, 'offline'], skip: true }), {
      client: 'Shop',
      clientId: 'shop-1',
      scope: ['openid', 'offline'],
      audience: [],
      skip: true,
    });
    assert.equal(behind({ client: { client_id: 'shop-1' } })?.client, 'shop-1');
    assert.equal(behind({ requested_scope: ['openid'] }), undefined);
    assert.equal(behind(null), undefined);
  });

  it('is grouped by method, and says which can’t be driven here', () => {
    const found = read([
      ...loginNodes(),
      input('oidc', { name: 'provider', type: 'submit', value: 'github' }),
      input('passkey', { name: 'passkey_login_trigger', type: 'button', onclick: 'alert(1)' }),
      { type: 'script', group: 'webauthn', attributes: { src: 'http://x/webauthn.js', node_type: 'script' } },
      input('captcha', { name: 'transient_payload.captcha', type: 'hidden' }),
    ]);
    const groups = groupsOf(found);
    assert.deepEqual(
      groups.map(({ group, obstacle }) => [group, obstacle?.browser]),
      [
        ['default', undefined],
        ['password', undefined],
        ['oidc', true],
        ['passkey', true],
        ['webauthn', true],
        ['captcha', true],
      ],
    );
    assert.deepEqual(
      submitsOf(found).map(({ value }) => value),
      ['password'],
    );
  });

  it('is sent as a page sends it: the button’s method, what all share, no other method’s fields', () => {
    const found = read([
      ...loginNodes(),
      input('code', { name: 'code', type: 'text' }),
      input('code', { name: 'method', type: 'submit', value: 'code' }),
    ]);
    assert.deepEqual(sent(found, 'method=password', { identifier: 'ada', password: 'p', code: '1' }), {
      csrf_token: CSRF,
      identifier: 'ada',
      password: 'p',
      method: 'password',
    });
  });

  it('nests traits, keeps what the server filled in, leaves empty fields out and types numbers and ticks', () => {
    const found = read([
      csrf(''),
      input('profile', { name: 'traits.email', type: 'email', value: 'ada@example.com' }),
      input('profile', { name: 'traits.name.first', type: 'text', value: 'Ada' }),
      input('profile', { name: 'traits.age', type: 'number' }),
      input('profile', { name: 'traits.news', type: 'checkbox', value: false }),
      input('profile', { name: 'traits.__proto__.x', type: 'text' }),
      input('profile', { name: 'method', type: 'submit', value: 'profile' }),
    ]);
    const values = {
      'traits.name.first': '',
      'traits.age': '37',
      'traits.news': true,
      'traits.__proto__.x': 'y',
    };
    assert.deepEqual(sent(found, 'method', values, { from: 'editor' }), {
      traits: { email: 'ada@example.com', age: 37, news: true },
      method: 'profile',
      transient_payload: { from: 'editor' },
    });
    assert.equal(({} as { x?: string }).x, undefined);
  });

  it('sends a button that is no method as the method that it belongs to', () => {
    const found = read([
      input('code', { name: 'code', type: 'text' }),
      input('code', { name: 'method', type: 'hidden', value: 'code' }),
      input('code', { name: 'email', type: 'submit', value: 'ada@example.com' }),
      input('totp', { name: 'totp_unlink', type: 'submit', value: 'true' }),
      input('profile', { name: 'screen', type: 'submit', value: 'previous' }),
    ]);
    assert.deepEqual(sent(found, 'email', {}), { method: 'code', email: 'ada@example.com' });
    assert.deepEqual(sent(found, 'totp_unlink', {}), { method: 'totp', totp_unlink: true });
    assert.deepEqual(sent(found, 'screen', {}), { method: 'profile', screen: 'previous' });
  });

  it('is read although its server sends nonsense', () => {
    const odd = flow([{}, { type: 'hologram' }, { attributes: null, messages: 'x' }] as never, {
      expires_at: 7,
      continue_with: [{ action: 'show_moon_ui' }, 3],
    });
    const found = readFlow('settings', JSON.stringify(odd));
    assert.equal(found?.nodes.length, 3);
    assert.equal(found.expiresAt, undefined);
    assert.equal(readFlow('login', '{"session":{}}'), undefined);
    assert.equal(readFlow('login', '<html>'), undefined);
  });

  it('is a document without secrets: tokens, codes, keys and what was typed', () => {
    const text = JSON.stringify(
      flow([
        csrf(CSRF),
        input('totp', { name: 'totp_code', type: 'text', value: '123456' }),
        input('password', { name: 'password', type: 'password', value: 'typed-it' }),
        input('default', { name: 'identifier', type: 'text', value: 'ada' }),
        { type: 'text', group: 'totp', attributes: { text: { id: 1050006, text: 'TOTPKEY', type: 'info' } } },
        { type: 'img', group: 'totp', attributes: { src: 'data:image/png;base64,QR' } },
      ]),
    );
    // The operation declares what its success holds; this is what it answers with 400.
    const masked = maskedAnswer(updateLoginFlow, text);
    for (const secret of [CSRF, '123456', 'typed-it', 'TOTPKEY', 'base64,QR'])
      assert.ok(!masked.includes(secret), secret);
    assert.match(masked, /"value": "ada"/);
    const token = maskedAnswer(
      updateSettingsFlow,
      '{"session_token":"t","continue_with":[{"ory_session_token":"u"}]}',
    );
    assert.doesNotMatch(token, /"[tu]"/);
  });

  it('tells what changed from one answer to the next', () => {
    const before = JSON.stringify(flow(loginNodes()));
    const after = JSON.stringify(
      flow(
        [...loginNodes('ada').slice(0, 3), input('totp', { name: 'totp_code', type: 'text' })],
        { state: 'sent_email' },
        { messages: [message(4000006, 'Wrong.')] },
      ),
    );
    assert.deepEqual(
      differencesOf(before, after).map(({ sign, text }) => `${sign} ${text}`),
      [
        '~ state: choose_method → sent_email',
        '+ message 4000006 Wrong.',
        '- password submit method=password',
        '~ default text identifier: value empty → ada',
        '+ totp text totp_code',
      ],
    );
    assert.deepEqual(differencesOf(before, before), []);
  });

  it('complains only where a message is an error', () => {
    const node = input(
      'password',
      { name: 'password', type: 'password' },
      { messages: [message(4000002, 'x')] },
    );
    assert.ok(complains(read([node])));
    assert.ok(!complains(read([input('password', { name: 'password' }, label(1070001, 'Password'))])));
  });
});

describe('what the numbers of messages mean', () => {
  it('is said for every id, by its range where it is newer than we are', () => {
    assert.ok(Object.keys(EXPLANATIONS).length > 150);
    for (const [id, { means }] of Object.entries(EXPLANATIONS)) assert.match(means, /\.$/, id);
    assert.match(explain(4000006).next ?? '', /identifier/);
    assert.match(explain(4009999).means, /a value that is wrong/);
    assert.match(explain(1019999).means, /signing in/);
    assert.match(explain(77).means, /somewhere else/);
  });
});
