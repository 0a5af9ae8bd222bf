import assert from 'node:assert/strict';
import { credentialsOf } from '../../../src/kinds/identity/credentials.ts';

describe('the credentials of an identity', () => {
  it('are those that it has, without what Kratos leaves of deleted ones', () => {
    const all = credentialsOf({
      credentials: {
        // As Kratos answers once the last provider was taken away.
        oidc: { type: 'oidc', identifiers: [], version: 0 },
        saml: { type: 'saml', identifiers: ['okta:ada'] },
        // A credential that needs no identifier counts.
        lookup_secret: { type: 'lookup_secret' },
        password: { type: 'password', identifiers: ['ada@example.com'] },
      },
    });
    assert.deepEqual(
      all.map(({ type }) => type),
      ['saml', 'lookup_secret', 'password'],
    );
  });

  it('are none where the server lists none', () => {
    assert.deepEqual(credentialsOf({}), []);
  });
});
