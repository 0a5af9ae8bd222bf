import type { ConfigWords } from './config-words.ts';

const mapper = 'Jsonnet that turns claims into traits: file://, http(s):// or base64://.';
const need = {
  required: 'Always.',
  preferred: 'Where possible.',
  discouraged: 'Preferably not.',
};
const provider = 'selfservice.methods.oidc.config.providers[]';

const providerWords: ConfigWords = {
  'selfservice.methods.oidc.config.providers': 'The providers.',
  [provider]: {
    more: {
      defaultSnippets: [
        {
          label: 'provider',
          description: 'An OpenID Connect provider',
          body: {
            id: '$1',
            provider: '$2',
            client_id: '$3',
            client_secret: '$4',
            mapper_url: 'file://$5',
            scope: ['email'],
          },
        },
      ],
    },
  },
  [`${provider}.id`]: {
    description: 'Short name; part of the redirect URL and of credentials. Don’t change it later.',
    examples: ['google'],
  },
  [`${provider}.provider`]: {
    description: 'Kind of provider. generic is any OpenID Connect provider.',
    values: { generic: 'Any OpenID Connect provider.' },
  },
  [`${provider}.label`]: 'Label of the button.',
  [`${provider}.client_id`]: 'ID of your client at the provider.',
  [`${provider}.client_secret`]: 'Secret of your client at the provider.',
  [`${provider}.issuer_url`]: {
    description: 'Issuer, for generic and other providers that you host.',
    examples: ['https://accounts.example.com'],
  },
  [`${provider}.auth_url`]: 'Authorization endpoint, for providers without discovery.',
  [`${provider}.token_url`]: 'Token endpoint, for providers without discovery.',
  [`${provider}.mapper_url`]: {
    description: mapper,
    examples: ['file:///etc/config/kratos/oidc.google.jsonnet'],
  },
  [`${provider}.scope`]: 'Scopes to request.',
  [`${provider}.scope[]`]: { description: 'Scope.', examples: ['email', 'profile'] },
  [`${provider}.microsoft_tenant`]: {
    description: 'Tenant at Microsoft. For the provider microsoft only.',
    examples: ['organizations', 'consumers', 'common'],
  },
  [`${provider}.subject_source`]: {
    description: 'Where the subject is taken from, for the provider microsoft.',
    values: {
      userinfo: 'The userinfo endpoint.',
      me: 'Microsoft Graph.',
      oid: 'The claim “oid”.',
    },
  },
  [`${provider}.apple_team_id`]: 'ID of your team at Apple. For the provider apple only.',
  [`${provider}.apple_private_key_id`]: 'ID of your private key at Apple. For the provider apple only.',
  [`${provider}.apple_private_key`]: 'Your private key at Apple. For the provider apple only.',
  [`${provider}.requested_claims`]: 'Claims to request one by one.',
  [`${provider}.requested_claims.*`]: 'Claims in the {1}.',
  [`${provider}.organization_id`]: 'ID of the organization that the provider belongs to.',
  [`${provider}.additional_id_token_audiences`]:
    'Other client IDs whose ID tokens are accepted, such as those of your apps.',
  [`${provider}.additional_id_token_audiences[]`]: 'Client ID.',
  [`${provider}.claims_source`]: {
    description: 'Where claims are taken from.',
    values: { id_token: 'The ID token.', userinfo: 'The userinfo endpoint.' },
  },
  [`${provider}.pkce`]: {
    description: 'Whether PKCE is used.',
    values: { auto: 'If discovery supports it.', never: 'Never.', force: 'Always.' },
  },
  [`${provider}.account_linking_mode`]: {
    description: 'How an existing account with the same address is linked.',
    values: {
      confirm_with_existing_credential: 'After the person logs in to it.',
      automatic: 'At once.',
    },
  },
  [`${provider}.update_identity_on_login`]: {
    description: 'Whether traits follow the provider’s claims at each login.',
    values: { never: 'They stay as they are.', automatic: 'They are mapped again.' },
  },
  [`${provider}.fedcm_config_url`]: 'Configuration for FedCM.',
  [`${provider}.net_id_token_origin_header`]: 'Origin header for netID’s token endpoint.',
  [`${provider}.aal2_acr_values`]: 'Values of the claim “acr” that count as two factors.',
  [`${provider}.aal2_acr_values[]`]: 'Value.',
  [`${provider}.aal2_amr_values`]: 'Values of the claim “amr” that count as two factors.',
  [`${provider}.aal2_amr_values[]`]: 'Value.',
  'claims:.*': 'How the claim is requested; null for the default.',
  'claims:.*.essential': 'The login needs this claim.',
  'claims:.*.value': 'The value that is wanted.',
  'claims:.*.values': 'Values that are wanted, best first.',
  'claims:.*.values[]': 'Value.',
};

