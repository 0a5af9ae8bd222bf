import type { JsonSchema } from '../json-schema.ts';
import {
  choice,
  cors,
  dsn,
  flag,
  httpClients,
  list,
  log,
  port,
  secrets,
  section,
  span,
  text,
  tls,
  tracing,
  version,
  webhookAuth,
  whole,
} from './parts.ts';

const page = (what: string, path: string): JsonSchema =>
  text(what, { examples: [`https://app.example.com/${path}`] });

const hook = (what: string): JsonSchema => ({
  description: what,
  anyOf: [
    { type: 'string', description: 'Address of the service.' },
    section('The service.', { url: text('Its address.'), auth: webhookAuth }, { required: ['url'] }),
  ],
});

const endless = (description: string, value: string): JsonSchema => ({
  description: `${description} -1 means without an end.`,
  anyOf: [{ const: -1 }, { const: '-1' }, span(description, value)],
  default: value,
});

/** The common sections of `hydra.yml`. What it does not know is not marked. */
export function hydraConfigSchema(): JsonSchema {
  return section('Configuration of Ory Hydra.', {
    version,
    dsn,
    dev: flag('Development mode: http is taken for https.', false),
    serve: section('Where the server listens.', {
      public: port('public', 4444, { cors: cors('the public API') }),
      admin: port('admin', 4445, { cors: cors('the admin API') }),
      tls,
      cookies: section('Cookies.', {
        same_site_mode: choice(
          'Whether they are sent from other sites.',
          { Strict: 'Never.', Lax: 'When a link is followed.', None: 'Always; needs HTTPS.' },
          'None',
        ),
        same_site_legacy_workaround: flag('A second cookie for old browsers.', false),
        domain: text('Domain of the cookies.'),
        secure: flag('HTTPS only.', false),
        names: section('Names of the cookies.', {
          session: text('Of the session.', { default: 'ory_hydra_session' }),
          login_csrf: text('Of the sign-in.', { default: 'ory_hydra_login_csrf' }),
          consent_csrf: text('Of the consent.', { default: 'ory_hydra_consent_csrf' }),
          device_csrf: text('Of the device flow.', { default: 'ory_hydra_device_csrf' }),
        }),
        paths: section('Paths of the cookies.', { session: text('Of the session.', { default: '/' }) }),
      }),
    }),
    urls: section('Addresses.', {
      self: section('Of the server itself.', {
        issuer: text('The issuer: it stands in tokens and in discovery.', {
          examples: ['https://auth.example.com'],
        }),
        public: text('Address that the public reaches it at.'),
        admin: text('Address that administrators reach it at.'),
      }),
      login: page('Page that signs people in.', 'login'),
      registration: page('Page that signs people up.', 'registration'),
      consent: page('Page that asks people for consent.', 'consent'),
      logout: page('Page that asks people whether to sign out.', 'logout'),
      post_logout_redirect: page('Where people go after signing out.', ''),
      error: page('Page that shows errors.', 'error'),
      device: section('The device flow.', {
        verification: page('Page where people enter the code.', 'device'),
        success: page('Page that says that the device is signed in.', 'device/success'),
      }),
      identity_provider: section('Ory Kratos behind the pages.', {
        url: text('Kratos’ admin address.', { examples: ['http://127.0.0.1:4434'] }),
        publicUrl: text('Kratos’ public address.', { examples: ['http://127.0.0.1:4433'] }),
        headers: {
          type: 'object',
          description: 'Headers to send along.',
          additionalProperties: { type: 'string' },
        },
      }),
    }),
    strategies: section('How tokens and scopes are.', {
      access_token: choice(
        'Form of access tokens.',
        { opaque: 'A random text that the server looks up.', jwt: 'A signed JWT.' },
        'opaque',
      ),
      scope: choice(
        'How scopes are compared.',
        { exact: 'To the letter.', wildcard: 'With * for one part.' },
        'wildcard',
      ),
      jwt: section('JWTs.', {
        scope_claim: choice(
          'How scopes stand in a JWT.',
          { list: 'As a list (scp).', string: 'As a text (scope).', both: 'Both.' },
          'list',
        ),
      }),
    }),
    ttl: section('How long things live.', {
      access_token: span('Access tokens.', '1h'),
      refresh_token: endless('Refresh tokens.', '720h'),
      id_token: span('ID tokens.', '1h'),
      auth_code: span('Authorization codes.', '10m'),
      login_consent_request: span('A request to sign in or to consent.', '30m'),
      authentication_session: span('A remembered sign-in.', '720h'),
      device_user_code: span('Codes of the device flow.', '10m'),
    }),
    oauth2: section('OAuth 2.0.', {
      expose_internal_errors: flag('Whether clients are told details of errors.', false),
      session: section('What is stored of tokens.', {
        encrypt_at_rest: flag('Whether it is encrypted.', true),
      }),
      exclude_not_before_claim: flag('Whether “nbf” is left out.', false),
      allowed_top_level_claims: list('Claims that may stand at the top of a token.', { type: 'string' }),
      mirror_top_level_claims: flag('Whether those also stand in “ext”.', true),
      preserve_ext_claims: flag('Whether claims in “ext” stay there.', false),
      hashers: section('How client secrets are hashed.', {
        algorithm: choice('The algorithm.', { pbkdf2: 'PBKDF2.', bcrypt: 'bcrypt.' }, 'pbkdf2'),
        bcrypt: section('Settings of bcrypt.', {
          cost: whole('Each step more doubles the time.', { default: 10, minimum: 4, maximum: 31 }),
        }),
        pbkdf2: section('Settings of PBKDF2.', {
          iterations: whole('Rounds.', { default: 25_000, minimum: 1 }),
        }),
      }),
      pkce: section('PKCE.', {
        enforced: flag('Whether every client must use it.', false),
        enforced_for_public_clients: flag('Whether public clients must use it.', false),
      }),
      client_credentials: section('The grant client_credentials.', {
        default_grant_allowed_scope: flag(
          'Whether all scopes of the client are granted when it asks for none.',
          false,
        ),
      }),
      grant: section('Grants.', {
        refresh_token: section('Refresh tokens.', {
          rotation_grace_period: span('How long a used one still works.', '0s'),
          rotation_grace_reuse_count: whole('How often.', { default: 0, minimum: 0 }),
        }),
        jwt: section('The grant jwt-bearer.', {
          jti_optional: flag('Whether assertions may lack “jti”.', false),
          iat_optional: flag('Whether assertions may lack “iat”.', false),
          max_ttl: span('How long assertions may be good.', '720h'),
        }),
      }),
      device_authorization: section('The device flow.', {
        token_polling_interval: span('How often devices may ask.', '5s'),
        user_code: section('The code that people enter.', {
          entropy_preset: choice(
            'How hard it is to guess.',
            { high: 'Long.', medium: 'In between.', low: 'Short.' },
            'medium',
          ),
          length: whole('Its length.', { minimum: 6 }),
          character_set: text('Its characters.'),
        }),
      }),
      token_hook: hook('Asked whenever tokens are issued: it can change claims, or refuse.'),
      refresh_token_hook: hook('Asked whenever tokens are renewed.'),
    }),
    oidc: section('OpenID Connect.', {
      subject_identifiers: section('What clients know people by.', {
        supported_types: list('Kinds that clients can choose.', { enum: ['public', 'pairwise'] }),
        pairwise: section('Pairwise subjects.', { salt: text('Salt of their hash. Never change it.') }),
      }),
      dynamic_client_registration: section('Clients that register themselves.', {
        enabled: flag('Whether they can.', false),
        default_scope: list('Scopes that they get.', { type: 'string' }),
      }),
    }),
    webfinger: section('Discovery.', {
      jwks: section('Public keys.', {
        broadcast_keys: list('Key sets that everybody can read.', {
          type: 'string',
          examples: ['hydra.openid.id-token', 'hydra.jwt.access-token'],
        }),
      }),
      oidc_discovery: section('The discovery document.', {
        supported_claims: list('Claims that it names.', { type: 'string' }),
        supported_scope: list('Scopes that it names.', { type: 'string' }),
        userinfo_url: text('Another userinfo endpoint.'),
        jwks_url: text('Another address of the keys.'),
        auth_url: text('Another authorization endpoint.'),
        token_url: text('Another token endpoint.'),
        device_authorization_url: text('Another device authorization endpoint.'),
        client_registration_url: text('Another registration endpoint.'),
      }),
    }),
    secrets: section('Secrets of the server.', {
      system: secrets('For what is stored encrypted, and all that has none of its own.', 16),
      cookie: secrets('For cookies.', 16),
      pagination: secrets('For page tokens.', 16),
    }),
    clients: section('Requests that the server makes.', { http: httpClients }),
    hsm: section('A hardware security module.', {
      enabled: flag('Whether it is used.', false),
      library: text('Path of its library.'),
      pin: text('Its PIN.'),
      slot: whole('Its slot.', { minimum: 0 }),
      token_label: text('Label of its token.'),
      key_set_prefix: text('What names of key sets begin with.'),
    }),
    log,
    tracing,
  });
}
