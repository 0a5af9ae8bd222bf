import assert from 'node:assert/strict';
import { pointerOf } from '../../../src/ory/json/pointer.ts';
import { toJson } from '../../../src/ory/json/tree.ts';
import { MASK } from '../../../src/ory/secrets/mask.ts';
import { clientKind } from '../../../src/kinds/client/client.ts';
import { identityKind } from '../../../src/kinds/identity/identity.ts';
import type { Kind } from '../../../src/kinds/kind.ts';
import { keySetKind } from '../../../src/kinds/key-set/key-set.ts';
import { mayHoldSecrets, typedSecrets } from '../../../src/saving/typed-secrets.ts';

const placesIn = (kind: Kind, document: unknown) =>
  typedSecrets(kind, toJson(document)).map(({ path }) => pointerOf(path));

describe('secrets that were typed into a document', () => {
  it('are what an imported credential keeps secret, not the names around it', () => {
    const config = { password: 'x', hashed_password: '$2a$10$x' };
    const providers = [{ provider: 'google', subject: '1', initial_access_token: 'x' }];
    assert.deepEqual(
      placesIn(identityKind, { credentials: { password: { config }, oidc: { config: { providers } } } }),
      [
        '/credentials/password/config/password',
        '/credentials/password/config/hashed_password',
        '/credentials/oidc/config/providers/0/initial_access_token',
      ],
    );
    assert.deepEqual(placesIn(identityKind, { traits: { password: 'a trait of that name' } }), []);
  });

  it('are the secret of a client and the private parts of keys', () => {
    const key = { kid: 'k', kty: 'RSA', n: 'n', e: 'AQAB', d: 'x', p: 'x' };
    assert.deepEqual(placesIn(clientKind, { client_secret: 'x', jwks: { keys: [key] } }), [
      '/client_secret',
      '/jwks/keys/0/d',
      '/jwks/keys/0/p',
    ]);
    assert.deepEqual(placesIn(keySetKind, { keys: [{ kty: 'oct', k: 'x' }] }), ['/keys/0/k']);
  });

  it('are ruled out by a look at the text alone, but never where one stands, however its name is spelt', () => {
    const may = (kind: Kind, document: unknown) => mayHoldSecrets(kind, JSON.stringify(document));
    const key = { kid: 'k', kty: 'RSA', d: 'x' };
    assert.ok(may(identityKind, { credentials: { password: { config: { password: 'x' } } } }));
    assert.ok(may(clientKind, { client_secret: 'x' }));
    assert.ok(may(keySetKind, { keys: [key] }));
    assert.ok(mayHoldSecrets(clientKind, '{"client\\u005fsecret":"x"}'));
    assert.ok(mayHoldSecrets(clientKind, '"client\\x5fsecret": x\n'));
    assert.ok(!may(identityKind, { traits: { password: 'a trait of that name' }, note: 'a\nb' }));
  });

  it('are none where a mask or a placeholder stands, or nothing', () => {
    for (const client_secret of [MASK, `${MASK} 2`, '', null, 1]) {
      assert.deepEqual(placesIn(clientKind, { client_secret }), [], String(client_secret));
    }
  });
});
