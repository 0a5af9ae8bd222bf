import assert from 'node:assert/strict';
import { answerFields, bodyOf } from '../../../src/flows/oauth2/challenges/fields.ts';
import { parseChallenge } from '../../../src/flows/oauth2/challenges/parse.ts';
import { type ChallengeRequest, findRequest } from '../../../src/flows/oauth2/challenges/request.ts';
import { OAuth2Fixture } from './fixture.ts';

const request = (kind: ChallengeRequest['kind']): ChallengeRequest => ({
  kind,
  challenge: 'c',
  client: undefined,
  scope: ['openid', 'read'],
  audience: [],
  subject: '',
  skip: false,
  raw: {},
});

describe('challenges', () => {
  it('are found in addresses, queries and codes', () => {
    const cases: readonly (readonly [string, unknown])[] = [
      ['https://app.example/login?a=b&login_challenge=x%3D1', { kind: 'login', challenge: 'x=1' }],
      ['?consent_challenge=abc', { kind: 'consent', challenge: 'abc' }],
      ['logout_challenge=abc', { kind: 'logout', challenge: 'abc' }],
      [
        'https://x/device?device_challenge=d&user_code=ABcd12',
        { kind: 'device', challenge: 'd', userCode: 'ABcd12' },
      ],
      [
        'https://x/oauth2/device/verify?user_code=ABcd12',
        { kind: 'device', challenge: '', userCode: 'ABcd12' },
      ],
      ['WXYZ-ABCD', { kind: 'device', challenge: '', userCode: 'WXYZ-ABCD' }],
      [
        'f2c0bb7a3e944d6f8b1d2a3c4e5f6071',
        { kind: undefined, challenge: 'f2c0bb7a3e944d6f8b1d2a3c4e5f6071' },
      ],
      ['https://app.example/login?x=1', undefined],
      ['   ', undefined],
    ];
    for (const [text, expected] of cases) assert.deepEqual(parseChallenge(text), expected, text);
  });

  it('are accepted with the fields that were filled in, and no others', () => {
    const login = answerFields(request('login'), 'accept');
    assert.deepEqual(
      bodyOf(login, {
        subject: 'alice',
        remember: 'true',
        remember_for: '3600',
        amr: 'pwd otp',
        context: '{"a":1}',
      }),
      { subject: 'alice', remember: true, remember_for: 3600, amr: ['pwd', 'otp'], context: { a: 1 } },
    );
    assert.throws(() => bodyOf(login, {}), { field: 'subject' });
    assert.throws(() => bodyOf(login, { subject: 'a', remember_for: 'long' }), { field: 'remember_for' });
    assert.throws(() => bodyOf(login, { subject: 'a', context: '[1]' }), /JSON object/);
    const consent = answerFields(request('consent'), 'accept');
    assert.deepEqual(
      bodyOf(consent, {
        grant_scope: 'openid read',
        'session.id_token': '{"x":1}',
        'session.access_token': '{}',
      }),
      { grant_scope: ['openid', 'read'], session: { id_token: { x: 1 }, access_token: {} } },
    );
  });

  it('of an unknown kind are found by asking, and unknown ones are said to be', async () => {
    const fixture = await OAuth2Fixture.start();
    try {
      const id = await fixture.client({
        redirect_uris: ['https://app.example/cb'],
        response_types: ['code'],
      });
      const query = new URLSearchParams({
        client_id: id,
        response_type: 'code',
        state: 'a-state-of-ours',
        redirect_uri: 'https://app.example/cb',
      });
      const { headers } = await fixture.hydra.open('GET', `/oauth2/auth?${query.toString()}`);
      const challenge = new URL(headers.get('location') ?? '').searchParams.get('login_challenge') ?? '';
      const found = await findRequest(fixture.api, { kind: undefined, challenge });
      assert.deepEqual([found.kind, found.client?.client_id], ['login', id]);
      await assert.rejects(
        () => findRequest(fixture.api, { kind: undefined, challenge: 'nonsense' }),
        /No login, consent or logout request/,
      );
      await assert.rejects(
        () => findRequest(fixture.api, { kind: 'consent', challenge }),
        /^OryError: No consent request has this challenge/,
      );
    } finally {
      await fixture.stop();
    }
  });
});
