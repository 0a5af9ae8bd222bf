import * as l10n from '@vscode/l10n';
import type { ConfigWords } from './config-words.ts';

const mapper = l10n.t('Jsonnet that turns claims into traits: file://, http(s):// or base64://.');
const need = {
  required: 'Always.',
  preferred: l10n.t('Where possible.'),
  discouraged: l10n.t('Preferably not.'),
};
const provider = 'selfservice.methods.oidc.config.providers[]';

const providerWords: ConfigWords = {
  'selfservice.methods.oidc.config.providers': l10n.t('The providers.'),
  [provider]: {
    more: {
      defaultSnippets: [
        {
          label: 'provider',
          description: l10n.t('An OpenID Connect provider'),
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
    description: l10n.t('Short name; part of the redirect URL and of credentials. Don’t change it later.'),
    examples: ['google'],
  },
  [`${provider}.provider`]: {
    description: l10n.t('Kind of provider. generic is any OpenID Connect provider.'),
    values: { generic: l10n.t('Any OpenID Connect provider.') },
  },
  [`${provider}.label`]: l10n.t('Label of the button.'),
  [`${provider}.client_id`]: l10n.t('ID of your client at the provider.'),
  [`${provider}.client_secret`]: l10n.t('Secret of your client at the provider.'),
  [`${provider}.issuer_url`]: {
    description: l10n.t('Issuer, for generic and other providers that you host.'),
    examples: ['https://accounts.example.com'],
  },
  [`${provider}.auth_url`]: l10n.t('Authorization endpoint, for providers without discovery.'),
  [`${provider}.token_url`]: l10n.t('Token endpoint, for providers without discovery.'),
  [`${provider}.mapper_url`]: {
    description: mapper,
    examples: ['file:///etc/config/kratos/oidc.google.jsonnet'],
  },
  [`${provider}.scope`]: l10n.t('Scopes to request.'),
  [`${provider}.scope[]`]: { description: l10n.t('Scope.'), examples: ['email', 'profile'] },
  [`${provider}.microsoft_tenant`]: {
    description: l10n.t('Tenant at Microsoft. For the provider microsoft only.'),
    examples: ['organizations', 'consumers', 'common'],
  },
  [`${provider}.subject_source`]: {
    description: l10n.t('Where the subject is taken from, for the provider microsoft.'),
    values: {
      userinfo: l10n.t('The userinfo endpoint.'),
      me: l10n.t('Microsoft Graph.'),
      oid: l10n.t('The claim “oid”.'),
    },
  },
  [`${provider}.apple_team_id`]: l10n.t('ID of your team at Apple. For the provider apple only.'),
  [`${provider}.apple_private_key_id`]: l10n.t(
    'ID of your private key at Apple. For the provider apple only.',
  ),
  [`${provider}.apple_private_key`]: l10n.t('Your private key at Apple. For the provider apple only.'),
  [`${provider}.requested_claims`]: l10n.t('Claims to request one by one.'),
  [`${provider}.requested_claims.*`]: l10n.t('Claims in the {1}.'),
  [`${provider}.organization_id`]: l10n.t('ID of the organization that the provider belongs to.'),
  [`${provider}.additional_id_token_audiences`]: l10n.t(
    'Other client IDs whose ID tokens are accepted, such as those of your apps.',
  ),
  [`${provider}.additional_id_token_audiences[]`]: l10n.t('Client ID.'),
  [`${provider}.claims_source`]: {
    description: l10n.t('Where claims are taken from.'),
    values: { id_token: l10n.t('The ID token.'), userinfo: l10n.t('The userinfo endpoint.') },
  },
  [`${provider}.pkce`]: {
    description: l10n.t('Whether PKCE is used.'),
    values: { auto: l10n.t('If discovery supports it.'), never: 'Never.', force: 'Always.' },
  },
  [`${provider}.account_linking_mode`]: {
    description: l10n.t('How an existing account with the same address is linked.'),
    values: {
      confirm_with_existing_credential: l10n.t('After the person logs in to it.'),
      automatic: l10n.t('At once.'),
    },
  },
  [`${provider}.update_identity_on_login`]: {
    description: l10n.t('Whether traits follow the provider’s claims at each login.'),
    values: { never: l10n.t('They stay as they are.'), automatic: l10n.t('They are mapped again.') },
  },
  [`${provider}.fedcm_config_url`]: l10n.t('Configuration for FedCM.'),
  [`${provider}.net_id_token_origin_header`]: l10n.t('Origin header for netID’s token endpoint.'),
  [`${provider}.aal2_acr_values`]: l10n.t('Values of the claim “acr” that count as two factors.'),
  [`${provider}.aal2_acr_values[]`]: 'Value.',
  [`${provider}.aal2_amr_values`]: l10n.t('Values of the claim “amr” that count as two factors.'),
  [`${provider}.aal2_amr_values[]`]: 'Value.',
  'claims:.*': l10n.t('How the claim is requested; null for the default.'),
  'claims:.*.essential': l10n.t('The login needs this claim.'),
  'claims:.*.value': l10n.t('The value that is wanted.'),
  'claims:.*.values': l10n.t('Values that are wanted, best first.'),
  'claims:.*.values[]': 'Value.',
};

/** `selfservice.methods` of Kratos. */
export const kratosMethodWords: ConfigWords = {
  'selfservice.methods': l10n.t('What people log in with.'),
  'selfservice.methods.profile': l10n.t('Changing traits in the settings flow.'),
  'selfservice.methods.link': l10n.t('Links by email.'),
  'selfservice.methods.link.config.base_url': l10n.t('URL that links begin with.'),
  'selfservice.methods.link.config.lifespan': l10n.t('How long a link is valid.'),
  'selfservice.methods.code': l10n.t('Codes by email or text message.'),
  'selfservice.methods.code.passwordless_enabled': l10n.t('Lets people log in with a code alone.'),
  'selfservice.methods.code.mfa_enabled': l10n.t('Offers a code as a second factor.'),
  'selfservice.methods.code.passwordless_login_fallback_enabled': l10n.t(
    'Lets people log in with a code even if they registered with another method.',
  ),
  'selfservice.methods.code.config.lifespan': l10n.t('How long a code is valid.'),
  'selfservice.methods.code.config.max_submissions': l10n.t('How often a code can be tried.'),
  'selfservice.methods.code.config.missing_credential_fallback_enabled': l10n.t(
    'Also sends a code to people who didn’t register with one.',
  ),
  'selfservice.methods.password': 'Passwords.',
  'selfservice.methods.password.config.haveibeenpwned_host': l10n.t(
    'Host that is asked about leaked passwords.',
  ),
  'selfservice.methods.password.config.haveibeenpwned_enabled': l10n.t('Refuses leaked passwords.'),
  'selfservice.methods.password.config.max_breaches': l10n.t('How many leaks a password may appear in.'),
  'selfservice.methods.password.config.ignore_network_errors': l10n.t(
    'Accepts a password when leaks can’t be checked.',
  ),
  'selfservice.methods.password.config.min_password_length': l10n.t('Shortest password, in characters.'),
  'selfservice.methods.password.config.identifier_similarity_check_enabled': l10n.t(
    'Refuses passwords that resemble the identifier.',
  ),
  'selfservice.methods.password.config.migrate_hook': l10n.t(
    'Checks passwords against your old system at first login.',
  ),
  'selfservice.methods.password.config.migrate_hook.enabled': l10n.t('Uses the hook.'),
  'selfservice.methods.password.config.migrate_hook.config': l10n.t('The request.'),
  'selfservice.methods.password.config.migrate_hook.config.url': l10n.t('URL of the service.'),
  'selfservice.methods.password.config.migrate_hook.config.method': {
    description: l10n.t('HTTP method.'),
    values: { POST: l10n.t('The only one.') },
  },
  'selfservice.methods.password.config.migrate_hook.config.headers': l10n.t('Headers of the request.'),
  'selfservice.methods.password.config.migrate_hook.config.headers.*': l10n.t('Value of the header.'),
  'selfservice.methods.password.config.migrate_hook.config.emit_analytics_event': l10n.t(
    'Emits a tracing event when the request is delivered or fails.',
  ),
  'selfservice.methods.password.config.migrate_hook.config.auth': l10n.t('How the request authenticates.'),
  'selfservice.methods.password.config.migrate_hook.config.body': l10n.t(
    'Jsonnet that makes the body: file://, http(s):// or base64://.',
  ),
  'selfservice.methods.totp': l10n.t('Authenticator apps, as a second factor.'),
  'selfservice.methods.totp.config.issuer': l10n.t('Name that the app shows.'),
  'selfservice.methods.lookup_secret': l10n.t('Recovery codes, as a second factor.'),
  'selfservice.methods.webauthn': l10n.t('Security keys and other WebAuthn authenticators.'),
  'selfservice.methods.webauthn.config.passwordless': l10n.t(
    'Lets people log in with a key alone; otherwise it is a second factor.',
  ),
  'selfservice.methods.passkey': 'Passkeys.',
  'selfservice.methods.*.config.rp': l10n.t('Relying party: the site that keys are bound to.'),
  'selfservice.methods.*.config.rp.id': {
    description: l10n.t('Domain that keys are bound to: the page’s own or one above it.'),
    examples: ['example.com', 'localhost'],
  },
  'selfservice.methods.*.config.rp.display_name': l10n.t('Name that people see.'),
  'selfservice.methods.*.config.rp.icon': l10n.t('URL of a picture of the site.'),
  'selfservice.methods.*.config.rp.origin': {
    description: l10n.t('Origin of the page. Use either origin or origins.'),
    examples: ['https://app.example.com'],
  },
  'selfservice.methods.*.config.rp.origins': l10n.t('Origins of the pages. Use either origin or origins.'),
  'selfservice.methods.*.config.rp.origins[]': {
    description: l10n.t('Origin.'),
    examples: ['https://app.example.com'],
  },
  'selfservice.methods.passkey.config.authenticator_selection': l10n.t('Which authenticators are asked for.'),
  'selfservice.methods.passkey.config.authenticator_selection.attachment': {
    description: l10n.t('Where the authenticator is.'),
    values: {
      platform: l10n.t('In the device itself.'),
      'cross-platform': l10n.t('A key to plug in, or a phone.'),
    },
  },
  'selfservice.methods.passkey.config.authenticator_selection.resident_key': {
    description: l10n.t('Whether the key is stored on the authenticator.'),
    values: need,
  },
  'selfservice.methods.passkey.config.authenticator_selection.user_verification': {
    description: l10n.t('Whether the authenticator verifies the person, with a PIN or a fingerprint.'),
    values: need,
  },
  'selfservice.methods.passkey.config.attestation': l10n.t('Proof of the authenticator’s make.'),
  'selfservice.methods.passkey.config.attestation.preference': {
    description: l10n.t('Which proof is asked for.'),
    values: {
      none: 'None.',
      indirect: l10n.t('Possibly anonymized.'),
      direct: l10n.t('From the authenticator.'),
      enterprise: l10n.t('One that may identify the device.'),
    },
  },
  'selfservice.methods.passkey.config.timeouts': l10n.t('How long the browser waits for the person.'),
  'selfservice.methods.passkey.config.timeouts.*': l10n.t('How long it waits at {1}.'),
  'selfservice.methods.oidc': l10n.t('Social sign-in with OAuth 2.0 and OpenID Connect.'),
  'selfservice.methods.oidc.config.base_redirect_uri': l10n.t(
    'URL that redirects come back to, if other than the public URL.',
  ),
  'selfservice.methods.b2b': 'Organizations.',
  'selfservice.methods.b2b.config.organizations': l10n.t('The organizations.'),
  'selfservice.methods.b2b.config.organizations[].id': l10n.t('ID of the organization.'),
  'selfservice.methods.b2b.config.organizations[].label': l10n.t('Name of the organization.'),
  'selfservice.methods.b2b.config.organizations[].domains': l10n.t('Domains of its email addresses.'),
  'selfservice.methods.b2b.config.organizations[].domains[]': {
    description: l10n.t('Domain.'),
    examples: ['example.com'],
  },
  'selfservice.methods.b2b.config.organizations[].session_lifespan': l10n.t(
    'How long its sessions are valid.',
  ),
  'selfservice.methods.*.enabled': l10n.t('Offers the method {1}.'),
  'selfservice.methods.*.config': l10n.t('Settings of the method {1}.'),
  ...providerWords,
};
