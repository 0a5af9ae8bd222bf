import assert from 'node:assert/strict';
import { field, messages, messagesAt, People } from './people.ts';

interface IdentityJson {
  readonly verifiable_addresses: readonly { readonly verified: boolean; readonly status: string }[];
}

describe('sandbox: recovery, verification, logout and one’s own sessions', () => {
  const people = new People();
  before(() => people.start());
  after(() => people.stop());

  const wrong = (code: string) => (code === '000000' ? '111111' : '000000');

  it('recovers an account with the code of a mail, and leads to the settings', async () => {
    await people.newcomer('lost@example.com');
    const { id } = await people.begin('recovery');
    const asked = await people.submit('recovery', id, { method: 'code', email: 'lost@example.com' });
    assert.equal(asked.body.state, 'sent_email');
    assert.deepEqual(messages(asked.body), [1060003]);
    const code = await people.latestCode('lost@example.com');
    const refused = await people.submit('recovery', id, { method: 'code', code: wrong(code) });
    assert.equal(refused.status, 200);
    assert.deepEqual(messages(refused.body), [4060006]);
    const done = await people.submit('recovery', id, { method: 'code', code });
    assert.equal(done.status, 422);
    assert.match(done.body.redirect_browser_to ?? '', /\/settings\?flow=/);
    const flow = await people.get(`/self-service/recovery/flows?id=${id}`);
    assert.equal(flow.body.state, 'passed_challenge');
  });

  it('begins a recovery anew after too many wrong codes', async () => {
    await people.newcomer('guess@example.com');
    const { id } = await people.begin('recovery');
    await people.submit('recovery', id, { method: 'code', email: 'guess@example.com' });
    const code = await people.latestCode('guess@example.com');
    for (let guess = 0; guess < 5; guess++) {
      assert.equal((await people.submit('recovery', id, { method: 'code', code: wrong(code) })).status, 200);
    }
    assert.equal((await people.submit('recovery', id, { method: 'code', code })).status, 303);
  });

  it('tells nobody whether an address is known', async () => {
    const { id } = await people.begin('recovery');
    const asked = await people.submit('recovery', id, { method: 'code', email: 'nobody@example.com' });
    assert.deepEqual(messages(asked.body), [1060003]);
    assert.equal(await people.latestCode('nobody@example.com'), '');
    const bad = await people.submit('recovery', (await people.begin('recovery')).id, { method: 'code' });
    assert.deepEqual(messagesAt(bad.body, 'email'), [4000002]);
  });

  it('ends a recovery that takes too long', async () => {
    const { id } = await people.begin('recovery');
    people.clock.advance(61);
    assert.equal((await people.get(`/self-service/recovery/flows?id=${id}`)).status, 410);
    assert.equal(
      (await people.submit('recovery', id, { method: 'code', email: 'a@example.com' })).status,
      303,
    );
  });

  it('verifies an address with the code of a mail, once', async () => {
    const { body } = await people.register('proof@example.com');
    const identity = async () => {
      const answer = await fetch(people.admin(`/admin/identities/${body.identity.id}`));
      return ((await answer.json()) as IdentityJson).verifiable_addresses[0];
    };
    assert.equal((await identity())?.status, 'sent');
    const { id } = await people.begin('verification');
    await people.submit('verification', id, { method: 'code', email: 'proof@example.com' });
    const code = await people.latestCode('proof@example.com');
    const refused = await people.submit('verification', id, { method: 'code', code: wrong(code) });
    assert.deepEqual(messages(refused.body), [4070006]);
    const done = await people.submit('verification', id, { method: 'code', code });
    assert.equal(done.body.state, 'passed_challenge');
    assert.deepEqual(messages(done.body), [1080002]);
    assert.equal(field(done.body.ui.nodes, 'continue')?.type, 'a');
    assert.equal((await identity())?.verified, true);
    const again = await people.submit('verification', id, { method: 'code', code });
    assert.equal(again.body.error.id, 'self_service_flow_replaced');
  });

  it('logs an app out with its token', async () => {
    const token = await people.newcomer('out@example.com');
    const end = (session_token: string) =>
      fetch(people.public('/self-service/logout/api'), {
        method: 'DELETE',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ session_token }),
      });
    assert.equal((await end('ory_st_unknown')).status, 403);
    assert.equal((await end(token)).status, 204);
    assert.equal((await people.whoami(token)).status, 401);
  });

  it('lists one’s other sessions, and ends one or all of them', async () => {
    const email = 'many@example.com';
    const first = await people.newcomer(email);
    const others = [await people.login(email), await people.login(email), await people.login(email)];
    const ids = async () => {
      const { body } = await people.get('/sessions', first);
      return (body as unknown as { id: string }[]).map(({ id }) => id).sort();
    };
    assert.deepEqual(await ids(), others.map(({ body }) => body.session.id).sort());
    const own = (await people.whoami(first)).session.id;
    const drop = async (path: string) =>
      fetch(people.public(path), { method: 'DELETE', headers: { 'x-session-token': first } });
    assert.equal((await drop(`/sessions/${own}`)).status, 400);
    assert.equal((await drop(`/sessions/${others[0]?.body.session.id ?? ''}`)).status, 204);
    assert.equal((await ids()).length, 2);
    assert.equal((await drop('/sessions')).status, 200);
    assert.deepEqual(await ids(), []);
    assert.equal((await people.whoami(first)).status, 200);
  });
});
