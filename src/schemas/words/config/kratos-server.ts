import * as l10n from '@vscode/l10n';
import type { ConfigWords } from './config-words.ts';
import { portWords } from './shared.ts';

const flag = (description: string) => ({
  description: l10n.t('{0} A flag of the command line.', description),
  more: { doNotSuggest: true },
});
const sameSite = {
  description: l10n.t('Whether browsers send the cookie from other sites.'),
  values: { Strict: 'Never.', Lax: l10n.t('When a link is followed.'), None: l10n.t('Always; needs HTTPS.') },
};
const cookie = (at: string, what: string): ConfigWords => ({
  [`${at}.domain`]: l10n.t('Domain of {0}.', what),
  [`${at}.path`]: l10n.t('Path of {0}.', what),
  [`${at}.same_site`]: sameSite,
  [`${at}.secure`]: l10n.t('Whether {0} needs HTTPS, as a text: "true" or "false".', what),
});

/** What else stands in a configuration of Kratos. */
export const kratosServerWords: ConfigWords = {
  '': l10n.t('Configuration of Ory Kratos.'),
  ...portWords('serve.public', 'public'),
  ...portWords('serve.admin', 'admin'),
  'serve.public.cors.enabled': l10n.t('Allows pages of other origins to call the public port.'),
  'serve.public.cors.allowed_origins': l10n.t('Origins that may call. * stands for any part.'),
  'serve.public.cors.allowed_origins[]': {
    description: l10n.t('Origin.'),
    examples: ['https://app.example.com'],
  },
  'serve.public.cors.allowed_methods': l10n.t('HTTP methods that may be used.'),
  'serve.public.cors.allowed_methods[]': l10n.t('HTTP method.'),
  'serve.public.cors.allowed_headers': l10n.t('Headers that requests may have.'),
  'serve.public.cors.allowed_headers[]': {
    description: l10n.t('Name of a header.'),
    examples: ['Authorization', 'Content-Type'],
  },
  'serve.public.cors.exposed_headers': l10n.t('Headers of the response that pages may read.'),
  'serve.public.cors.exposed_headers[]': l10n.t('Name of a header.'),
  'serve.public.cors.allow_credentials': l10n.t('Allows cookies and credentials to be sent along.'),
  'serve.public.cors.options_passthrough': l10n.t('Passes preflight requests on to the server.'),
  'serve.public.cors.max_age': l10n.t(
    'How long browsers cache the answer to a preflight request, in seconds.',
  ),
  'serve.public.cors.debug': l10n.t('Logs every decision.'),
  selfservice: l10n.t('What people do by themselves.'),
  'selfservice.default_browser_return_url': {
    description: l10n.t('URL that browsers go to after a flow, unless another one was asked for.'),
    examples: ['https://app.example.com/'],
  },
  'selfservice.allowed_return_urls': l10n.t('URLs that flows may return to, with everything below them.'),
  'selfservice.allowed_return_urls[]': { description: 'URL.', examples: ['https://app.example.com'] },
  identity: l10n.t('Identities and their schemas.'),
  'identity.default_schema_id': l10n.t('ID of the schema for people who register.'),
  'identity.schemas': l10n.t('The identity schemas.'),
  'identity.schemas[]': {
    more: { defaultSnippets: [{ label: 'schema', body: { id: '$1', url: 'file://$2' } }] },
  },
  'identity.schemas[].id': {
    description: l10n.t('ID of the schema. Identities refer to it: don’t change it later.'),
    examples: ['default', 'customer'],
  },
  'identity.schemas[].url': {
    description: l10n.t('Where the schema is: file://, http(s):// or base64://.'),
    examples: ['file:///etc/config/kratos/identity.schema.json'],
    more: { errorMessage: l10n.t('Enter a URL that begins with file://, https://, http:// or base64://.') },
  },
  'identity.schemas[].selfservice_selectable': l10n.t('Lets people choose the schema when they register.'),
  session: 'Sessions.',
  'session.lifespan': l10n.t('How long a session is valid.'),
  'session.earliest_possible_extend': l10n.t('How long before its end a session can be extended.'),
  'session.cookie': l10n.t('The session cookie.'),
  'session.cookie.name': l10n.t('Name of the session cookie.'),
  'session.cookie.persistent': l10n.t('Keeps the cookie when the browser is closed.'),
  ...cookie('session.cookie', l10n.t('the session cookie')),
  'session.whoami': l10n.t('The endpoint that tells whose session it is.'),
  'session.whoami.required_aal': {
    description: l10n.t('Assurance level that the endpoint requires.'),
    values: {
      aal1: l10n.t('One factor is enough.'),
      highest_available: l10n.t('People who have a second factor must have used it.'),
    },
  },
  'session.whoami.tokenizer': l10n.t('Sessions as JWTs.'),
  'session.whoami.tokenizer.templates': l10n.t('Templates by name.'),
  'session.whoami.tokenizer.templates.*': 'A template.',
  'session.whoami.tokenizer.templates.*.ttl': l10n.t('How long the JWT is valid.'),
  'session.whoami.tokenizer.templates.*.claims_mapper_url': l10n.t('Jsonnet that makes the claims.'),
  'session.whoami.tokenizer.templates.*.jwks_url': l10n.t('Key set that signs the JWT.'),
  'session.whoami.tokenizer.templates.*.subject_source': {
    description: l10n.t('Subject of the JWT.'),
    values: { id: l10n.t('ID of the identity.'), external_id: l10n.t('External ID of the identity.') },
  },
  'secrets.default': l10n.t('Secrets for everything that has none of its own.'),
  'secrets.cipher': l10n.t('Secrets that encrypt data in the database. Each has exactly 32 characters.'),
  hashers: l10n.t('How passwords are hashed.'),
  'hashers.algorithm': {
    description: l10n.t('Algorithm of new hashes.'),
    values: { bcrypt: 'bcrypt.', argon2: 'Argon2id.' },
  },
  'hashers.bcrypt': l10n.t('Settings of bcrypt.'),
  'hashers.bcrypt.cost': l10n.t('Each step doubles the time.'),
  'hashers.argon2': l10n.t('Settings of Argon2id.'),
  'hashers.argon2.memory': l10n.t('Memory for one hash.'),
  'hashers.argon2.iterations': 'Rounds.',
  'hashers.argon2.parallelism': 'Threads.',
  'hashers.argon2.salt_length': l10n.t('Length of the salt, in bytes.'),
  'hashers.argon2.key_length': l10n.t('Length of the hash, in bytes.'),
  'hashers.argon2.expected_duration': l10n.t('How long one hash should take. The log warns otherwise.'),
  'hashers.argon2.expected_deviation': l10n.t('By how much that may vary. The log warns otherwise.'),
  'hashers.argon2.dedicated_memory': l10n.t(
    'Memory for all hashes together. The log warns if it is exceeded.',
  ),
  ciphers: l10n.t('How data in the database is encrypted.'),
  'ciphers.algorithm': {
    description: l10n.t('The algorithm.'),
    values: { noop: 'None.', aes: 'AES-256-GCM.', 'xchacha20-poly1305': 'XChaCha20-Poly1305.' },
  },
  cookies: l10n.t('All cookies.'),
  ...cookie('cookies', 'cookies'),
  oauth2_provider: l10n.t('Login for Ory Hydra.'),
  'oauth2_provider.url': { description: l10n.t('Hydra’s admin URL.'), examples: ['http://127.0.0.1:4445'] },
  'oauth2_provider.headers': l10n.t('Headers of requests to Hydra.'),
  'oauth2_provider.headers.*': l10n.t('Value of the header.'),
  'oauth2_provider.override_return_to': l10n.t(
    'Returns to the OAuth 2.0 flow after recovery and verification.',
  ),
  security: 'Protection.',
  'security.account_enumeration': l10n.t('Whether strangers can find out who has an account.'),
  'security.account_enumeration.mitigate': l10n.t('Hides in answers whether an account exists.'),
  'security.disallow_ref_in_identity_schemas': l10n.t(
    'Refuses references in identity schemas to other files and URLs.',
  ),
  database: l10n.t('The database.'),
  'database.cleanup': l10n.t('The cleanup of expired data (kratos cleanup sql).'),
  'database.cleanup.batch_size': l10n.t('Rows that are deleted at a time.'),
  'database.cleanup.sleep': l10n.t('Pauses of the cleanup.'),
  'database.cleanup.sleep.tables': l10n.t('Pause between two tables.'),
  'database.cleanup.older_than': l10n.t('How long expired data is kept.'),
  'feature_flags.cacheable_sessions': l10n.t('Lets sessions be cached. On Ory Network only.'),
  'feature_flags.cacheable_sessions_max_age': l10n.t('How long sessions may be cached. On Ory Network only.'),
  'feature_flags.use_continue_with_transitions': l10n.t(
    'Tells browser flows in continue_with what comes next.',
  ),
  'feature_flags.choose_recovery_address': l10n.t('Lets people choose a recovery address.'),
  'feature_flags.faster_session_extend': l10n.t('Extends sessions without returning them.'),
  'feature_flags.legacy_require_verified_login_error': l10n.t(
    'Answers a login with an unverified address with a form error, as older versions do.',
  ),
  'feature_flags.legacy_continue_with_verification_ui': l10n.t(
    'Always adds the verification page to continue_with after registration, as older versions do.',
  ),
  'feature_flags.legacy_oidc_registration_node_group': l10n.t(
    'Puts the traits in the group oidc when people register with a provider, as older versions do.',
  ),
  'feature_flags.password_profile_registration_node_group': {
    description: l10n.t('Group of the traits when people register with a password.'),
    values: { default: 'default.', password: l10n.t('password, as older versions do.') },
  },
  'feature_flags.refresh_login_choose_address': l10n.t(
    'Lets people choose the address for the code when they confirm their login.',
  ),
  preview: l10n.t('Settings that may still change.'),
  'preview.default_read_consistency_level': {
    description: l10n.t('How fresh reads are.'),
    values: {
      strong: l10n.t('Always up to date.'),
      eventual: l10n.t('Possibly a few seconds old, but faster.'),
    },
  },
  'clients.smtp': l10n.t('Outgoing SMTP connections.'),
  'clients.smtp.disallow_private_ip_ranges': l10n.t('Refuses connections to private networks and loopback.'),
  'clients.web_hook': l10n.t('Requests of web hooks.'),
  'clients.web_hook.header_allowlist': l10n.t('Headers of the person’s request that web hooks are given.'),
  'clients.web_hook.header_allowlist[]': l10n.t('Name of a header.'),
  organizations: l10n.t('Deprecated: use selfservice.methods.b2b.'),
  enterprise: l10n.t('Features that need a license.'),
  'enterprise.identity_schema_fallback_url_template': l10n.t(
    'Where identity schemas are looked up that aren’t listed.',
  ),
  revision: l10n.t('A text that tells this configuration from others. /health/config shows it.'),
  dev: l10n.t('Development mode: less strict about origins and HTTPS.'),
  help: flag(l10n.t('Shows help.')),
  config: flag(l10n.t('Files that the configuration is read from.')),
  'config[]': l10n.t('Path of a file.'),
  'sqa-opt-out': flag(l10n.t('Turns off anonymous usage statistics.')),
  'watch-courier': flag(l10n.t('Sends messages from this process.')),
  'expose-metrics-port': flag(l10n.t('Port for metrics of the courier.')),
};
