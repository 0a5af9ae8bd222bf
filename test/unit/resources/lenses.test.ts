import assert from 'node:assert/strict';
import { createPublicKey, generateKeyPairSync } from 'node:crypto';
import { exportJWK, calculateJwkThumbprint } from 'jose';
import { parseJson, printJson, toJson } from '../../../src/ory/json/tree.ts';
import { jwkFacts } from '../../../src/ory/keys/jwk-facts.ts';
import type { LensPlace } from '../../../src/resources/lenses/lens.ts';
import { lensesOf } from '../../../src/resources/lenses/lenses-of.ts';
import { referencesIn } from '../../../src/resources/lenses/links-of.ts';
import { timesIn } from '../../../src/resources/lenses/times.ts';

const place: LensPlace = {
  connection: 'staging',
  id: '1',
  name: 'Ada',
  readOnly: false,
  hasHydra: true,
  has: (command) => command !== 'ory.startOAuth2Flow',
};

describe('facts of a key', () => {
  it('are its size or curve, its thumbprint and its public key', async () => {
    for (const [pair, sort] of [
      [generateKeyPairSync('rsa', { modulusLength: 2048 }), 'RSA 2048 bits'],
      [generateKeyPairSync('ec', { namedCurve: 'P-384' }), 'EC P-384'],
      [generateKeyPairSync('ed25519'), 'Ed25519'],
    ] as const) {
      const facts = await jwkFacts(toJson({ kid: 'k', ...(await exportJWK(pair.privateKey)) }));
      assert.equal(facts.sort, sort);
      assert.equal(facts.thumbprint, await calculateJwkThumbprint(await exportJWK(pair.publicKey)));
      assert.ok(createPublicKey(facts.pem ?? '').equals(pair.publicKey));
      assert.ok(!facts.pem?.includes('PRIVATE'));
    }
  });

  it('tell nothing of a symmetric key, whose thumbprint would', async () => {
    const facts = await jwkFacts(toJson({ kty: 'oct', k: 'c2VjcmV0', kid: 's' }));
    assert.deepEqual(facts, {
      kid: 's',
      sort: 'symmetric',
      thumbprint: undefined,
      pem: undefined,
      certificates: [],
    });
  });

  it('are what can be told of a key that is broken', async () => {
    const facts = await jwkFacts(toJson({ kty: 'EC', crv: 'P-256', x: 'no', x5c: ['no', 7] }));
    assert.equal(facts.sort, 'EC P-256');
    assert.equal(facts.pem, undefined);
    assert.deepEqual(facts.certificates, []);
  });
});

describe('lenses', () => {
  const identity = toJson({
    id: '1',
    state: 'active',
    organization_id: null,
    traits: {},
    credentials: { password: { identifiers: ['ada@example.com'] } },
    verifiable_addresses: [
      { value: 'a@example.com', verified: true },
      { value: 'b@example.com', verified: false },
    ],
    recovery_addresses: [{ value: 'a@example.com' }],
  });

  it('of an identity stand at what they are about', async () => {
    const lenses = await lensesOf('identities', identity, place);
    assert.deepEqual(
      lenses.map(({ path, title }) => `${path.join('/')} ${title}`),
      [
        ' Create Recovery Code…',
        ' Delete All Sessions…',
        ' Show Consents',
        'state Deactivate',
        'credentials/password Delete Credential…',
        'verifiable_addresses/1 Mark as Verified…',
        'recovery_addresses/0 Create Recovery Link…',
      ],
    );
  });

  it('leave out what an older Kratos can’t do', async () => {
    const older = parseJson(printJson(identity).replace('"organization_id":null,', ''));
    const titles = (await lensesOf('identities', older, place)).map(({ title }) => title);
    assert.ok(titles.includes('Deactivate'));
    assert.ok(!titles.includes('Mark as Verified…'));
  });

  it('change nothing on a read-only connection, and offer no command that is not there', async () => {
    const closed = await lensesOf('identities', identity, { ...place, readOnly: true });
    assert.deepEqual(
      closed.map(({ command }) => command),
      ['ory.showSubject'],
    );
    const client = toJson({ client_id: '1', token_endpoint_auth_method: 'client_secret_basic' });
    const titles = async (more: Partial<LensPlace>) =>
      (await lensesOf('clients', client, { ...place, ...more })).map(({ title }) => title);
    assert.deepEqual(await titles({}), ['Rotate Secret', 'Show Consents…', 'Delete Tokens…']);
    assert.deepEqual(await titles({ readOnly: true, has: () => true }), ['Try a Flow…', 'Show Consents…']);
  });
});

describe('references', () => {
  const references = (kind: 'identities' | 'sessions' | 'clients' | 'issuers' | 'projects', tree: object) =>
    referencesIn(toJson(tree), { kind, id: 'own' }).map(
      ({ path, kind: to, id }) => `${path.join('/')} → ${to} ${id}`,
    );

  it('lead to what an id names, and not to the document itself', () => {
    assert.deepEqual(
      references('identities', { id: 'own', schema_id: 'customer', traits: { client_id: 'x' } }),
      ['schema_id → schemas customer'],
    );
    assert.deepEqual(
      references('sessions', {
        id: 'own',
        authenticator_assurance_level: 'aal1',
        identity: { id: '7', schema_id: 'default', traits: {} },
      }),
      ['identity/id → identities 7', 'identity/schema_id → schemas default'],
    );
    assert.deepEqual(references('clients', { client_id: 'own', metadata: { client_id: 'x' } }), []);
    assert.deepEqual(references('issuers', { id: 'own', public_key: { set: 'sts', kid: 'a' } }), [
      'public_key/set → keys sts',
    ]);
  });
});

describe('timestamps in a text', () => {
  it('are found with their places, but for Go’s “never”', () => {
    const text =
      '"a": "2024-01-02T03:04:05.678901Z", b: 2024-01-02T03:04:05+02:00 0001-01-01T00:00:00Z 2024-13-99T00:00:00Z';
    assert.deepEqual(
      timesIn(text).map(({ offset, length, at }) => [text.slice(offset, offset + length), at.toISOString()]),
      [
        ['2024-01-02T03:04:05.678901Z', '2024-01-02T03:04:05.678Z'],
        ['2024-01-02T03:04:05+02:00', '2024-01-02T01:04:05.000Z'],
      ],
    );
  });
});
