import type { JsonSchema } from '../json-schema.ts';
import { choice, flag, list, request, section, span, text, whole } from './parts.ts';

const PROVIDERS = [
  'generic',
  'google',
  'github',
  'github-app',
  'gitlab',
  'microsoft',
  'apple',
  'facebook',
  'auth0',
  'discord',
  'slack',
  'spotify',
  'linkedin',
  'linkedin_v2',
  'salesforce',
  'vk',
  'yandex',
  'netid',
  'dingtalk',
  'patreon',
  'lark',
  'x',
  'jackson',
  'line',
  'fedcm-test',
  'amazon',
  'uaepass',
];

const provider: JsonSchema = {
  type: 'object',
  properties: {
    id: text('Short name; it stands in the redirect address and in credentials. Never change it.', {
      examples: ['google'],
    }),
    provider: text('Kind of provider; generic is any that speaks OpenID Connect.', { examples: PROVIDERS }),
    label: text('What the button says.'),
    client_id: text('Id of your client there.'),
    client_secret: text('Secret of your client there.'),
    issuer_url: text('Its issuer, for generic and gitlab, auth0 and others that you host.', {
      examples: ['https://accounts.example.com'],
    }),
    auth_url: text('Its authorization endpoint, where it has no discovery.'),
    token_url: text('Its token endpoint, where it has no discovery.'),
    mapper_url: text('The Jsonnet that makes traits of its claims: file://, http(s):// or base64://.', {
      examples: ['file:///etc/config/kratos/oidc.google.jsonnet'],
    }),
    scope: list('Scopes to ask for.', { type: 'string', examples: ['email', 'profile'] }),
    microsoft_tenant: text('Tenant at Microsoft.', { examples: ['organizations', 'consumers', 'common'] }),
    subject_source: choice(
      'Where the subject is taken from (microsoft).',
      {
        userinfo: 'From the userinfo endpoint.',
        me: 'From Microsoft Graph.',
        oid: 'From the claim “oid”.',
      },
      'userinfo',
    ),
    apple_team_id: text('Id of your team at Apple.'),
    apple_private_key_id: text('Id of your key at Apple.'),
    apple_private_key: text('Your private key at Apple.'),
    requested_claims: { type: 'object', description: 'Claims to ask for one by one.' },
    organization_id: text('Id of the organization that the provider belongs to.'),
    additional_id_token_audiences: list(
      'Other client ids whose ID tokens are taken, those of apps for example.',
      { type: 'string' },
    ),
    claims_source: choice(
      'Where claims are taken from.',
      {
        id_token: 'From the ID token.',
        userinfo: 'From the userinfo endpoint.',
      },
      'id_token',
    ),
    pkce: choice(
      'Whether PKCE is used.',
      {
        auto: 'Where the provider’s discovery names it.',
        never: 'Never.',
        force: 'Always.',
      },
      'auto',
    ),
    account_linking_mode: choice(
      'How an account with the same address is linked.',
      {
        confirm_with_existing_credential: 'After the person has signed in to it.',
        automatic: 'At once.',
      },
      'confirm_with_existing_credential',
    ),
    update_identity_on_login: choice(
      'Whether traits follow the provider at every sign-in.',
      {
        never: 'They stay as they are.',
        automatic: 'They are mapped anew.',
      },
      'never',
    ),
    fedcm_config_url: text('Configuration for FedCM.'),
    net_id_token_origin_header: text('Origin for netID’s token endpoint.'),
    aal2_acr_values: list('Values of “acr” that count as two factors.', { type: 'string' }),
    aal2_amr_values: list('Values of “amr” that count as two factors.', { type: 'string' }),
  },
  required: ['id', 'provider', 'mapper_url'],
  defaultSnippets: [
    {
      label: 'provider',
      description: 'A provider of OpenID Connect',
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
};

const method = (
  description: string,
  on: boolean,
  config: Readonly<Record<string, JsonSchema>> = {},
  more: Readonly<Record<string, JsonSchema>> = {},
): JsonSchema =>
  section(description, {
    enabled: flag('Whether it is offered.', on),
    ...more,
    ...(Object.keys(config).length > 0 ? { config: section('Its settings.', config) } : {}),
  });

const relyingParty = section('Who asks for the key: your site.', {
  id: text('Domain that keys are bound to: the page’s own or one above it.', {
    examples: ['example.com', 'localhost'],
  }),
  display_name: text('Name that people see.'),
  origin: text('Origin of the page.', { examples: ['https://app.example.com'] }),
  origins: list('Origins of the pages.', { type: 'string', examples: ['https://app.example.com'] }),
  icon: text('Picture of the site.'),
});

export const methods = section('What people sign in with.', {
  password: method('Passwords.', true, {
    min_password_length: whole('How many characters a password has at least.', { default: 8, minimum: 6 }),
    identifier_similarity_check_enabled: flag(
      'Whether a password that resembles the identifier is refused.',
      true,
    ),
    haveibeenpwned_enabled: flag('Whether passwords from leaks are refused.', true),
    haveibeenpwned_host: text('Who is asked about leaks.', { default: 'api.pwnedpasswords.com' }),
    max_breaches: whole('In how many leaks a password may have been.', {
      default: 0,
      minimum: 0,
      maximum: 100,
    }),
    ignore_network_errors: flag('Whether a password passes when nobody answers.', true),
    migrate_hook: section('Checks passwords by your old system at first sign-in.', {
      enabled: flag('Whether it is used.', false),
      config: request('The request.'),
    }),
  }),
  oidc: method('Other providers, by OAuth 2.0 and OpenID Connect.', false, {
    base_redirect_uri: text('Address that redirects come back to, where it is not the public one.'),
    providers: list('The providers.', provider),
  }),
  code: method(
    'Codes by e-mail or text message.',
    true,
    {
      lifespan: span('How long a code is good.', '1h'),
      max_submissions: whole('How often a code can be tried.', { default: 5, minimum: 1, maximum: 255 }),
      missing_credential_fallback_enabled: flag(
        'Whether people without this credential get a code, too.',
        false,
      ),
    },
    {
      passwordless_enabled: flag('Whether a code signs in.', false),
      mfa_enabled: flag('Whether a code is a second factor.', false),
    },
  ),
  link: method('Links by e-mail.', false, {
    base_url: text('Address that links begin with.'),
    lifespan: span('How long a link is good.', '1h'),
  }),
  totp: method('Authenticator apps, as a second factor.', false, {
    issuer: text('Name that the app shows.'),
  }),
  lookup_secret: method('Recovery codes, as a second factor.', false),
  webauthn: method('Security keys.', false, {
    passwordless: flag('Whether a key signs in by itself; else it is a second factor.', false),
    rp: relyingParty,
  }),
  passkey: method('Passkeys.', false, {
    rp: relyingParty,
    authenticator_selection: section('Which authenticators are asked for.', {
      attachment: choice('Where the authenticator is.', {
        platform: 'In the device itself.',
        'cross-platform': 'A key to plug in or a phone.',
      }),
      resident_key: choice(
        'Whether the key is kept on the authenticator.',
        {
          required: 'Always.',
          preferred: 'Where it can.',
          discouraged: 'Rather not.',
        },
        'required',
      ),
      user_verification: choice(
        'Whether the authenticator checks who it is.',
        {
          required: 'Always.',
          preferred: 'Where it can.',
          discouraged: 'Rather not.',
        },
        'preferred',
      ),
    }),
  }),
  profile: method('Changing the traits in the settings flow.', true),
  b2b: section('Organizations.', {
    config: section('Their settings.', {
      organizations: list('The organizations.', {
        type: 'object',
        properties: {
          id: text('Id of the organization.'),
          label: text('What people call it.'),
          domains: list('Domains of its e-mail addresses.', { type: 'string' }),
          session_lifespan: span('How long its sessions live.', '24h'),
        },
      }),
    }),
  }),
  saml: method('Providers that speak SAML.', false),
});
