import * as l10n from '@vscode/l10n';
import { anyBut, duration, known, oneOf, oneOfOrNone, time } from './parts.ts';
import type { Words } from './words-of-types.ts';

const state = {
  description: l10n.t('Whether the person can sign in.'),
  ...oneOfOrNone({
    active: l10n.t('The person can sign in.'),
    inactive: l10n.t('Signing in is refused; what is stored stays.'),
  }),
};
const schemaId = {
  description: l10n.t(
    'Id of the identity schema that the traits follow. Left empty: the default of the server.',
  ),
  examples: ['default'],
};
const region = l10n.t('Region that the identity’s data is kept in. Ory Network only.');
const organization = l10n.t('Id of the organization that the identity belongs to. Ory Network only.');
const address = {
  id: { description: l10n.t('Id of the address.'), readOnly: true },
  value: l10n.t('The address itself: an e-mail address or a phone number.'),
  via: {
    description: l10n.t('The way that messages take to it.'),
    ...known({
      email: l10n.t('By e-mail.'),
      sms: l10n.t('By text message.'),
      phone: l10n.t('By text message, as Kratos before 1.1 calls it.'),
    }),
  },
};

export const identityWords: Words = {
  Identity: {
    credentials: {
      description: l10n.t(
        'What the person signs in with, by type. Set by operations of their own; hashes and tokens are masked.',
      ),
      readOnly: true,
    },
    external_id: {
      description: l10n.t('The id that another system has for this person; unique over all identities.'),
      // Servers that don't know it take whatever stands there.
      ...anyBut('string', 'A text.'),
    },
    organization_id: { description: organization, readOnly: true },
    recovery_addresses: {
      description: l10n.t(
        'Addresses that a lost account can be recovered with. They follow from the traits.',
      ),
      readOnly: true,
    },
    region,
    schema_id: schemaId,
    schema_url: { description: l10n.t('Where the identity schema can be read.'), readOnly: true },
    state,
    state_changed_at: { ...time(l10n.t('When the state last changed. Set by the server.')), readOnly: true },
    verifiable_addresses: l10n.t(
      'Addresses that follow from the traits, and whether the person has shown that they own them.',
    ),
  },
  CreateIdentityBody: {
    credentials: {
      description: l10n.t(
        'Credentials to import: a password in clear or hashed, links to other providers, second factors.',
      ),
      defaultSnippets: [
        {
          label: l10n.t('Hashed password'),
          description: l10n.t('A password that another system has hashed.'),
          body: { password: { config: { hashed_password: '$1' } } },
        },
        {
          label: l10n.t('OpenID Connect link'),
          description: l10n.t('Sign-in through another provider.'),
          body: { oidc: { config: { providers: [{ provider: '$1', subject: '$2' }] } } },
        },
      ],
    },
    organization_id: organization,
    recovery_addresses: l10n.t(
      'Recovery addresses to import as they are; left out, they follow from the traits.',
    ),
    region,
    schema_id: schemaId,
    state,
    verifiable_addresses: l10n.t(
      'Addresses to import with their state; left out, they follow from the traits.',
    ),
  },
  UpdateIdentityBody: {
    credentials: l10n.t('Credentials to replace (password, totp) or to add to (all others).'),
    region,
    schema_id: schemaId,
    state,
  },
  IdentityPatch: {
    create: l10n.t('The identity to create.'),
    patch_id: {
      description: l10n.t(
        'A UUID of your choice; the answer repeats it, so that results find their entries.',
      ),
      format: 'uuid',
    },
  },
  PatchIdentitiesBody: {
    identities: {
      description: l10n.t('What to create: at most 1,000, or 200 when any has a password in clear.'),
      maxItems: 1000,
    },
  },
  VerifiableIdentityAddress: {
    ...address,
    status: {
      description: l10n.t('How far verification has come.'),
      ...known({
        pending: l10n.t('Not begun.'),
        sent: l10n.t('A message is on its way.'),
        completed: l10n.t('The person has shown that it is theirs.'),
      }),
    },
    verified: l10n.t('Whether the person has shown that the address is theirs.'),
    verified_at: time(l10n.t('When it was verified.')),
  },
  RecoveryIdentityAddress: {
    ...address,
    break_glass_for_organization: l10n.t(
      'Id of the organization for whose emergency access this address is kept.',
    ),
  },
  IdentityCredentials: {
    config: { description: l10n.t('What the method keeps; its secret parts are masked.'), readOnly: true },
    identifiers: {
      description: l10n.t('What the person enters to be found by this credential.'),
      readOnly: true,
    },
    type: { description: l10n.t('Type of the credential.'), readOnly: true },
    version: { description: l10n.t('Version of how it is stored.'), readOnly: true },
  },
  IdentityWithCredentials: {
    lookup_secret: l10n.t('Recovery codes to be used once each.'),
    oidc: l10n.t('Links to accounts at OpenID Connect providers.'),
    passkey: 'Passkeys.',
    password: l10n.t('A password, in clear or hashed.'),
    saml: l10n.t('Links to accounts at SAML providers.'),
    totp: l10n.t('An authenticator app.'),
    webauthn: l10n.t('Security keys.'),
  },
  IdentityWithCredentialsPasswordConfig: {
    hashed_password: {
      description: l10n.t(
        'The hash in PHC or a format that Kratos imports: argon2, bcrypt, scrypt, PBKDF2, SHA, MD5, SSHA, HMAC.',
      ),
      examples: ['$2a$10$…', '$argon2id$v=19$m=…'],
    },
    password: l10n.t('The password in clear; the server hashes it.'),
    use_password_migration_hook: l10n.t(
      'Ask your webhook whether the password is right when the person first signs in.',
    ),
  },
  IdentityWithCredentialsOidcConfig: { providers: l10n.t('One link for each account at another provider.') },
  IdentityWithCredentialsSamlConfig: { providers: l10n.t('One link for each account at another provider.') },
  IdentityWithCredentialsOidcConfigProvider: {
    organization: l10n.t('Id of the organization whose provider it is.'),
    provider: {
      description: l10n.t('Id of the provider in the configuration, such as google.'),
      examples: ['google', 'github', 'microsoft'],
    },
    subject: l10n.t('Id of the account there: the claim “sub”.'),
    use_auto_link: l10n.t('Link by e-mail address when the person first signs in there.'),
  },
  IdentityWithCredentialsSamlConfigProvider: {
    organization: l10n.t('Id of the organization whose provider it is.'),
    provider: l10n.t('Id of the provider in the configuration.'),
    subject: l10n.t('Id of the account there: the NameID.'),
  },
  IdentityWithCredentialsTotpConfig: {
    totp_url: {
      description: l10n.t('The otpauth:// address with the shared secret.'),
      examples: ['otpauth://totp/Example:ada?secret=…&issuer=Example'],
    },
  },
  IdentityWithCredentialsPasskeyConfig: {
    credentials: l10n.t('The passkeys.'),
    user_handle: l10n.t('The handle under which authenticators know the person (base64).'),
  },
  IdentityWithCredentialsWebAuthnConfig: {
    credentials: l10n.t('The security keys.'),
    user_handle: l10n.t('The handle under which authenticators know the person (base64).'),
  },
  IdentityCredentialsWebAuthn: {
    added_at: time(l10n.t('When the key was added.')),
    attestation: l10n.t('What the authenticator stated when it was registered.'),
    attestation_type: l10n.t('Format of that statement.'),
    authenticator: l10n.t('The authenticator that made the key.'),
    display_name: l10n.t('What the person calls it.'),
    flags: l10n.t('What the authenticator reported when the key was registered.'),
    id: l10n.t('Id of the key (base64).'),
    is_passwordless: l10n.t('Whether it signs in without a password.'),
    public_key: l10n.t('The public key (base64).'),
    transport: l10n.t('Ways to reach the authenticator: usb, nfc, ble, internal, hybrid.'),
  },
  IdentityCredentialsWebAuthnAttestation: {
    authenticator_data: l10n.t('Data of the authenticator, as bytes.'),
    client_dataJSON: l10n.t('Data of the client, as bytes.'),
    client_data_hash: l10n.t('Hash of the client’s data, as bytes.'),
    object: l10n.t('The attestation object, as bytes.'),
    public_key_algorithm: l10n.t('Number of the key’s algorithm in COSE.'),
  },
  IdentityCredentialsWebAuthnAuthenticator: {
    aaguid: l10n.t('Model of the authenticator, as bytes.'),
    clone_warning: l10n.t('Whether its counter once ran backwards, as that of a copy does.'),
    sign_count: l10n.t('How many signatures it has made.'),
  },
  IdentityCredentialsWebAuthnFlags: {
    backup_eligible: l10n.t('Whether the key can be synchronised.'),
    backup_state: l10n.t('Whether it is synchronised.'),
    user_present: l10n.t('Whether the person was there.'),
    user_verified: l10n.t('Whether the authenticator checked who it was.'),
  },
  AdminIdentityImportCredentialsLookupSecretConfig: { codes: l10n.t('The codes.') },
  IdentityCredentialsLookupSecretCode: {
    code: l10n.t('The code.'),
    used_at: time(l10n.t('When it was used; left out while it was not.')),
  },
  CreateTestLoginFlowBody: {
    provider_id: {
      description: l10n.t('Id of the social or OIDC provider, as the project’s configuration has it.'),
    },
  },
  CreateRecoveryCodeForIdentityBody: {
    expires_in: duration(l10n.t('How long the code is good.'), '15m', '1h', '12h'),
    flow_type: {
      description: l10n.t('Where the person enters the code.'),
      ...oneOf({ browser: l10n.t('In a browser.'), api: l10n.t('In an app.') }),
    },
    identity_id: { description: l10n.t('Id of the identity.'), format: 'uuid' },
  },
  CreateRecoveryLinkForIdentityBody: {
    expires_in: duration(l10n.t('How long the link is good.'), '15m', '1h', '12h'),
    identity_id: { description: l10n.t('Id of the identity.'), format: 'uuid' },
  },
  ManageSessionsBody: {
    action: {
      description: l10n.t('What is done to the sessions.'),
      ...oneOf({
        disable: l10n.t('They end, and stay on record.'),
        delete: l10n.t('They end, and are forgotten.'),
      }),
    },
    identities: l10n.t('Ids of identities, all of whose sessions are meant; ["*"] means everybody’s.'),
    sessions: { description: l10n.t('Ids of sessions, at most 500.'), maxItems: 500 },
  },
  Session: {
    active: l10n.t('Whether it is still good.'),
    authenticated_at: time(l10n.t('When the person signed in.')),
    authentication_methods: l10n.t('How the person signed in, step by step.'),
    authenticator_assurance_level: l10n.t(
      'How sure it is who the person is: aal1 with one factor, aal2 with two.',
    ),
    devices: l10n.t('Where it was used from.'),
    identity: l10n.t('Whose session it is.'),
    issued_at: time(l10n.t('When it began.')),
    tokenized: l10n.t('The session as a JWT, where a template was asked for.'),
  },
  SessionAuthenticationMethod: {
    aal: l10n.t('The assurance that this step gave.'),
    completed_at: time(l10n.t('When the step was done.')),
    method: l10n.t('What was used.'),
    organization: l10n.t('Id of the organization that was signed in to.'),
    provider: l10n.t('The other provider that was used.'),
    upstream_acr: l10n.t('The assurance that the other provider reported.'),
    upstream_amr: l10n.t('The methods that the other provider reported.'),
  },
  SessionDevice: {
    ip_address: l10n.t('The address that requests came from.'),
    location: l10n.t('Where that address is, roughly.'),
    user_agent: l10n.t('The browser or app.'),
  },
};
