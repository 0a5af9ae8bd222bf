import assert from 'node:assert/strict';
import { field, messages, messagesAt, PASSWORD, People } from './people.ts';

describe('sandbox: registering and logging in', () => {
  const people = new People();
  before(() => people.start());
  after(() => people.stop());

  it('registers in one step, gives a session, and sends a code to the address', async () => {
    const { status, body } = await people.register('ada@example.com');
    assert.equal(status, 200);
    assert.match(body.session_token, /^ory_st_/);
    assert.deepEqual(
      body.continue_with?.map(({ action }) => action),
      ['show_verification_ui', 'set_ory_session_token'],
    );
    assert.match(await people.latestCode('ada@example.com'), /^\d{6}$/);
    const who = await people.whoami(body.session_token);
    assert.equal(who.status, 200);
    assert.equal(who.session.identity?.traits.email, 'ada@example.com');
  });

  it('asks for the profile first, and then for a way to sign in', async () => {
    const { id, ui } = await people.begin('registration');
    assert.equal(field(ui.nodes, 'password'), undefined);
    const next = await people.submit('registration', id, {
      method: 'profile',
      traits: { email: 'steps@example.com' },
    });
    assert.equal(next.status, 400);
    assert.deepEqual(messages(next.body), [1040009]);
    assert.equal(field(next.body.ui.nodes, 'password')?.attributes.autocomplete, 'new-password');
    assert.equal(field(next.body.ui.nodes, 'traits.email')?.attributes.type, 'hidden');
    const back = await people.submit('registration', id, {
      screen: 'previous',
      traits: { email: 'steps@example.com' },
    });
    assert.equal(field(back.body.ui.nodes, 'password'), undefined);
  });

  it('refuses a login name that is taken, however it is spelled', async () => {
    const { status, body } = await people.register('ADA@Example.com');
    assert.equal(status, 400);
    assert.deepEqual(messages(body), [4000007]);
  });

  it('says at the field what is wrong with it', async () => {
    const { id } = await people.begin('registration');
    const bad = await people.submit('registration', id, { method: 'password', traits: { email: 'none' } });
    assert.deepEqual(messagesAt(bad.body, 'traits.email'), [4000040]);
    assert.deepEqual(messagesAt(bad.body, 'password'), [4000002]);
    const short = await people.register('short@example.com', 'abc');
    assert.deepEqual(messagesAt(short.body, 'password'), [4000032]);
    const alike = await people.register('alike-name@example.com', 'alike-name@example');
    assert.deepEqual(messagesAt(alike.body, 'password'), [4000031]);
  });

  it('logs in with any spelling of the login name, and with nothing but the password', async () => {
    const right = await people.login(' Ada@EXAMPLE.com ');
    assert.equal(right.status, 200);
    const wrong = await people.login('ada@example.com', 'not this one');
    assert.equal(wrong.status, 400);
    assert.deepEqual(messages(wrong.body), [4000006]);
    assert.equal(field(wrong.body.ui.nodes, 'identifier')?.attributes.value, 'ada@example.com');
    assert.equal(field(wrong.body.ui.nodes, 'password')?.attributes.value, undefined);
  });

  it('lets nobody in whose account is switched off', async () => {
    const { body } = await people.register('off@example.com');
    await fetch(people.admin(`/admin/identities/${body.identity.id}`), {
      method: 'PATCH',
      body: JSON.stringify([{ op: 'replace', path: '/state', value: 'inactive' }]),
    });
    assert.deepEqual(messages((await people.login('off@example.com')).body), [4010011]);
    assert.equal((await people.whoami(body.session_token)).status, 401);
  });

  it('refuses to begin while a session is there, but confirms it', async () => {
    const token = await people.newcomer('again@example.com');
    const refused = await people.get('/self-service/login/api', token);
    assert.equal(refused.body.error.id, 'session_already_available');
    const { id, ui } = await people.begin('login', token, '?refresh=true');
    assert.deepEqual(
      (ui.messages ?? []).map((message) => message.id),
      [1010003],
    );
    const body = { method: 'password', identifier: 'again@example.com', password: PASSWORD };
    const confirmed = await people.submit('login', id, body, token);
    assert.equal(confirmed.body.session_token, token);
    assert.equal(confirmed.body.session.authentication_methods.length, 2);
  });

  it('begins another flow for one that came too late', async () => {
    const { id } = await people.begin('login');
    people.clock.advance(61);
    const read = await people.get(`/self-service/login/flows?id=${id}`);
    assert.equal(read.status, 410);
    assert.equal(read.body.error.id, 'self_service_flow_expired');
    const late = await people.submit('login', id, {
      method: 'password',
      identifier: 'ada@example.com',
      password: PASSWORD,
    });
    assert.equal(late.status, 410);
    const fresh = await people.get(`/self-service/login/flows?id=${late.body.use_flow_id ?? ''}`);
    assert.deepEqual(messages(fresh.body), [4010001]);
  });

  it('takes no flow of an app from a browser', async () => {
    const { id } = await people.begin('login');
    const response = await fetch(people.public(`/self-service/login?flow=${id}`), {
      method: 'POST',
      headers: { 'content-type': 'application/json', cookie: 'a=b' },
      body: JSON.stringify({ method: 'password', identifier: 'ada@example.com', password: PASSWORD }),
    });
    assert.equal(response.status, 400);
  });
});
