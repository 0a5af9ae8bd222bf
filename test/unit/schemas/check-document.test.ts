import assert from 'node:assert/strict';
import { resolve } from 'node:path';
import { parseJson, toJson } from '../../../src/ory/json/tree.ts';
import { MASK } from '../../../src/ory/secrets/mask.ts';
import type { KindId } from '../../../src/kinds/kind.ts';
import { checkDocument } from '../../../src/schemas/check/check-document.ts';
import { CheckThread } from '../../../src/schemas/check/check-thread.ts';
import { fitForEditors } from '../../../src/schemas/identity-traits.ts';
import { schemaAddress } from '../../../src/schemas/addresses.ts';

const person = {
  type: 'object',
  properties: {
    traits: {
      type: 'object',
      properties: {
        email: { type: 'string', format: 'email' },
        age: { type: 'integer', maximum: 150 },
        tier: { enum: ['free', 'pro'] },
        name: { $ref: '#/definitions/name' },
        evil: { type: 'string', pattern: '^((\\w+)\\s?)*$' },
        slug: { type: 'string', pattern: '^[a-z0-9]+(-[a-z0-9]+)*$' },
      },
      required: ['email'],
      additionalProperties: false,
    },
  },
  definitions: { name: { type: 'object', properties: { first: { type: 'string' } } } },
};
const live = {
  ids: ['person', 'odd/../id'],
  complete: true,
  addressesOf: (id: string) => [schemaAddress({ of: 'traits', connection: 'c', id })],
  schemas: new Map([
    ['person', fitForEditors(person)],
    [
      'odd/../id',
      fitForEditors({ type: 'object', properties: { traits: { type: 'object', exclusiveMinimum: true } } }),
    ],
  ]),
};

const thread = new CheckThread(resolve('dist', 'check-worker.js'));
after(() => thread.dispose());

/** @param opened what an existing document was opened from: everything else is a change */
const check = (kind: KindId, document: unknown, isNew = false, opened: unknown = {}) =>
  checkDocument(
    { kind, isNew, connection: 'c', tree: toJson(document), opened: toJson(opened) },
    live,
    thread.find,
  );
const places = async (kind: KindId, document: unknown, isNew = false, opened: unknown = {}) =>
  (await check(kind, document, isNew, opened)).map(({ pointer }) => pointer);

const identity = (traits: unknown, more: object = {}) => ({ schema_id: 'person', traits, ...more });
const client = (more: object) => ({
  client_id: 'a',
  redirect_uris: ['https://app.example.com/cb'],
  ...more,
});

