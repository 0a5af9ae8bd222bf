import { anyBut, duration, known, oneOf, oneOfOrNone, time } from './parts.ts';
import type { Words } from './words-of-types.ts';

const state = {
  description: 'Whether the person can sign in.',
  ...oneOfOrNone({
    active: 'The person can sign in.',
    inactive: 'Signing in is refused; what is stored stays.',
  }),
};
const schemaId = {
  description: 'Id of the identity schema that the traits follow. Left empty: the default of the server.',
  examples: ['default'],
};
const region = 'Region that the identity’s data is kept in. Ory Network only.';
const organization = 'Id of the organization that the identity belongs to. Ory Network only.';
const address = {
  id: { description: 'Id of the address.', readOnly: true },
  value: 'The address itself: an e-mail address or a phone number.',
  via: {
    description: 'The way that messages take to it.',
    ...known({
      email: 'By e-mail.',
      sms: 'By text message.',
      phone: 'By text message, as Kratos before 1.1 calls it.',
    }),
  },
};

export const identityWords: Words = {
  Identity: {
    credentials: {
      description:
        'What the person signs in with, by type. Set by operations of their own; hashes and tokens are masked.',
      readOnly: true,
    },
    external_id: {
      description: 'The id that another system has for this person; unique over all identities.',
      // Servers that don't know it take whatever stands there.
      ...anyBut('string', 'A text.'),
    },
    organization_id: { description: organization, readOnly: true },
    recovery_addresses: {
      description: 'Addresses that a lost account can be recovered with. They follow from the traits.',
      readOnly: true,
    },
    region,
    schema_id: schemaId,
    schema_url: { description: 'Where the identity schema can be read.', readOnly: true },
    state,
    state_changed_at: { ...time('When the state last changed. Set by the server.'), readOnly: true },
    verifiable_addresses:
      'Addresses that follow from the traits, and whether the person has shown that they own them.',
  },
  CreateIdentityBody: {
    credentials: {
      description:
        'Credentials to import: a password in clear or hashed, links to other providers, second factors.',
      defaultSnippets: [
        {
          label: 'Hashed password',
          description: 'A password that another system has hashed.',
          body: { password: { config: { hashed_password: '$1' } } },
        },
        {
          label: 'OpenID Connect link',
          description: 'Sign-in through another provider.',
          body: { oidc: { config: { providers: [{ provider: '$1', subject: '$2' }] } } },
        },
      ],
    },
    organization_id: organization,
    recovery_addresses: 'Recovery addresses to import as they are; left out, they follow from the traits.',
    region,
    schema_id: schemaId,
    state,
    verifiable_addresses: 'Addresses to import with their state; left out, they follow from the traits.',
  },
  UpdateIdentityBody: {
    credentials: 'Credentials to replace (password, totp) or to add to (all others).',
    region,
    schema_id: schemaId,
    state,
  },
  IdentityPatch: {
    create: 'The identity to create.',
    patch_id: {
      description: 'A UUID of your choice; the answer repeats it, so that results find their entries.',
      format: 'uuid',
    },
  },
  PatchIdentitiesBody: {
    identities: {
      description: 'What to create: at most 1,000, or 200 when any has a password in clear.',
      maxItems: 1000,
    },
  },
  VerifiableIdentityAddress: {
    ...address,
    status: {
      description: 'How far verification has come.',
      ...known({
        pending: 'Not begun.',
        sent: 'A message is on its way.',
        completed: 'The person has shown that it is theirs.',
      }),
    },
    verified: 'Whether the person has shown that the address is theirs.',
    verified_at: time('When it was verified.'),
  },
  RecoveryIdentityAddress: {
    ...address,
    break_glass_for_organization: 'Id of the organization for whose emergency access this address is kept.',
  },
  IdentityCredentials: {
    config: { description: 'What the method keeps; its secret parts are masked.', readOnly: true },
    identifiers: { description: 'What the person enters to be found by this credential.', readOnly: true },
    type: { description: 'Type of the credential.', readOnly: true },
    version: { description: 'Version of how it is stored.', readOnly: true },
  },
  IdentityWithCredentials: {
    lookup_secret: 'Recovery codes to be used once each.',
    oidc: 'Links to accounts at OpenID Connect providers.',
    passkey: 'Passkeys.',
    password: 'A password, in clear or hashed.',
    saml: 'Links to accounts at SAML providers.',
    totp: 'An authenticator app.',
    webauthn: 'Security keys.',
  },
  IdentityWithCredentialsPasswordConfig: {
    hashed_password: {
      description:
        'The hash in PHC or a format that Kratos imports: argon2, bcrypt, scrypt, PBKDF2, SHA, MD5, SSHA, HMAC.',
      examples: ['$2a$10$…', '$argon2id$v=19$m=…'],
    },
    password: 'The password in clear; the server hashes it.',
    use_password_migration_hook:
      'Ask your webhook whether the password is right when the person first signs in.',
  },
  IdentityWithCredentialsOidcConfig: { providers: 'One link for each account at another provider.' },
  IdentityWithCredentialsSamlConfig: { providers: 'One link for each account at another provider.' },
  IdentityWithCredentialsOidcConfigProvider: {
    organization: 'Id of the organization whose provider it is.',
    provider: {
      description: 'Id of the provider in the configuration, such as google.',
      examples: ['google', 'github', 'microsoft'],
    },
    subject: 'Id of the account there: the claim “sub”.',
    use_auto_link: 'Link by e-mail address when the person first signs in there.',
  },
  IdentityWithCredentialsSamlConfigProvider: {
    organization: 'Id of the organization whose provider it is.',
    provider: 'Id of the provider in the configuration.',
    subject: 'Id of the account there: the NameID.',
  },
  IdentityWithCredentialsTotpConfig: {
    totp_url: {
      description: 'The otpauth:// address with the shared secret.',
      examples: ['otpauth://totp/Example:ada?secret=…&issuer=Example'],
    },
  },
  IdentityWithCredentialsPasskeyConfig: {
    credentials: 'The passkeys.',
    user_handle: 'The handle under which authenticators know the person (base64).',
  },
  IdentityWithCredentialsWebAuthnConfig: {
    credentials: 'The security keys.',
    user_handle: 'The handle under which authenticators know the person (base64).',
  },
  IdentityCredentialsWebAuthn: {
    added_at: time('When the key was added.'),
    attestation: 'What the authenticator stated when it was registered.',
    attestation_type: 'Format of that statement.',
    authenticator: 'The authenticator that made the key.',
    display_name: 'What the person calls it.',
    flags: 'What the authenticator reported when the key was registered.',
    id: 'Id of the key (base64).',
    is_passwordless: 'Whether it signs in without a password.',
    public_key: 'The public key (base64).',
    transport: 'Ways to reach the authenticator: usb, nfc, ble, internal, hybrid.',
  },
  IdentityCredentialsWebAuthnAttestation: {
    authenticator_data: 'Data of the authenticator, as bytes.',
    client_dataJSON: 'Data of the client, as bytes.',
    client_data_hash: 'Hash of the client’s data, as bytes.',
    object: 'The attestation object, as bytes.',
    public_key_algorithm: 'Number of the key’s algorithm in COSE.',
  },
  IdentityCredentialsWebAuthnAuthenticator: {
    aaguid: 'Model of the authenticator, as bytes.',
    clone_warning: 'Whether its counter once ran backwards, as that of a copy does.',
    sign_count: 'How many signatures it has made.',
  },
  IdentityCredentialsWebAuthnFlags: {
    backup_eligible: 'Whether the key can be synchronised.',
    backup_state: 'Whether it is synchronised.',
    user_present: 'Whether the person was there.',
    user_verified: 'Whether the authenticator checked who it was.',
  },
  AdminIdentityImportCredentialsLookupSecretConfig: { codes: 'The codes.' },
  IdentityCredentialsLookupSecretCode: {
    code: 'The code.',
    used_at: time('When it was used; left out while it was not.'),
  },
  CreateTestLoginFlowBody: {
    provider_id: { description: 'Id of the social or OIDC provider, as the project’s configuration has it.' },
  },
  CreateRecoveryCodeForIdentityBody: {
    expires_in: duration('How long the code is good.', '15m', '1h', '12h'),
    flow_type: {
      description: 'Where the person enters the code.',
      ...oneOf({ browser: 'In a browser.', api: 'In an app.' }),
    },
    identity_id: { description: 'Id of the identity.', format: 'uuid' },
  },
  CreateRecoveryLinkForIdentityBody: {
    expires_in: duration('How long the link is good.', '15m', '1h', '12h'),
    identity_id: { description: 'Id of the identity.', format: 'uuid' },
  },
  ManageSessionsBody: {
    action: {
      description: 'What is done to the sessions.',
      ...oneOf({ disable: 'They end, and stay on record.', delete: 'They end, and are forgotten.' }),
    },
    identities: 'Ids of identities, all of whose sessions are meant; ["*"] means everybody’s.',
    sessions: { description: 'Ids of sessions, at most 500.', maxItems: 500 },
  },
  Session: {
    active: 'Whether it is still good.',
    authenticated_at: time('When the person signed in.'),
    authentication_methods: 'How the person signed in, step by step.',
    authenticator_assurance_level: 'How sure it is who the person is: aal1 with one factor, aal2 with two.',
    devices: 'Where it was used from.',
    identity: 'Whose session it is.',
    issued_at: time('When it began.'),
    tokenized: 'The session as a JWT, where a template was asked for.',
  },
  SessionAuthenticationMethod: {
    aal: 'The assurance that this step gave.',
    completed_at: time('When the step was done.'),
    method: 'What was used.',
    organization: 'Id of the organization that was signed in to.',
    provider: 'The other provider that was used.',
    upstream_acr: 'The assurance that the other provider reported.',
    upstream_amr: 'The methods that the other provider reported.',
  },
  SessionDevice: {
    ip_address: 'The address that requests came from.',
    location: 'Where that address is, roughly.',
    user_agent: 'The browser or app.',
  },
};
