import type { JsonSchema } from '../json-schema.ts';
import { courier } from './kratos-courier.ts';
import { aal, flowDefinitions, flows, returnTo } from './kratos-flows.ts';
import { methods } from './kratos-methods.ts';
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
  tracing,
  version,
  whole,
} from './parts.ts';

const cookie = {
  domain: text('Domain of the cookie.'),
  path: text('Path of the cookie.', { default: '/' }),
  same_site: choice(
    'Whether it is sent from other sites.',
    {
      Strict: 'Never.',
      Lax: 'When a link is followed.',
      None: 'Always; needs HTTPS.',
    },
    'Lax',
  ),
};

const identity = section(
  'Identities and what is known of them.',
  {
    default_schema_id: text('Id of the schema of people who sign up.', { default: 'default' }),
    schemas: {
      ...list('The identity schemas.', {
        type: 'object',
        properties: {
          id: text('Id of the schema. Identities name it: never change it.', {
            examples: ['default', 'customer'],
          }),
          url: text('Where it is: file://, http(s):// or base64://.', {
            examples: ['file:///etc/config/kratos/identity.schema.json'],
            pattern: '^((file|https?|base64|preset)://.*|•+)$',
            errorMessage: 'An address that begins with file://, https://, http:// or base64://.',
          }),
          selfservice_selectable: flag('Whether people who sign up can choose it.', false),
        },
        required: ['id', 'url'],
        defaultSnippets: [{ label: 'schema', body: { id: '$1', url: 'file://$2' } }],
      }),
      minItems: 1,
    },
  },
  { required: ['schemas'] },
);

const session = section('Sessions.', {
  lifespan: span('How long a session lives.', '24h'),
  earliest_possible_extend: span('How long before its end a session can be extended.', '24h'),
  cookie: section('The cookie of a browser’s session.', {
    name: text('Name of the cookie.', { default: 'ory_kratos_session' }),
    persistent: flag('Whether it outlives the browser.', true),
    ...cookie,
  }),
  whoami: section('Asking whose session it is.', {
    required_aal: aal,
    tokenizer: section('Sessions as JWTs.', {
      templates: {
        type: 'object',
        description: 'Templates by name.',
        additionalProperties: section('A template.', {
          ttl: span('How long the JWT is good.', '1m'),
          claims_mapper_url: text('The Jsonnet that makes the claims.'),
          jwks_url: text('The key set that signs.'),
        }),
      },
    }),
  }),
});

/** The common sections of `kratos.yml`. What it does not know is not marked. */
export function kratosConfigSchema(): JsonSchema {
  const sections: Readonly<Record<string, JsonSchema>> = {
    version,
    dsn,
    dev: flag('Development mode: less strict about origins and HTTPS.', false),
    serve: section('Where the server listens.', {
      public: port('public', 4433, {
        base_url: text('Address that the public reaches it at.', { examples: ['https://auth.example.com/'] }),
        cors: cors('the public API'),
      }),
      admin: port('admin', 4434, {
        base_url: text('Address that administrators reach it at.'),
      }),
    }),
    selfservice: section(
      'What people do by themselves.',
      {
        default_browser_return_url: returnTo,
        allowed_return_urls: list('Addresses that flows may lead back to, and all below them.', {
          type: 'string',
          examples: ['https://app.example.com'],
        }),
        flows,
        methods,
      },
      { required: ['default_browser_return_url'] },
    ),
    identity,
    session,
    courier,
    secrets: section('Secrets of the server.', {
      default: secrets('For all that has none of its own.', 16),
      cookie: secrets('For cookies.', 16),
      cipher: secrets('For what is stored encrypted.', 32),
      pagination: secrets('For page tokens.', 16),
    }),
    hashers: section('How passwords are hashed.', {
      algorithm: choice('The algorithm of new hashes.', { bcrypt: 'bcrypt.', argon2: 'Argon2id.' }, 'bcrypt'),
      bcrypt: section('Settings of bcrypt.', {
        cost: whole('Each step more doubles the time.', { default: 12, minimum: 4, maximum: 31 }),
      }),
      argon2: section('Settings of Argon2id.', {
        memory: text('Memory of one hash.', { default: '128MB', examples: ['128MB'] }),
        iterations: whole('Rounds.', { default: 1, minimum: 1 }),
        parallelism: whole('Threads.', { minimum: 1 }),
        salt_length: whole('Bytes of salt.', { default: 16, minimum: 16 }),
        key_length: whole('Bytes of the hash.', { default: 32, minimum: 16 }),
        expected_duration: span('How long one hash takes.', '500ms'),
        expected_deviation: span('By how much that varies.', '500ms'),
        dedicated_memory: text('Memory that there is.', { default: '1GB' }),
      }),
    }),
    ciphers: section('How data is stored encrypted.', {
      algorithm: choice(
        'The algorithm.',
        { noop: 'None.', aes: 'AES-256-GCM.', 'xchacha20-poly1305': 'XChaCha20-Poly1305.' },
        'noop',
      ),
    }),
    cookies: section('All cookies.', cookie),
    oauth2_provider: section('Signing in for Ory Hydra.', {
      url: text('Hydra’s admin address.', { examples: ['http://127.0.0.1:4445'] }),
      headers: {
        type: 'object',
        description: 'Headers to send along.',
        additionalProperties: { type: 'string' },
      },
      override_return_to: flag(
        'Whether the person comes back to the OAuth 2.0 flow after recovery and verification.',
        false,
      ),
    }),
    security: section('Protection.', {
      account_enumeration: section('Whether strangers can find out who has an account.', {
        mitigate: flag('Whether answers hide it.', false),
      }),
      disallow_ref_in_identity_schemas: flag('Whether identity schemas may not refer to others.', false),
    }),
    feature_flags: section('Behaviour that can be switched.', {
      cacheable_sessions: flag('Whether answers about sessions may be cached.', false),
      cacheable_sessions_max_age: span('For how long.', '1m'),
      use_continue_with_transitions: flag('Whether browser flows say what comes next.', false),
      choose_recovery_address: flag('Whether people choose among their recovery addresses.', false),
      faster_session_extend: flag('Whether extending a session answers without the session.', false),
      legacy_require_verified_login_error: flag(
        'The older answer to an address that is not verified.',
        false,
      ),
      legacy_continue_with_verification_ui: flag('The older way to the verification page.', false),
      legacy_oidc_registration_node_group: flag(
        'The older group of fields in sign-up through providers.',
        false,
      ),
      password_profile_registration_node_group: choice(
        'Group of the traits’ fields in sign-up with a password.',
        { default: 'default.', password: 'password.' },
        'default',
      ),
    }),
    preview: section('What is not settled yet.', {
      default_read_consistency_level: choice(
        'How fresh reads are.',
        { strong: 'Always fresh.', eventual: 'A few seconds old, and faster.' },
        'strong',
      ),
    }),
    clients: section('Requests that the server makes.', { http: httpClients }),
    log,
    tracing,
  };
  return section('Configuration of Ory Kratos.', sections, { definitions: flowDefinitions });
}