describe('what servers refuse for sure, before a save', () => {
  it('is found in traits, by the schema that the identity names', async () => {
    assert.deepEqual(
      await places('identities', identity({ email: 'a@example.com', name: { first: 'A' } })),
      [],
    );
    assert.deepEqual(
      await places(
        'identities',
        identity({ email: 1, age: 151, tier: 'gold', name: { first: 1 }, other: 1 }),
      ),
      ['/traits/other', '/traits/email', '/traits/age', '/traits/tier', '/traits/name/first'],
    );
    const missing = await check('identities', identity({}));
    assert.deepEqual(
      missing.map(({ pointer }) => pointer),
      ['/traits'],
    );
    assert.match(missing.map(({ message }) => message).join(), /email/);
  });

  it('is not what a form of text may be, which servers read in their own ways', async () => {
    assert.deepEqual(await places('identities', identity({ email: 'jörg@exämple.com' })), []);
  });

  it('is nothing of a schema that is unknown, broken or dangerous', async () => {
    assert.deepEqual(await places('identities', { schema_id: 'unheard', traits: { email: 1 } }), []);
    assert.deepEqual(await places('identities', { schema_id: 'odd/../id', traits: { a: 1 } }), []);
    const slow = identity({ email: 'a@example.com', evil: `${'a'.repeat(40)}!` });
    assert.deepEqual(await places('identities', slow), []);
    const slug = identity({ email: 'a@example.com', slug: 'a--b' });
    assert.deepEqual(await places('identities', slug), ['/traits/slug']);
  });

  it('is found in the envelope', async () => {
    const odd = identity(
      { email: 'a@example.com' },
      { state: 'asleep', metadata_admin: 1, metadata_public: null },
    );
    assert.deepEqual(await places('identities', odd), ['/metadata_admin', '/state']);
  });

  it('is found in clients', async () => {
    const bad = client({
      redirect_uris: ['https://app.example.com/cb#part', 'com.example.app:/cb'],
      post_logout_redirect_uris: ['https://elsewhere.example.com/'],
      token_endpoint_auth_method: 'private_key_jwt',
      subject_type: 'secret',
      client_secret: '12345',
      authorization_code_grant_access_token_lifespan: 'soon',
      allowed_cors_origins: ['https://app.example.com/path'],
      client_name: 1,
    });
    assert.deepEqual((await places('clients', bad, true)).sort(), [
      '/allowed_cors_origins/0',
      '/authorization_code_grant_access_token_lifespan',
      '/client_name',
      '/client_secret',
      '/post_logout_redirect_uris/0',
      '/redirect_uris/0',
      '/subject_type',
      '/token_endpoint_auth_method',
    ]);
    const both = client({
      jwks: { keys: [{ kty: 'EC', crv: 'P-256', x: 'a', y: 'b' }] },
      jwks_uri: 'https://a/b',
    });
    assert.deepEqual(await places('clients', both), ['/jwks_uri']);
  });

  it('is no advice', async () => {
    const unwise = client({
      redirect_uris: ['http://app.example.com/*', '/relative'],
      grant_types: ['no_such_grant', 'client_credentials'],
      response_types: ['token'],
      token_endpoint_auth_method: 'none',
      access_token_strategy: 'new',
      logo_uri: 'ftp://example.com/logo.png',
      unheard_of: { deep: [1] },
      jwks: {},
      contacts: null,
      skip_logout_consent: null,
      authorization_code_grant_access_token_lifespan: '1h30m',
    });
    assert.deepEqual(await places('clients', unwise), []);
  });

  it('is found in keys by their family, never in a mask', async () => {
    const keys = {
      keys: [{ kty: 'RSA', kid: 'a', n: MASK }, { kty: 'oct', k: MASK }, { kid: 'b' }, { kty: 'XYZ' }],
    };
    assert.deepEqual(await places('keys', keys), ['/keys/0', '/keys/2', '/keys/3/kty']);
    assert.deepEqual(await places('clients', client({ client_secret: MASK, subject_type: MASK })), []);
  });

  it('is found in an issuer: either a subject or any, and a key with a kid and nothing private', async () => {
    const issuer = { issuer: 'https://a', scope: [], expires_at: '2030-01-01T00:00:00Z' };
    const jwk = { kty: 'EC', kid: 'a', crv: 'P-256', x: 'a', y: 'b' };
    assert.deepEqual(await places('issuers', { ...issuer, jwk, subject: 'x' }, true), []);
    assert.deepEqual(
      await places('issuers', { ...issuer, jwk, subject: 'x', allow_any_subject: true }, true),
      ['/subject'],
    );
    assert.deepEqual(await places('issuers', { ...issuer, jwk, subject: '' }, true), ['/subject']);
    const secret = { ...issuer, jwk: { ...jwk, kid: undefined, d: 'x' }, allow_any_subject: true };
    assert.deepEqual((await places('issuers', secret, true)).sort(), ['/jwk', '/jwk/d']);
  });

  it('is nothing that was there when the document was opened, wherever it moved to', async () => {
    const old = {
      schema_id: 'person',
      state: 'asleep',
      traits: { email: 1, age: 7 },
      verifiable_addresses: [{ value: 'a@example.com', verified: 'perhaps' }],
    };
    const now = { ...old, traits: { email: 1, age: 8, tier: 'gold' }, metadata_public: { a: null } };
    assert.deepEqual(await places('identities', now, false, old), ['/traits/tier']);
    const moved = {
      ...old,
      verifiable_addresses: [{ value: 'b@example.com', verified: 1 }, ...old.verifiable_addresses],
    };
    assert.deepEqual(await places('identities', moved, false, old), ['/verifiable_addresses/0/verified']);
    const missing = { ...old, traits: { age: 7 } };
    const more = { ...old, traits: { age: 8 } };
    assert.deepEqual(await places('identities', more, false, missing), []);
    assert.deepEqual(await places('identities', missing, false, { ...old, traits: { email: 'a@b' } }), [
      '/traits',
    ]);
  });

  it('is found where another change makes it wrong', async () => {
    const old = client({ post_logout_redirect_uris: ['https://app.example.com/out'] });
    const now = { ...old, redirect_uris: ['https://b.example.com/cb'] };
    assert.deepEqual(await places('clients', now, false, old), ['/post_logout_redirect_uris/0']);
    const odd = identity({ email: 'a@example.com' }, { schema_id: 'unheard' });
    const known = { ...odd, schema_id: 'person', traits: { email: 2 } };
    assert.deepEqual(await places('identities', known, false, { ...odd, traits: { email: 2 } }), [
      '/traits/email',
    ]);
  });

  it('is nothing of what only the server sets, and null is nothing at all', async () => {
    const odd = identity(
      { email: 'a@example.com' },
      {
        credentials: { odd: { type: 'odd', version: 'x' } },
        recovery_addresses: 1,
        organization_id: 1,
        state: null,
        verifiable_addresses: [{ via: 'phone', value: '+1', verified_at: null, status: null }],
      },
    );
    assert.deepEqual(await places('identities', odd), []);
    assert.deepEqual(await places('clients', client({ client_secret: null, scope: null, jwks: null })), []);
    assert.deepEqual(await places('identities', identity({ email: null })), ['/traits/email']);
  });

  it('is nothing where it is not known what the document was opened from', async () => {
    const tree = toJson(identity({ email: 1 }));
    assert.deepEqual(
      await checkDocument({ kind: 'identities', isNew: false, connection: 'c', tree }, live, thread.find),
      [],
    );
  });

  it('leaves numbers that JavaScript can’t hold, and depths that it can’t reach, to the server', async () => {
    const big = parseJson(
      '{"schema_id":"person","traits":{"email":"a@example.com","age":12345678901234567890}}',
    );
    assert.deepEqual(
      await checkDocument({ kind: 'identities', isNew: true, connection: 'c', tree: big }, live, thread.find),
      [],
    );
    const deep = parseJson(`{"metadata":${'['.repeat(500)}1${']'.repeat(500)}}`);
    assert.deepEqual(
      await checkDocument({ kind: 'clients', isNew: true, connection: 'c', tree: deep }, live, thread.find),
      [],
    );
  });

  it('says nothing of a project’s configuration, of which servers know more', async () => {
    const project = {
      name: 'a',
      services: { identity: { config: { serve: 'odd', selfservice: { flows: [] } } } },
    };
    assert.deepEqual(await places('projects', project), []);
  });
});
