import assert from 'node:assert/strict';
import { lifespanProblem } from '../../src/features/commands/identity/lifespan.ts';
import { messageText } from '../../src/features/commands/message/message-text.ts';
import { sortsOf } from '../../src/features/commands/key-set/rotation.ts';
import { subjectText } from '../../src/features/commands/subject/subject-text.ts';
import { orTooOld } from '../../src/editor/tasks/too-old.ts';
import { OryError } from '../../src/ory/errors.ts';

const now = new Date('2026-11-23T12:00:00Z');

describe('the text of a message', () => {
  const answer = JSON.stringify({
    id: '1',
    recipient: 'ada@example.com',
    subject: 'Recover\naccess',
    status: 'abandoned',
    type: 'email',
    template_type: 'recovery_code_valid',
    body: 'Your code is 123456.\n',
    send_count: 2,
    created_at: '2026-11-23T09:00:00Z',
    updated_at: '2026-11-23T10:00:00Z',
    dispatches: [{ status: 'failed', created_at: '2026-11-23T09:30:00Z', error: { message: 'no route' } }],
  });

  it('masks what opens the account, and tells each attempt', () => {
    const { text, recipient } = messageText(answer, false, now);
    assert.equal(recipient, 'ada@example.com');
    assert.doesNotMatch(text, /123456/);
    assert.match(text, /^Subject: +Recover access$/m);
    assert.match(text, /failed 2 hours ago \(.*\): \{"message":"no route"\}/);
  });

  it('masks the code that newer servers put into the subject', () => {
    const coded = answer.replace('Recover\\naccess', 'Use code 123456 to recover access');
    assert.match(messageText(coded, false, now).text, /^Subject: +Use code •+ to recover access$/m);
    assert.match(messageText(coded, true, now).text, /^Subject: +Use code 123456 to recover access$/m);
  });

  it('shows it when it is revealed, and says no more that it is masked', () => {
    const { text } = messageText(answer, true, now);
    assert.match(text, /Your code is 123456\.\n$/);
    assert.doesNotMatch(text, /masked/);
  });
});

describe('the text of a subject', () => {
  const of = { subject: 'ada', connection: 'staging' };

  it('names clients, scopes and logins, and no challenge', () => {
    const text = subjectText(
      of,
      [
        {
          grant_scope: ['openid', 'email'],
          remember: true,
          remember_for: 2_592_000,
          handled_at: '2026-11-22T12:00:00Z',
          consent_request: {
            challenge: 'the-challenge',
            login_challenge: 'the-login-challenge',
            request_url: 'https://example.com/?state=secret',
            login_session_id: 'login-1',
            client: { client_id: 'shop', client_name: 'Web\n# shop' },
          },
        },
      ],
      now,
    );
    assert.match(text, /^## Web # shop$/m);
    assert.match(text, /^- Scopes: openid email$/m);
    assert.match(text, /^- Remembered: for 30 days$/m);
    assert.match(text, /^- login-1$/m);
    assert.doesNotMatch(text, /challenge|state=/);
  });

  it('says so where there is nothing', () => {
    assert.match(subjectText(of, [], now), /granted nothing that is still in force/);
  });
});

describe('a server’s 404', () => {
  const refused = (status: number, body: string) => new OryError('refused', 'no', { status, body });

  it('means an old server where its router answered, and a missing resource where the API did', () => {
    const missing = refused(404, '{"error":{"code":404}}');
    assert.equal(orTooOld(missing, 'deleting credentials'), missing);
    const router = orTooOld(refused(404, '404 page not found\n'), 'deleting credentials');
    assert.match(String(router), /This server is too old for deleting credentials/);
    const page = new OryError('not-ory', 'HTML', { status: 404, body: '<!DOCTYPE html>' });
    assert.match(String(orTooOld(page, 'x')), /too old/);
    const route = new OryError('refused', 'no', {
      status: 404,
      body: '{"error":"not_found"}',
      reason: 'The requested route does not exist. Make sure you are using the right path.',
    });
    assert.match(String(orTooOld(route, 'x')), /too old/);
    const other = refused(500, 'oops');
    assert.equal(orTooOld(other, 'x'), other);
  });
});

describe('a lifespan', () => {
  it('is a duration as the server writes it, or nothing', () => {
    for (const good of ['', '12h', '90m', '1h30m', ' 45s ']) assert.equal(lifespanProblem(good), undefined);
    for (const bad of ['12', 'soon', '1d', '-1h', '1h 30m']) assert.ok(lifespanProblem(bad), bad);
  });
});

describe('the keys of a set', () => {
  it('are of sorts, each with its count', () => {
    const keys = [
      { alg: 'RS256', use: 'sig' },
      { alg: 'ES256', use: 'sig' },
      { alg: 'RS256', use: 'sig' },
    ];
    assert.deepEqual(sortsOf(keys), [
      { alg: 'RS256', use: 'sig', count: 2 },
      { alg: 'ES256', use: 'sig', count: 1 },
    ]);
  });
});
