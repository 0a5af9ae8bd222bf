import type { Field, Fields } from '../http/decode.ts';

/** Bodies of identity requests, with the names that the server's messages use for their types. */

const text: Field = { kind: 'string', go: 'string' };
const flag: Field = { kind: 'bool', go: 'bool' };
const any: Field = { kind: 'any' };

const object = (go: string, fields: Fields): Field => ({ kind: 'object', go, fields });
const list = (go: string, item: Field): Field => ({ kind: 'list', go, item });

const providers = (go: string): Field =>
  object(`identity.AdminIdentityImportCredentials${go}`, {
    config: object(`identity.AdminIdentityImportCredentials${go}Config`, {
      config: any,
      providers: list(
        `[]identity.AdminCreateIdentityImportCredentials${go}Provider`,
        object(`identity.AdminCreateIdentityImportCredentials${go}Provider`, {
          subject: text,
          provider: text,
          organization: text,
          use_auto_link: flag,
        }),
      ),
    }),
  });

const keys = (go: string): Field =>
  object(`identity.AdminIdentityImportCredentials${go}`, {
    config: object(`identity.AdminIdentityImportCredentials${go}Config`, {
      credentials: list(
        'identity.CredentialsWebAuthn',
        object('identity.CredentialWebAuthn', {
          id: text,
          public_key: text,
          attestation_type: text,
          authenticator: any,
          display_name: text,
          added_at: text,
          is_passwordless: flag,
          flags: any,
          transport: any,
          attestation: any,
        }),
      ),
      user_handle: text,
    }),
  });

const credentials = object('identity.IdentityWithCredentials', {
  password: object('identity.AdminIdentityImportCredentialsPassword', {
    config: object('identity.AdminIdentityImportCredentialsPasswordConfig', {
      hashed_password: text,
      password: text,
      use_password_migration_hook: flag,
    }),
  }),
  oidc: providers('OIDC'),
  saml: providers('SAML'),
  totp: object('identity.AdminIdentityImportCredentialsTOTP', {
    config: object('identity.AdminIdentityImportCredentialsTOTPConfig', { totp_url: text }),
  }),
  lookup_secret: object('identity.AdminIdentityImportCredentialsLookupSecret', {
    config: object('identity.AdminIdentityImportCredentialsLookupSecretConfig', {
      codes: list('[]identity.RecoveryCode', object('identity.RecoveryCode', { code: text, used_at: any })),
    }),
  }),
  webauthn: keys('WebAuthn'),
  passkey: keys('Passkey'),
});

const time: Field = { kind: 'time', go: 'time.Time' };
const address: Fields = {
  id: { kind: 'uuid', go: 'uuid.UUID' },
  value: text,
  via: text,
  created_at: time,
  updated_at: time,
};

/** The addresses of an identity, in a body and in what a patch makes of one. */
export const ADDRESSES = {
  verifiable: list(
    '[]identity.VerifiableAddress',
    object('identity.VerifiableAddress', { ...address, verified: flag, status: text, verified_at: time }),
  ),
  recovery: list('[]identity.RecoveryAddress', object('identity.RecoveryAddress', address)),
};

const shared: Fields = {
  schema_id: text,
  traits: any,
  credentials,
  metadata_public: any,
  metadata_admin: any,
  state: { kind: 'string', go: 'identity.State' },
  external_id: text,
  region: { kind: 'string', go: 'region.Region' },
};

export const CREATE_FIELDS: Fields = {
  ...shared,
  verifiable_addresses: ADDRESSES.verifiable,
  recovery_addresses: ADDRESSES.recovery,
  organization_id: { kind: 'uuid', go: 'uuid.NullUUID' },
};

export const UPDATE_FIELDS: Fields = shared;

export const BATCH_FIELDS: Fields = {
  identities: list(
    '[]*identity.BatchIdentityPatch',
    object('identity.BatchIdentityPatch', {
      create: object('identity.CreateIdentityBody', CREATE_FIELDS),
      patch_id: { kind: 'uuid', go: 'uuid.UUID' },
    }),
  ),
};
