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
        { label: 'url', description: 'A request to this URL', body: 'https://$1' },
        {
          label: 'url and key',
          description: 'A request with an API key (from v2.2 on)',
          body: {
            url: 'https://$1',
            auth: { type: 'api_key', config: { in: 'header', name: '$2', value: '$3' } },
          },
        },
      ],
    },
  },
  [`${at}.url`]: { description: 'URL of the service.', examples: ['https://api.example.com/hooks/token'] },
  [`${at}.auth`]: 'How the request authenticates.',
});

/** What stands in a configuration of Hydra. */
export const hydraWords: ConfigWords = {
  '': 'Configuration of Ory Hydra.',
  dev: 'Development mode: treats HTTP as HTTPS.',
  ...portWords('serve.public', 'public'),
  ...portWords('serve.admin', 'admin'),
  'serve.tls': 'Certificate and key for HTTPS on all ports.',
  'serve.cookies': 'Cookies.',
  'serve.cookies.same_site_mode': {
    description: 'Whether browsers send cookies from other sites.',
    values: { Strict: 'Never.', Lax: 'When a link is followed.', None: 'Always; needs HTTPS.' },
  },
  'serve.cookies.same_site_legacy_workaround': 'Sets a second cookie for old browsers.',
  'serve.cookies.domain': 'Domain of the cookies.',
  'serve.cookies.secure': 'Restricts cookies to HTTPS in development mode, too.',
  'serve.cookies.names': 'Names of the cookies.',
  'serve.cookies.names.session': 'Name of the session cookie.',
  'serve.cookies.names.login_csrf': 'Name of the CSRF cookie of the login.',
  'serve.cookies.names.consent_csrf': 'Name of the CSRF cookie of the consent.',
  'serve.cookies.names.device_csrf': 'Name of the CSRF cookie of the device flow.',
  'serve.cookies.paths': 'Paths of the cookies.',
  'serve.cookies.paths.session': 'Path of the session cookie.',
  db: 'The database.',
  'db.ignore_unknown_table_columns': 'Ignores columns of the database that this version doesn’t know.',
  urls: 'URLs.',
  'urls.self': 'URLs of the server itself.',
  'urls.self.issuer': {
    description: 'The issuer in tokens and in discovery.',
    examples: ['https://auth.example.com'],
  },
  'urls.self.public': 'URL that the public port is reached at.',
  'urls.self.admin': 'URL that the admin port is reached at.',
  'urls.login': page('Login page.', 'login'),
  'urls.registration': page('Registration page.', 'registration'),
  'urls.consent': page('Consent page.', 'consent'),
  'urls.logout': page('Page that asks people to confirm a logout.', 'logout'),
  'urls.post_logout_redirect': page('Page after logout.', ''),
  'urls.error': page('Page that shows errors.', 'error'),
  'urls.device': 'The device flow.',
  'urls.device.verification': page('Page where people enter the code.', 'device'),
  'urls.device.success': page('Page after the device is logged in.', 'device/success'),
  'urls.identity_provider': 'The Ory Kratos behind the pages.',
  'urls.identity_provider.url': {
    description: 'Kratos’ admin URL.',
    examples: ['http://127.0.0.1:4434'],
  },
  'urls.identity_provider.publicUrl': {
    description: 'Kratos’ public URL.',
    examples: ['http://127.0.0.1:4433'],
  },
  'urls.identity_provider.headers': 'Headers of requests to Kratos.',
  'urls.identity_provider.headers.*': 'Value of the header.',
  strategies: 'Form of tokens and scopes.',
  'strategies.access_token': {
    description: 'Form of access tokens.',
    values: { opaque: 'A random text that the server looks up.', jwt: 'A signed JWT.' },
  },
  'strategies.scope': {
    description: 'How scopes are compared.',
    values: { exact: 'Exactly.', wildcard: 'With * for one part.' },
  },
  'strategies.jwt': 'JWTs.',
  'strategies.jwt.scope_claim': {
    description: 'How scopes stand in a JWT.',
    values: { list: 'As a list (scp).', string: 'As a text (scope).', both: 'Both.' },
  },
  ttl: 'Lifetimes.',
  'ttl.access_token': 'Access tokens.',
  'ttl.refresh_token': { description: 'Refresh tokens. -1 for no end.', more: endless() },
  'ttl.id_token': 'ID tokens.',
  'ttl.auth_code': 'Authorization codes.',
  'ttl.login_consent_request': 'Login and consent requests.',
  'ttl.authentication_session': 'Remembered logins.',
  'ttl.device_user_code': 'Codes of the device flow.',
  oauth2: 'OAuth 2.0.',
  'oauth2.expose_internal_errors': 'Tells clients details of errors.',
  'oauth2.session': 'What is stored about tokens.',
  'oauth2.session.encrypt_at_rest': 'Encrypts it in the database.',
  'oauth2.exclude_not_before_claim': 'Leaves the claim “nbf” out of access tokens.',
  'oauth2.allowed_top_level_claims': 'Claims that may stand at the top level of a token.',
  'oauth2.allowed_top_level_claims[]': 'Name of a claim.',
  'oauth2.mirror_top_level_claims': 'Repeats custom claims in “ext”.',
  'oauth2.preserve_ext_claims':
    'Keeps claims in “ext” that aren’t at the top level. Only if mirror_top_level_claims is false.',
  'oauth2.hashers': 'How client secrets are hashed.',
  'oauth2.hashers.algorithm': {
    description: 'The algorithm.',
    values: { pbkdf2: 'PBKDF2.', bcrypt: 'bcrypt.' },
  },
  'oauth2.hashers.bcrypt': 'Settings of bcrypt.',
  'oauth2.hashers.bcrypt.cost': 'Each step doubles the time.',
  'oauth2.hashers.pbkdf2': 'Settings of PBKDF2.',
  'oauth2.hashers.pbkdf2.iterations': 'Rounds.',
  'oauth2.pkce': 'PKCE.',
  'oauth2.pkce.enforced': 'Requires PKCE of every client.',
  'oauth2.pkce.enforced_for_public_clients': 'Requires PKCE of public clients.',
  'oauth2.client_credentials': 'The grant client_credentials.',
  'oauth2.client_credentials.default_grant_allowed_scope':
    'Grants all scopes of the client if it requests none.',
  'oauth2.grant': 'Grants.',
  'oauth2.grant.refresh_token': 'Refresh tokens.',
  'oauth2.grant.refresh_token.rotation_grace_period': 'How long a used refresh token still works.',
  'oauth2.grant.refresh_token.rotation_grace_reuse_count':
    'How often a used refresh token still works within the grace period.',
  'oauth2.grant.jwt': 'The grant jwt-bearer.',
  'oauth2.grant.jwt.jti_optional': 'Accepts assertions without “jti”.',
  'oauth2.grant.jwt.iat_optional': 'Accepts assertions without “iat”.',
  'oauth2.grant.jwt.max_ttl': 'Longest lifetime of an assertion.',
  'oauth2.grant.jwt.omit_assertion_audience': 'Leaves the assertion’s audience out of the token.',
  ...hook('oauth2.token_hook', 'Called when tokens are issued. It can change claims, or refuse.'),
  ...hook('oauth2.refresh_token_hook', 'Called when tokens are refreshed.'),
  'oauth2.device_authorization': 'The device flow.',
  'oauth2.device_authorization.token_polling_interval': 'How often devices may ask for the token.',
  'oauth2.device_authorization.user_code':
    'The code that people enter: a preset, or a length and characters.',
  'oauth2.device_authorization.user_code.entropy_preset': {
    description: 'How hard the code is to guess.',
    values: { high: 'Long.', medium: 'In between.', low: 'Short.' },
  },
  'oauth2.device_authorization.user_code.length': 'Length of the code.',
  'oauth2.device_authorization.user_code.character_set': 'Characters of the code.',
  oidc: 'OpenID Connect.',
  'oidc.subject_identifiers': 'Which subject clients see.',
  'oidc.subject_identifiers.supported_types': 'Types that clients can choose.',
  'oidc.subject_identifiers.supported_types[]': {
    description: 'Type.',
    values: { public: 'All clients see the same subject.', pairwise: 'Each client sees another subject.' },
  },
  'oidc.subject_identifiers.pairwise': 'Pairwise subjects.',
  'oidc.subject_identifiers.pairwise.salt': 'Salt of their hash. Don’t change it later.',
  'oidc.dynamic_client_registration': 'Clients that register themselves.',
  'oidc.dynamic_client_registration.enabled': 'Lets clients register.',
  'oidc.dynamic_client_registration.default_scope': 'Scopes that such a client gets.',
  'oidc.dynamic_client_registration.default_scope[]': 'Scope.',
  webfinger: 'Discovery.',
  'webfinger.jwks': 'Public keys.',
  'webfinger.jwks.broadcast_keys': 'Key sets whose public keys everybody can read.',
  'webfinger.jwks.broadcast_keys[]': {
    description: 'Name of a key set.',
    examples: ['hydra.openid.id-token', 'hydra.jwt.access-token'],
  },
  'webfinger.oidc_discovery': 'The discovery document.',
  'webfinger.oidc_discovery.supported_claims': 'Claims that it lists.',
  'webfinger.oidc_discovery.supported_claims[]': 'Name of a claim.',
  'webfinger.oidc_discovery.supported_scope': 'Scopes that it lists.',
  'webfinger.oidc_discovery.supported_scope[]': 'Scope.',
  'webfinger.oidc_discovery.userinfo_url': 'Another userinfo endpoint.',
  'webfinger.oidc_discovery.jwks_url': 'Another URL of the public keys.',
  'webfinger.oidc_discovery.auth_url': 'Another authorization endpoint.',
  'webfinger.oidc_discovery.token_url': 'Another token endpoint.',
  'webfinger.oidc_discovery.device_authorization_url': 'Another device authorization endpoint.',
  'webfinger.oidc_discovery.client_registration_url': 'Another client registration endpoint.',
  'secrets.system': 'Secrets that encrypt data in the database, and for everything that has none of its own.',
  hsm: 'A hardware security module.',
  'hsm.enabled': 'Uses the module.',
  'hsm.library': 'Path of the module’s PKCS#11 library.',
  'hsm.pin': 'PIN.',
  'hsm.slot': 'Slot.',
  'hsm.token_label': 'Label of the token.',
  'hsm.key_set_prefix': 'Prefix of the names of key sets.',
  sqa: 'Anonymous usage statistics.',
  'sqa.opt_out': 'Turns usage statistics off.',
  cgroups: 'Control groups of Linux.',
  'cgroups.v1': 'Control groups, version 1.',
  'cgroups.v1.auto_max_procs_enabled': 'Sets the number of threads to the limit of the control group.',
  'auth:type': { description: 'Kind of credential.', values: { api_key: 'A key in a header or a cookie.' } },
  'auth:config': 'The credential.',
  'auth:config.in': {
    description: 'Where the key is sent.',
    values: { header: 'In a header.', cookie: 'In a cookie.' },
  },
  'auth:config.name': {
    description: 'Name of the header or cookie.',
    examples: ['Authorization', 'X-API-Key'],
  },
  'auth:config.value': 'The key.',
};
