import assert from 'node:assert/strict';
import { resolve } from 'node:path';
import { parseJson, toJson } from '../../../src/ory/json/tree.ts';
import { MASK } from '../../../src/ory/secrets/mask.ts';
import type { KindId } from '../../../src/resources/kind.ts';
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

const check = (kind: KindId, document: unknown, isNew = false) =>
  checkDocument({ kind, isNew, connection: 'c', tree: toJson(document) }, live, thread.find);
const places = async (kind: KindId, document: unknown, isNew = false) =>
  (await check(kind, document, isNew)).map(({ pointer }) => pointer);

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
    assert.deepEqual((await places('clients', bad)).sort(), [
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
    assert.deepEqual(await places('keys', {}), ['']);
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

  it('leaves numbers that JavaScript can’t hold, and depths that it can’t reach, to the server', async () => {
    const big = parseJson(
      '{"schema_id":"person","traits":{"email":"a@example.com","age":12345678901234567890}}',
    );
    assert.deepEqual(
      await checkDocument(
        { kind: 'identities', isNew: false, connection: 'c', tree: big },
        live,
        thread.find,
      ),
      [],
    );
    const deep = parseJson(`{"metadata":${'['.repeat(500)}1${']'.repeat(500)}}`);
    assert.deepEqual(
      await checkDocument({ kind: 'clients', isNew: false, connection: 'c', tree: deep }, live, thread.find),
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