/** `selfservice.methods` of Kratos. */
export const kratosMethodWords: ConfigWords = {
  'selfservice.methods': 'What people log in with.',
  'selfservice.methods.profile': 'Changing traits in the settings flow.',
  'selfservice.methods.link': 'Links by email.',
  'selfservice.methods.link.config.base_url': 'URL that links begin with.',
  'selfservice.methods.link.config.lifespan': 'How long a link is valid.',
  'selfservice.methods.code': 'Codes by email or text message.',
  'selfservice.methods.code.passwordless_enabled': 'Lets people log in with a code alone.',
  'selfservice.methods.code.mfa_enabled': 'Offers a code as a second factor.',
  'selfservice.methods.code.passwordless_login_fallback_enabled':
    'Lets people log in with a code even if they registered with another method.',
  'selfservice.methods.code.config.lifespan': 'How long a code is valid.',
  'selfservice.methods.code.config.max_submissions': 'How often a code can be tried.',
  'selfservice.methods.code.config.missing_credential_fallback_enabled':
    'Also sends a code to people who didn’t register with one.',
  'selfservice.methods.password': 'Passwords.',
  'selfservice.methods.password.config.haveibeenpwned_host': 'Host that is asked about leaked passwords.',
  'selfservice.methods.password.config.haveibeenpwned_enabled': 'Refuses leaked passwords.',
  'selfservice.methods.password.config.max_breaches': 'How many leaks a password may appear in.',
  'selfservice.methods.password.config.ignore_network_errors':
    'Accepts a password when leaks can’t be checked.',
  'selfservice.methods.password.config.min_password_length': 'Shortest password, in characters.',
  'selfservice.methods.password.config.identifier_similarity_check_enabled':
    'Refuses passwords that resemble the identifier.',
  'selfservice.methods.password.config.migrate_hook':
    'Checks passwords against your old system at first login.',
  'selfservice.methods.password.config.migrate_hook.enabled': 'Uses the hook.',
  'selfservice.methods.password.config.migrate_hook.config': 'The request.',
  'selfservice.methods.password.config.migrate_hook.config.url': 'URL of the service.',
  'selfservice.methods.password.config.migrate_hook.config.method': {
    description: 'HTTP method.',
    values: { POST: 'The only one.' },
  },
  'selfservice.methods.password.config.migrate_hook.config.headers': 'Headers of the request.',
  'selfservice.methods.password.config.migrate_hook.config.headers.*': 'Value of the header.',
  'selfservice.methods.password.config.migrate_hook.config.emit_analytics_event':
    'Emits a tracing event when the request is delivered or fails.',
  'selfservice.methods.password.config.migrate_hook.config.auth': 'How the request authenticates.',
  'selfservice.methods.password.config.migrate_hook.config.body':
    'Jsonnet that makes the body: file://, http(s):// or base64://.',
  'selfservice.methods.totp': 'Authenticator apps, as a second factor.',
  'selfservice.methods.totp.config.issuer': 'Name that the app shows.',
  'selfservice.methods.lookup_secret': 'Recovery codes, as a second factor.',
  'selfservice.methods.webauthn': 'Security keys and other WebAuthn authenticators.',
  'selfservice.methods.webauthn.config.passwordless':
    'Lets people log in with a key alone; otherwise it is a second factor.',
  'selfservice.methods.passkey': 'Passkeys.',
  'selfservice.methods.*.config.rp': 'Relying party: the site that keys are bound to.',
  'selfservice.methods.*.config.rp.id': {
    description: 'Domain that keys are bound to: the page’s own or one above it.',
    examples: ['example.com', 'localhost'],
  },
  'selfservice.methods.*.config.rp.display_name': 'Name that people see.',
  'selfservice.methods.*.config.rp.icon': 'URL of a picture of the site.',
  'selfservice.methods.*.config.rp.origin': {
    description: 'Origin of the page. Use either origin or origins.',
    examples: ['https://app.example.com'],
  },
  'selfservice.methods.*.config.rp.origins': 'Origins of the pages. Use either origin or origins.',
  'selfservice.methods.*.config.rp.origins[]': {
    description: 'Origin.',
    examples: ['https://app.example.com'],
  },
  'selfservice.methods.passkey.config.authenticator_selection': 'Which authenticators are asked for.',
  'selfservice.methods.passkey.config.authenticator_selection.attachment': {
    description: 'Where the authenticator is.',
    values: { platform: 'In the device itself.', 'cross-platform': 'A key to plug in, or a phone.' },
  },
  'selfservice.methods.passkey.config.authenticator_selection.resident_key': {
    description: 'Whether the key is stored on the authenticator.',
    values: need,
  },
  'selfservice.methods.passkey.config.authenticator_selection.user_verification': {
    description: 'Whether the authenticator verifies the person, with a PIN or a fingerprint.',
    values: need,
  },
  'selfservice.methods.passkey.config.attestation': 'Proof of the authenticator’s make.',
  'selfservice.methods.passkey.config.attestation.preference': {
    description: 'Which proof is asked for.',
    values: {
      none: 'None.',
      indirect: 'Possibly anonymized.',
      direct: 'From the authenticator.',
      enterprise: 'One that may identify the device.',
    },
  },
  'selfservice.methods.passkey.config.timeouts': 'How long the browser waits for the person.',
  'selfservice.methods.passkey.config.timeouts.*': 'How long it waits at {1}.',
  'selfservice.methods.oidc': 'Social sign-in with OAuth 2.0 and OpenID Connect.',
  'selfservice.methods.oidc.config.base_redirect_uri':
    'URL that redirects come back to, if other than the public URL.',
  'selfservice.methods.b2b': 'Organizations.',
  'selfservice.methods.b2b.config.organizations': 'The organizations.',
  'selfservice.methods.b2b.config.organizations[].id': 'ID of the organization.',
  'selfservice.methods.b2b.config.organizations[].label': 'Name of the organization.',
  'selfservice.methods.b2b.config.organizations[].domains': 'Domains of its email addresses.',
  'selfservice.methods.b2b.config.organizations[].domains[]': {
    description: 'Domain.',
    examples: ['example.com'],
  },
  'selfservice.methods.b2b.config.organizations[].session_lifespan': 'How long its sessions are valid.',
  'selfservice.methods.*.enabled': 'Offers the method {1}.',
  'selfservice.methods.*.config': 'Settings of the method {1}.',
  ...providerWords,
};
