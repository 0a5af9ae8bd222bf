import assert from 'node:assert/strict';
import { totpAt } from '../../../../src/sandbox/kratos/methods/totp/otp.ts';
import { field, messages, messagesAt, PASSWORD, People, type FlowJson } from './people.ts';

/** The secret that a settings form shows for an authenticator app. */
function totpSecret({ ui }: FlowJson): string {
  const text = field(ui.nodes, 'totp_secret_key')?.attributes.text as { context: { secret: string } };
  return text.context.secret;
}

describe('sandbox: settings and second factors', () => {
  const people = new People();
  before(() => people.start());
  after(() => people.stop());

  it('are only for those who are logged in, and only for the one who began them', async () => {
    assert.equal((await people.get('/self-service/settings/api')).body.error.id, 'session_inactive');
    const [one, other] = [
      await people.newcomer('one@example.com'),
      await people.newcomer('other@example.com'),
    ];
    const { id } = await people.begin('settings', one);
    const read = await people.get(`/self-service/settings/flows?id=${id}`, other);
    assert.equal(read.body.error.id, 'security_identity_mismatch');
  });

  it('change the profile, and refuse an address that somebody else has', async () => {
    const token = await people.newcomer('profile@example.com');
    const { id } = await people.begin('settings', token);
    const traits = { email: 'profile2@example.com', name: { first: 'Pro' } };
    const saved = await people.submit('settings', id, { method: 'profile', traits }, token);
    assert.equal(saved.status, 200);
    assert.equal(saved.body.state, 'success');
    assert.deepEqual(messages(saved.body), [1050001]);
    assert.deepEqual(saved.body.identity.traits, traits);
    assert.equal((await people.login('profile2@example.com')).status, 200);
    const taken = { method: 'profile', traits: { email: 'one@example.com' } };
    const refused = await people.submit('settings', id, taken, token);
    assert.equal(refused.status, 400);
    assert.equal(messages(refused.body).includes(4000007), true);
  });

  it('change the password, but not to the same one', async () => {
    const token = await people.newcomer('pass@example.com');
    const { id } = await people.begin('settings', token);
    const same = await people.submit('settings', id, { method: 'password', password: PASSWORD }, token);
    assert.deepEqual(messagesAt(same.body, 'password'), [4000039]);
    const other = await people.submit(
      'settings',
      id,
      { method: 'password', password: 'Another-One-9' },
      token,
    );
    assert.equal(other.status, 200);
    assert.equal((await people.login('pass@example.com')).status, 400);
    assert.equal((await people.login('pass@example.com', 'Another-One-9')).status, 200);
  });

  it('need a confirmed login after a while', async () => {
    const token = await people.newcomer('late@example.com');
    people.clock.advance(61);
    const { id } = await people.begin('settings', token);
    const asked = await people.submit(
      'settings',
      id,
      { method: 'password', password: 'Another-One-9' },
      token,
    );
    assert.equal(asked.status, 403);
    assert.equal(asked.body.error.id, 'session_refresh_required');
    assert.match(asked.body.redirect_browser_to ?? '', /refresh=true/);
    const login = await people.begin('login', token, '?refresh=true');
    const who = { method: 'password', identifier: 'late@example.com', password: PASSWORD };
    assert.equal((await people.submit('login', login.id, who, token)).status, 200);
    const now = await people.submit('settings', id, { method: 'password', password: 'Another-One-9' }, token);
    assert.equal(now.status, 200);
  });

  it('set an authenticator app up, which a later login asks for', async () => {
    const email = 'totp@example.com';
    const token = await people.newcomer(email);
    const flow = await people.begin('settings', token);
    const secret = totpSecret(flow);
    assert.match(String(field(flow.ui.nodes, 'totp_qr')?.attributes.src), /^data:image\/png;base64,/);
    const wrong = await people.submit('settings', flow.id, { method: 'totp', totp_code: '000000' }, token);
    assert.deepEqual(messagesAt(wrong.body, 'totp_code'), [4000008]);
    const code = () => totpAt(secret, people.clock.now());
    const linked = await people.submit('settings', flow.id, { method: 'totp', totp_code: code() }, token);
    assert.equal(linked.status, 200);
    assert.equal((await people.whoami(token)).session.authenticator_assurance_level, 'aal2');

    const login = await people.login(email);
    const weak = login.body.session_token;
    assert.equal(login.body.session.identity, null);
    const refused = await people.whoami(weak);
    assert.equal(refused.status, 403);
    assert.equal(refused.body.error.id, 'session_aal2_required');
    assert.equal((await people.get('/self-service/settings/api', weak)).status, 403);

    const second = await people.begin('login', weak, '?aal=aal2');
    const bad = await people.submit('login', second.id, { method: 'totp', totp_code: '000000' }, weak);
    assert.deepEqual(messages(bad.body), [4000008]);
    const good = await people.submit('login', second.id, { method: 'totp', totp_code: code() }, weak);
    assert.equal(good.body.session.authenticator_assurance_level, 'aal2');
    assert.equal((await people.whoami(weak)).status, 200);
  });

  it('make backup codes, each of which works once', async () => {
    const email = 'codes@example.com';
    const token = await people.newcomer(email);
    const { id } = await people.begin('settings', token);
    const made = await people.submit('settings', id, { lookup_secret_regenerate: true }, token);
    const shown = field(made.body.ui.nodes, 'lookup_secret_codes')?.attributes.text as {
      context: { secrets: { text: string }[] };
    };
    const secrets = shown.context.secrets.map(({ text }) => text);
    assert.equal(secrets.length, 12);
    assert.equal((await people.submit('settings', id, { lookup_secret_confirm: true }, token)).status, 200);

    const weak = (await people.login(email)).body.session_token;
    const use = async (secret: string | undefined, query: string) => {
      const flow = await people.begin('login', weak, query);
      return people.submit('login', flow.id, { method: 'lookup_secret', lookup_secret: secret }, weak);
    };
    assert.deepEqual(messages((await use('nothing1', '?aal=aal2')).body), [4000016]);
    assert.equal((await use(secrets[0], '?aal=aal2')).status, 200);
    assert.deepEqual(messages((await use(secrets[0], '?aal=aal2&refresh=true')).body), [4000012]);
  });
});
