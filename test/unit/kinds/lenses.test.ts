import assert from 'node:assert/strict';
import { createPublicKey, generateKeyPairSync } from 'node:crypto';
import { exportJWK, calculateJwkThumbprint } from 'jose';
import type { Connection } from '../../../src/connections/model.ts';
import { lensesAt } from '../../../src/editor/commands/availability.ts';
import { resourceWords } from '../../../src/editor/resource-words.ts';
import { type JsonNode, parseJson, printJson, toJson } from '../../../src/ory/json/tree.ts';
import { jwkFacts } from '../../../src/ory/keys/jwk-facts.ts';
import type { KindId } from '../../../src/kinds/kind.ts';
import { KINDS } from '../../../src/kinds/kinds.ts';
import { partsOf } from '../../../src/kinds/lenses/parts-of.ts';
import { stateOf } from '../../../src/kinds/state.ts';
import { referencesIn } from '../../../src/kinds/lenses/links-of.ts';
import { timesIn } from '../../../src/kinds/lenses/times.ts';

const connection = (more: object = {}): Connection => ({
  type: 'self-hosted',
  id: 'staging',
  name: 'Staging',
  scope: 'user',
  readOnly: false,
  production: false,
  sandbox: false,
  addresses: { 'kratos-admin': 'http://k', 'hydra-admin': 'http://h' },
  ...more,
});

/** The lenses above a document and its parts: "state Deactivate". */
async function lensesOf(kind: KindId, document: JsonNode, on = connection()): Promise<string[]> {
  const words = resourceWords(KINDS[kind], on, stateOf(kind, JSON.parse(printJson(document))));
  const parts = await partsOf(kind, document, { connection: on.id, id: '1', name: 'Ada' });
  return parts.flatMap(({ sort, path, words: own = [] }) =>
    lensesAt(sort, new Set([...words, ...own])).map(({ title }) => `${path.join('/')} ${title}`),
  );
}

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
    credentials: { password: { identifiers: ['ada@example.com'] }, webauthn: { identifiers: ['k'] } },
    verifiable_addresses: [
      { value: 'a@example.com', verified: true },
      { value: 'b@example.com', verified: false },
    ],
    recovery_addresses: [{ value: 'a@example.com' }],
  });

  it('of an identity stand at what they are about', async () => {
    assert.deepEqual(await lensesOf('identities', identity), [
      ' Create Recovery Code…',
      ' Delete All Sessions…',
      ' Show Consents',
      'state Deactivate',
      'credentials/password Delete Credential…',
      'credentials/webauthn Delete Credential…',
      'verifiable_addresses/1 Mark as Verified…',
      'recovery_addresses/0 Create Recovery Link…',
    ]);
  });

  it('leave out what an older Kratos can’t do', async () => {
    const older = parseJson(printJson(identity).replace('"organization_id":null,', ''));
    const all = (await lensesOf('identities', older)).join();
    assert.ok(all.includes('Deactivate'));
    assert.ok(!all.includes('Mark as Verified…'));
  });

  it('leave out credentials that Kratos never deletes, and the last way to log in', async () => {
    const of = async (credentials: object) =>
      (await lensesOf('identities', toJson({ id: '1', credentials }))).filter((lens) =>
        lens.includes('Delete Credential'),
      );
    assert.deepEqual(
      await of({
        password: { identifiers: ['a'] },
        code: { identifiers: ['a'] },
        passkey: { identifiers: ['k'] },
        totp: { identifiers: ['a'] },
      }),
      ['credentials/password Delete Credential…', 'credentials/totp Delete Credential…'],
    );
    assert.deepEqual(await of({ password: { identifiers: ['a', 'b'] }, totp: { identifiers: ['a'] } }), [
      'credentials/totp Delete Credential…',
    ]);
    assert.deepEqual(await of({ oidc: { identifiers: ['google:1'] } }), []);
    assert.equal((await of({ oidc: { identifiers: ['google:1', 'github:2'] } })).length, 1);
  });

  it('change nothing on a read-only connection, and offer nothing that its servers lack', async () => {
    const closed = connection({ readOnly: true });
    assert.deepEqual(await lensesOf('identities', identity, closed), [' Show Consents']);
    assert.deepEqual(
      await lensesOf('identities', identity, connection({ readOnly: true, addresses: {} })),
      [],
    );
    const client = toJson({ client_id: '1', token_endpoint_auth_method: 'client_secret_basic' });
    const all = { 'hydra-admin': 'http://h', 'hydra-public': 'http://p' };
    assert.deepEqual(await lensesOf('clients', client), [
      ' Rotate Secret',
      ' Show Consents…',
      ' Delete Tokens…',
    ]);
    assert.deepEqual(await lensesOf('clients', client, connection({ readOnly: true, addresses: all })), [
      ' Try a Flow…',
      ' Show Consents…',
    ]);
  });

  it('rotate secrets of those clients alone that have one', async () => {
    for (const [method, rotates] of [
      ['client_secret_basic', true],
      ['client_secret_post', true],
      [undefined, true],
      ['none', false],
      ['private_key_jwt', false],
      ['client_secret_jwt', false],
    ] as const) {
      const all = await lensesOf('clients', toJson({ client_id: '1', token_endpoint_auth_method: method }));
      assert.equal(all.includes(' Rotate Secret'), rotates, method);
    }
  });

  it('end and extend sessions that are in force', async () => {
    const of = (session: object) => lensesOf('sessions', toJson({ id: '1', ...session }));
    assert.deepEqual(await of({ active: true }), [' End Session…', ' Extend Session']);
    assert.deepEqual(await of({ active: false }), []);
    assert.deepEqual(await of({}), []);
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
