import assert from 'node:assert/strict';
import type { JWK } from 'jose';
import { odditiesOf } from '../../../src/flows/oauth2/provider/oddities.ts';
import { keyRows, rsaBits } from '../../../src/flows/oauth2/provider/keys.ts';
import { type Provider, readProvider } from '../../../src/flows/oauth2/provider/provider.ts';
import { supportGroups } from '../../../src/flows/oauth2/provider/supports.ts';
import { newKey, OAuth2Fixture } from './fixture.ts';

const NOW = new Date('2026-01-01T00:00:00Z');

describe('the provider', () => {
  let key: Awaited<ReturnType<typeof newKey>>;
  before(async () => {
    key = await newKey('one');
  });
  const provider = (metadata: object = {}, others: Partial<Provider> = {}): Provider => ({
    issuer: 'https://id.example',
    address: 'https://id.example',
    keys: [key.publicKey],
    metadata: {
      authorization_endpoint: 'https://id.example/oauth2/auth',
      token_endpoint: 'https://id.example/oauth2/token',
      jwks_uri: 'https://id.example/.well-known/jwks.json',
      code_challenge_methods_supported: ['S256'],
      ...metadata,
    },
    ...others,
  });
  const oddities = (metadata?: object, others?: Partial<Provider>) =>
    odditiesOf(provider(metadata, others), NOW).map(({ severity, what }) => `${severity}: ${what}`);

  it('that is in order is not found odd', () => {
    assert.deepEqual(oddities(), []);
    assert.deepEqual(oddities({}, { address: 'https://id.example/' }), []);
  });

  it('is found odd for what clients stumble over, the worst first', () => {
    const strange = (what: RegExp, metadata?: object, others?: Partial<Provider>) =>
      assert.match(oddities(metadata, others)[0] ?? 'nothing', what);
    strange(/^error: Its issuer is not https/, {}, { issuer: 'http://id.example' });
    strange(
      /^warning: Its issuer .* differs from the connection’s address http:\/\/127/,
      {},
      { address: 'http://127.0.0.1:4444' },
    );
    strange(/^error: It names no issuer/, {}, { issuer: '' });
    strange(/^warning: It does not say that it supports PKCE/, {
      code_challenge_methods_supported: ['plain'],
    });
    strange(/^warning: token_endpoint is on another origin/, {
      token_endpoint: 'https://gateway.example/token',
    });
    strange(/^error: It names no token_endpoint/, { token_endpoint: undefined });
    strange(/^error: jwks_uri is no address/, { jwks_uri: 'nonsense' });
    strange(/^warning: ID tokens may be unsigned/, { id_token_signing_alg_values_supported: ['none'] });
    strange(/^error: It publishes no keys/, {}, { keys: [] });
    strange(/^error: Its keys could not be read/, {}, { keys: [], keysProblem: 'It timed out.' });
    const { publicKey, privateKey } = key;
    const expired: JWK & { exp: number } = { ...publicKey, exp: NOW.getTime() / 1000 - 864_000 };
    strange(/published with its private part/, {}, { keys: [privateKey] });
    strange(
      /^error: Key weak is weak: RSA with 1024 bits/,
      {},
      {
        keys: [{ kty: 'RSA', kid: 'weak', n: Buffer.alloc(128, 0xff).toString('base64url'), e: 'AQAB' }],
      },
    );
    strange(/Two keys have the kid one/, {}, { keys: [publicKey, publicKey] });
    strange(/Key one expired 10 days ago/, {}, { keys: [expired] });
  });

  it('keeps plain http on this machine a note', () => {
    const local = 'http://127.0.0.1:4444';
    const found = oddities({}, { issuer: local, address: local });
    assert.equal(
      found.some((one) => one.startsWith('note: Its issuer is not https')),
      true,
    );
  });

  it('may have a key with an expiry beyond what dates can be', () => {
    const endless = { ...key.publicKey, exp: 1e20 } as JWK;
    assert.equal(keyRows([endless], NOW)[0]?.expires, '');
    assert.deepEqual(oddities({}, { keys: [endless] }), []);
  });

  it('has keys of the length that their modulus has', () => {
    const key = (bytes: number[]) => ({ kty: 'RSA', n: Buffer.from(bytes).toString('base64url') });
    assert.equal(rsaBits(key([0x80, ...Array<number>(255).fill(0)])), 2048);
    assert.equal(rsaBits(key([0, 0x7f, ...Array<number>(255).fill(0)])), 2047);
  });

  it('is read from a server, nothing that it says left out', async () => {
    const fixture = await OAuth2Fixture.start();
    try {
      const read = await readProvider(fixture.api, fixture.hydra.publicUrl);
      assert.equal(read.issuer, fixture.hydra.publicUrl);
      assert.ok(read.keys.some(({ kid }) => kid === 'test'));
      const shown = supportGroups(read.metadata).flatMap(({ rows }) => rows.map(({ name }) => name));
      assert.deepEqual([...shown].sort(), Object.keys(read.metadata).sort());
    } finally {
      await fixture.stop();
    }
  });
});
