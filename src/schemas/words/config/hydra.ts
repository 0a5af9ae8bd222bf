import * as l10n from '@vscode/l10n';
import type { JsonSchema } from '../../json-schema.ts';
import { duration } from '../parts.ts';
import type { ConfigWord, ConfigWords } from './config-words.ts';
import { portWords } from './shared.ts';

const page = (description: string, path: string): ConfigWord => ({
  description,
  examples: [`https://app.example.com/${path}`],
});

/** A length of time, or -1. */
const endless = (): JsonSchema => {
  const { pattern = '', errorMessage, examples = [] } = duration('');
  return {
    anyOf: [
      { type: 'string', pattern: `${pattern}|^-1$|\\$|\\{\\{`, errorMessage: errorMessage ?? '' },
      { const: -1 },
    ],
    examples: [...examples, '-1'],
  };
};

const hook = (at: string, description: string): ConfigWords => ({
  [at]: {
    description,
    more: {
      defaultSnippets: [
        { label: 'url', description: l10n.t('A request to this URL'), body: 'https://$1' },
        {
          label: l10n.t('url and key'),
          description: l10n.t('A request with an API key (from v2.2 on)'),
          body: {
            url: 'https://$1',
            auth: { type: 'api_key', config: { in: 'header', name: '$2', value: '$3' } },
          },
        },
      ],
    },
  },
  [`${at}.url`]: {
    description: l10n.t('URL of the service.'),
    examples: ['https://api.example.com/hooks/token'],
  },
  [`${at}.auth`]: l10n.t('How the request authenticates.'),
});

