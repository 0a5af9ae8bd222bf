import assert from 'node:assert/strict';
import { exportJWK, generateKeyPair, type JWK, SignJWT, UnsecuredJWT } from 'jose';
import { claimRows } from '../../../src/flows/oauth2/tokens/claim-words.ts';
import { decodeToken, tokenIn } from '../../../src/flows/oauth2/tokens/decode.ts';
import { inspectToken, kindOfToken, verdictOf } from '../../../src/flows/oauth2/tokens/inspect.ts';
import { verifyJwt } from '../../../src/flows/oauth2/tokens/verify.ts';
import { OAuth2Fixture } from './fixture.ts';

const ISSUER = 'https://issuer.example';

describe('tokens', () => {
  let own: { key: JWK; sign: (claims: object, header?: object) => Promise<string> };
  let foreign: typeof own;
  const signer = async (kid: string) => {
    const { privateKey, publicKey } = await generateKeyPair('ES256', { extractable: true });
    return {
      key: { ...(await exportJWK(publicKey)), kid, alg: 'ES256' },
      sign: (claims: object, header: object = { kid }) =>
        new SignJWT({ ...claims }).setProtectedHeader({ alg: 'ES256', ...header }).sign(privateKey),
    };
  };
  before(async () => {
    [own, foreign] = [await signer('one'), await signer('two')];
  });

  const check = async (text: string, keys = [own.key], now = new Date()) => {
    const token = await decodeToken(text);
    assert(token.form === 'jwt');
    return verifyJwt(token, { keys, issuer: ISSUER, now });
  };
  const inAnHour = () => Math.floor(Date.now() / 1000) + 3600;

  it('are found in what people copy', () => {
    assert.equal(tokenIn('Authorization: Bearer abc.def\n'), 'abc.def');
    assert.equal(tokenIn('"ory_at_x.y",'), 'ory_at_x.y');
    assert.equal(tokenIn('eyJ\n  abc'), 'eyJabc');
  });

  it('that are good are called good', async () => {
    const verdict = await check(await own.sign({ iss: ISSUER, exp: inAnHour() }));
    assert.deepEqual([verdict.ok, verdict.signature, verdict.kid], [true, 'good', 'one']);
  });

  it('say why they are not good', async () => {
    const minute = Math.floor(Date.now() / 1000) + 60;
    const cases: readonly (readonly [string, RegExp])[] = [
      [new UnsecuredJWT({ iss: ISSUER }).encode(), /not signed \(alg none\)/],
      [await foreign.sign({ iss: ISSUER }), /key two, which the provider does not publish/],
      [await foreign.sign({ iss: ISSUER }, { kid: 'one' }), /does not fit the provider’s key one/],
      [await own.sign({ iss: ISSUER, exp: minute - 3600 }), /expired 59 minutes ago/],
      [await own.sign({ iss: ISSUER, nbf: minute }), /good only from in (59|60) s|in 1 minute/],
      [await own.sign({ iss: 'https://other.example' }), /issued by https:\/\/other.example, not by/],
      [await own.sign({ iss: ISSUER, iat: minute + 3600 }), /a clock is wrong/],
    ];
    for (const [text, words] of cases) {
      const verdict = await check(text);
      assert.equal(verdict.ok, false);
      assert.match(verdict.problems.join(' '), words);
    }
    assert.match((await check(await own.sign({ iss: ISSUER }), [])).problems.join(), /publishes no keys/);
  });

  it('whose text was changed do not fit their signature', async () => {
    const [header, , signature] = (await own.sign({ iss: ISSUER, sub: 'alice' })).split('.');
    const claims = Buffer.from(JSON.stringify({ iss: ISSUER, sub: 'mallory' })).toString('base64url');
    const verdict = await check(`${header ?? ''}.${claims}.${signature ?? ''}`);
    assert.equal(verdict.signature, 'wrong');
  });

  it('are told apart by what they hold', async () => {
    const kind = async (text: string) => kindOfToken(await decodeToken(text)).name;
    assert.equal(await kind('ory_at_abc.def'), 'Access token');
    assert.equal(await kind('ory_rt_abc.def'), 'Refresh token');
    assert.match(await kind('ory_st_abcdefgh'), /Kratos session token/);
    assert.equal(await kind(await own.sign({ scp: ['read'] })), 'JWT access token');
    assert.equal(await kind(await own.sign({ nonce: 'x' })), 'ID token (JWT)');
    assert.equal(await kind(await own.sign({ events: {} })), 'Logout token (JWT)');
    assert.equal(await kind('not.a.token'), 'Opaque token');
  });

  it('have claims with times in words', () => {
    const now = new Date('2026-01-01T00:00:00Z');
    const at = now.getTime() / 1000;
    const rows = claimRows(
      { exp: at + 3600, iat: at - 5, aud: ['a', 'b'], exotic: { x: 1 }, nbf: 'soon' },
      now,
    );
    assert.deepEqual(
      rows.map(({ name, value, words }) => [name, value, words]),
      [
        ['exp', String(at + 3600), 'expires in 1 hour (2026-01-01 01:00:00Z)'],
        ['iat', String(at - 5), 'issued 5 s ago (2025-12-31 23:59:55Z)'],
        ['aud', '["a","b"]', 'whom it is for'],
        ['exotic', '{"x":1}', ''],
        ['nbf', 'soon', ''],
      ],
    );
  });

  describe('at a server', () => {
    let fixture: OAuth2Fixture;
    before(async () => {
      fixture = await OAuth2Fixture.start();
    });
    after(() => fixture.stop());

    it('are introspected, and the reasons named that the server does not give', async () => {
      const client = { grant_types: ['client_credentials'], client_secret: 'a-secret-of-it', scope: 'read' };
      const id = await fixture.client({ ...client, token_endpoint_auth_method: 'client_secret_post' });
      const { json } = await fixture.hydra.token({
        grant_type: 'client_credentials',
        client_id: id,
        client_secret: 'a-secret-of-it',
      });
      const good = await inspectToken(json.access_token, fixture.api, fixture.redactor);
      assert.deepEqual([verdictOf(good)?.good, good.introspection?.client_id], [true, id]);
      assert.equal(fixture.redactor.text(`it is ${json.access_token}!`), 'it is [redacted]!');
      const unknown = await inspectToken('ory_rt_nobody-knows.this', fixture.api, fixture.redactor);
      assert.match(verdictOf(unknown)?.words ?? '', /each refresh gives a new one/);
    });

    it('of others are not asked about', async () => {
      const session = await inspectToken('ory_st_of_kratos_itself', fixture.api, fixture.redactor);
      assert.deepEqual([session.introspection, verdictOf(session)], [undefined, undefined]);
    });
  });
});