/** What stands in a configuration of Hydra. */
export const hydraWords: ConfigWords = {
  '': l10n.t('Configuration of Ory Hydra.'),
  dev: l10n.t('Development mode: treats HTTP as HTTPS.'),
  ...portWords('serve.public', 'public'),
  ...portWords('serve.admin', 'admin'),
  'serve.tls': l10n.t('Certificate and key for HTTPS on all ports.'),
  'serve.cookies': 'Cookies.',
  'serve.cookies.same_site_mode': {
    description: l10n.t('Whether browsers send cookies from other sites.'),
    values: {
      Strict: 'Never.',
      Lax: l10n.t('When a link is followed.'),
      None: l10n.t('Always; needs HTTPS.'),
    },
  },
  'serve.cookies.same_site_legacy_workaround': l10n.t('Sets a second cookie for old browsers.'),
  'serve.cookies.domain': l10n.t('Domain of the cookies.'),
  'serve.cookies.secure': l10n.t('Restricts cookies to HTTPS in development mode, too.'),
  'serve.cookies.names': l10n.t('Names of the cookies.'),
  'serve.cookies.names.session': l10n.t('Name of the session cookie.'),
  'serve.cookies.names.login_csrf': l10n.t('Name of the CSRF cookie of the login.'),
  'serve.cookies.names.consent_csrf': l10n.t('Name of the CSRF cookie of the consent.'),
  'serve.cookies.names.device_csrf': l10n.t('Name of the CSRF cookie of the device flow.'),
  'serve.cookies.paths': l10n.t('Paths of the cookies.'),
  'serve.cookies.paths.session': l10n.t('Path of the session cookie.'),
  db: l10n.t('The database.'),
  'db.ignore_unknown_table_columns': l10n.t(
    'Ignores columns of the database that this version doesn’t know.',
  ),
  urls: 'URLs.',
  'urls.self': l10n.t('URLs of the server itself.'),
  'urls.self.issuer': {
    description: l10n.t('The issuer in tokens and in discovery.'),
    examples: ['https://auth.example.com'],
  },
  'urls.self.public': l10n.t('URL that the public port is reached at.'),
  'urls.self.admin': l10n.t('URL that the admin port is reached at.'),
  'urls.login': page(l10n.t('Login page.'), 'login'),
  'urls.registration': page(l10n.t('Registration page.'), 'registration'),
  'urls.consent': page(l10n.t('Consent page.'), 'consent'),
  'urls.logout': page(l10n.t('Page that asks people to confirm a logout.'), 'logout'),
  'urls.post_logout_redirect': page(l10n.t('Page after logout.'), ''),
  'urls.error': page(l10n.t('Page that shows errors.'), 'error'),
  'urls.device': l10n.t('The device flow.'),
  'urls.device.verification': page(l10n.t('Page where people enter the code.'), 'device'),
  'urls.device.success': page(l10n.t('Page after the device is logged in.'), 'device/success'),
  'urls.identity_provider': l10n.t('The Ory Kratos behind the pages.'),
  'urls.identity_provider.url': {
    description: l10n.t('Kratos’ admin URL.'),
    examples: ['http://127.0.0.1:4434'],
  },
  'urls.identity_provider.publicUrl': {
    description: l10n.t('Kratos’ public URL.'),
    examples: ['http://127.0.0.1:4433'],
  },
  'urls.identity_provider.headers': l10n.t('Headers of requests to Kratos.'),
  'urls.identity_provider.headers.*': l10n.t('Value of the header.'),
  strategies: l10n.t('Form of tokens and scopes.'),
  'strategies.access_token': {
    description: l10n.t('Form of access tokens.'),
    values: { opaque: l10n.t('A random text that the server looks up.'), jwt: l10n.t('A signed JWT.') },
  },
  'strategies.scope': {
    description: l10n.t('How scopes are compared.'),
    values: { exact: 'Exactly.', wildcard: l10n.t('With * for one part.') },
  },
  'strategies.jwt': 'JWTs.',
  'strategies.jwt.scope_claim': {
    description: l10n.t('How scopes stand in a JWT.'),
    values: { list: l10n.t('As a list (scp).'), string: l10n.t('As a text (scope).'), both: 'Both.' },
  },
  ttl: 'Lifetimes.',
  'ttl.access_token': l10n.t('Access tokens.'),
  'ttl.refresh_token': { description: l10n.t('Refresh tokens. -1 for no end.'), more: endless() },
  'ttl.id_token': l10n.t('ID tokens.'),
  'ttl.auth_code': l10n.t('Authorization codes.'),
  'ttl.login_consent_request': l10n.t('Login and consent requests.'),
  'ttl.authentication_session': l10n.t('Remembered logins.'),
  'ttl.device_user_code': l10n.t('Codes of the device flow.'),
  oauth2: 'OAuth 2.0.',
  'oauth2.expose_internal_errors': l10n.t('Tells clients details of errors.'),
  'oauth2.session': l10n.t('What is stored about tokens.'),
  'oauth2.session.encrypt_at_rest': l10n.t('Encrypts it in the database.'),
  'oauth2.exclude_not_before_claim': l10n.t('Leaves the claim “nbf” out of access tokens.'),
  'oauth2.allowed_top_level_claims': l10n.t('Claims that may stand at the top level of a token.'),
  'oauth2.allowed_top_level_claims[]': l10n.t('Name of a claim.'),
  'oauth2.mirror_top_level_claims': l10n.t('Repeats custom claims in “ext”.'),
  'oauth2.preserve_ext_claims': l10n.t(
    'Keeps claims in “ext” that aren’t at the top level. Only if mirror_top_level_claims is false.',
  ),
  'oauth2.hashers': l10n.t('How client secrets are hashed.'),
  'oauth2.hashers.algorithm': {
    description: l10n.t('The algorithm.'),
    values: { pbkdf2: 'PBKDF2.', bcrypt: 'bcrypt.' },
  },
  'oauth2.hashers.bcrypt': l10n.t('Settings of bcrypt.'),
  'oauth2.hashers.bcrypt.cost': l10n.t('Each step doubles the time.'),
  'oauth2.hashers.pbkdf2': l10n.t('Settings of PBKDF2.'),
  'oauth2.hashers.pbkdf2.iterations': 'Rounds.',
  'oauth2.pkce': 'PKCE.',
  'oauth2.pkce.enforced': l10n.t('Requires PKCE of every client.'),
  'oauth2.pkce.enforced_for_public_clients': l10n.t('Requires PKCE of public clients.'),
  'oauth2.client_credentials': l10n.t('The grant client_credentials.'),
  'oauth2.client_credentials.default_grant_allowed_scope': l10n.t(
    'Grants all scopes of the client if it requests none.',
  ),
  'oauth2.grant': 'Grants.',
  'oauth2.grant.refresh_token': l10n.t('Refresh tokens.'),
  'oauth2.grant.refresh_token.rotation_grace_period': l10n.t('How long a used refresh token still works.'),
  'oauth2.grant.refresh_token.rotation_grace_reuse_count': l10n.t(
    'How often a used refresh token still works within the grace period.',
  ),
  'oauth2.grant.jwt': l10n.t('The grant jwt-bearer.'),
  'oauth2.grant.jwt.jti_optional': l10n.t('Accepts assertions without “jti”.'),
  'oauth2.grant.jwt.iat_optional': l10n.t('Accepts assertions without “iat”.'),
  'oauth2.grant.jwt.max_ttl': l10n.t('Longest lifetime of an assertion.'),
  'oauth2.grant.jwt.omit_assertion_audience': l10n.t('Leaves the assertion’s audience out of the token.'),
  ...hook('oauth2.token_hook', l10n.t('Called when tokens are issued. It can change claims, or refuse.')),
  ...hook('oauth2.refresh_token_hook', l10n.t('Called when tokens are refreshed.')),
  'oauth2.device_authorization': l10n.t('The device flow.'),
  'oauth2.device_authorization.token_polling_interval': l10n.t('How often devices may ask for the token.'),
  'oauth2.device_authorization.user_code': l10n.t(
    'The code that people enter: a preset, or a length and characters.',
  ),
  'oauth2.device_authorization.user_code.entropy_preset': {
    description: l10n.t('How hard the code is to guess.'),
    values: { high: 'Long.', medium: l10n.t('In between.'), low: 'Short.' },
  },
  'oauth2.device_authorization.user_code.length': l10n.t('Length of the code.'),
  'oauth2.device_authorization.user_code.character_set': l10n.t('Characters of the code.'),
  oidc: l10n.t('OpenID Connect.'),
  'oidc.subject_identifiers': l10n.t('Which subject clients see.'),
  'oidc.subject_identifiers.supported_types': l10n.t('Types that clients can choose.'),
  'oidc.subject_identifiers.supported_types[]': {
    description: l10n.t('Type.'),
    values: {
      public: l10n.t('All clients see the same subject.'),
      pairwise: l10n.t('Each client sees another subject.'),
    },
  },
  'oidc.subject_identifiers.pairwise': l10n.t('Pairwise subjects.'),
  'oidc.subject_identifiers.pairwise.salt': l10n.t('Salt of their hash. Don’t change it later.'),
  'oidc.dynamic_client_registration': l10n.t('Clients that register themselves.'),
  'oidc.dynamic_client_registration.enabled': l10n.t('Lets clients register.'),
  'oidc.dynamic_client_registration.default_scope': l10n.t('Scopes that such a client gets.'),
  'oidc.dynamic_client_registration.default_scope[]': 'Scope.',
  webfinger: 'Discovery.',
  'webfinger.jwks': l10n.t('Public keys.'),
  'webfinger.jwks.broadcast_keys': l10n.t('Key sets whose public keys everybody can read.'),
  'webfinger.jwks.broadcast_keys[]': {
    description: l10n.t('Name of a key set.'),
    examples: ['hydra.openid.id-token', 'hydra.jwt.access-token'],
  },
  'webfinger.oidc_discovery': l10n.t('The discovery document.'),
  'webfinger.oidc_discovery.supported_claims': l10n.t('Claims that it lists.'),
  'webfinger.oidc_discovery.supported_claims[]': l10n.t('Name of a claim.'),
  'webfinger.oidc_discovery.supported_scope': l10n.t('Scopes that it lists.'),
  'webfinger.oidc_discovery.supported_scope[]': 'Scope.',
  'webfinger.oidc_discovery.userinfo_url': l10n.t('Another userinfo endpoint.'),
  'webfinger.oidc_discovery.jwks_url': l10n.t('Another URL of the public keys.'),
  'webfinger.oidc_discovery.auth_url': l10n.t('Another authorization endpoint.'),
  'webfinger.oidc_discovery.token_url': l10n.t('Another token endpoint.'),
  'webfinger.oidc_discovery.device_authorization_url': l10n.t('Another device authorization endpoint.'),
  'webfinger.oidc_discovery.client_registration_url': l10n.t('Another client registration endpoint.'),
  'secrets.system': l10n.t(
    'Secrets that encrypt data in the database, and for everything that has none of its own.',
  ),
  hsm: l10n.t('A hardware security module.'),
  'hsm.enabled': l10n.t('Uses the module.'),
  'hsm.library': l10n.t('Path of the module’s PKCS#11 library.'),
  'hsm.pin': 'PIN.',
  'hsm.slot': 'Slot.',
  'hsm.token_label': l10n.t('Label of the token.'),
  'hsm.key_set_prefix': l10n.t('Prefix of the names of key sets.'),
  sqa: l10n.t('Anonymous usage statistics.'),
  'sqa.opt_out': l10n.t('Turns usage statistics off.'),
  cgroups: l10n.t('Control groups of Linux.'),
  'cgroups.v1': l10n.t('Control groups, version 1.'),
  'cgroups.v1.auto_max_procs_enabled': l10n.t(
    'Sets the number of threads to the limit of the control group.',
  ),
  'auth:type': {
    description: l10n.t('Kind of credential.'),
    values: { api_key: l10n.t('A key in a header or a cookie.') },
  },
  'auth:config': l10n.t('The credential.'),
  'auth:config.in': {
    description: l10n.t('Where the key is sent.'),
    values: { header: l10n.t('In a header.'), cookie: l10n.t('In a cookie.') },
  },
  'auth:config.name': {
    description: l10n.t('Name of the header or cookie.'),
    examples: ['Authorization', 'X-API-Key'],
  },
  'auth:config.value': l10n.t('The key.'),
};
