import type { JsonSchema } from '../json-schema.ts';
import { duration } from '../words/parts.ts';

/** A section. What it holds beyond these members is not marked: servers know more than we do. */
export const section = (
  description: string,
  properties: Readonly<Record<string, JsonSchema>>,
  more: JsonSchema = {},
): JsonSchema => ({ type: 'object', description, properties, ...more });

export const text = (description: string, more: JsonSchema = {}): JsonSchema => ({
  type: 'string',
  description,
  ...more,
});
export const flag = (description: string, value?: boolean): JsonSchema => ({
  type: 'boolean',
  description,
  ...(value === undefined ? {} : { default: value }),
});
export const whole = (description: string, more: JsonSchema = {}): JsonSchema => ({
  type: 'integer',
  description,
  ...more,
});
export const list = (description: string, items: JsonSchema): JsonSchema => ({
  type: 'array',
  description,
  items,
});
export const choice = (
  description: string,
  values: Readonly<Record<string, string>>,
  value?: string,
): JsonSchema => ({
  description,
  enum: Object.keys(values),
  enumDescriptions: Object.values(values),
  ...(value === undefined ? {} : { default: value }),
});
export const span = (description: string, value: string): JsonSchema => ({
  type: 'string',
  default: value,
  ...duration(description),
});

/** Secrets are at least so long; a masked one passes. */
export const secrets = (description: string, length: number): JsonSchema =>
  list(`${description} The first signs and encrypts, all of them check and decrypt.`, {
    type: 'string',
    pattern: `^(•+|.{${length}${length === 32 ? '' : ','}})$`,
    errorMessage: `A secret here has ${length === 32 ? 'exactly' : 'at least'} ${length} characters.`,
  });

export const cors = (who: string): JsonSchema =>
  section(`Which pages of other origins may call ${who}.`, {
    enabled: flag('Whether other origins may call at all.', false),
    allowed_origins: list('The origins; * stands for any part.', {
      type: 'string',
      examples: ['https://app.example.com'],
    }),
    allowed_methods: list('HTTP methods that are allowed.', {
      enum: ['GET', 'POST', 'PUT', 'PATCH', 'DELETE', 'HEAD', 'OPTIONS', 'CONNECT', 'TRACE'],
    }),
    allowed_headers: list('Headers that requests may have.', { type: 'string' }),
    exposed_headers: list('Headers that pages may read in answers.', { type: 'string' }),
    allow_credentials: flag('Whether cookies are sent along.', true),
    options_passthrough: flag('Whether the request that asks beforehand is passed on.', false),
    max_age: whole('For how many seconds a browser remembers the answer.', { minimum: 0 }),
    debug: flag('Whether each decision is logged.', false),
  });

const source = (what: string): JsonSchema =>
  section(what, {
    path: text('Path of the PEM file.'),
    base64: text('The PEM file as base64.'),
  });
export const tls = section('Certificate for HTTPS.', {
  enabled: flag('Whether HTTPS is spoken.', false),
  key: source('The private key.'),
  cert: source('The certificate.'),
});

/** A port that a server listens on. */
export const port = (
  who: string,
  value: number,
  more: Readonly<Record<string, JsonSchema>> = {},
): JsonSchema =>
  section(`The ${who} port.`, {
    host: text('Address to listen on; unix:/path listens on a socket.', { default: '0.0.0.0' }),
    port: whole('Port to listen on.', { default: value, minimum: 0, maximum: 65_535 }),
    tls,
    request_log: section('The log of requests.', {
      disable_for_health: flag('Whether requests to /health are left out.', false),
    }),
    socket: section('Who may use the socket.', {
      owner: text('Owner of the socket.'),
      group: text('Group of the socket.'),
      mode: whole('Mode of the socket, in decimal.', { minimum: 0, maximum: 511 }),
    }),
    ...more,
  });

export const log = section('Logging.', {
  level: choice(
    'How much is logged.',
    {
      panic: 'Nearly nothing.',
      fatal: 'What ends the server.',
      error: 'Errors.',
      warning: 'Errors and warnings.',
      warn: 'Errors and warnings.',
      info: 'And what happens.',
      debug: 'And details.',
      trace: 'Everything.',
    },
    'info',
  ),
  format: choice('Form of each line.', {
    json: 'JSON, for machines.',
    json_pretty: 'JSON over several lines.',
    text: 'Text, for people.',
    gelf: 'GELF.',
  }),
  leak_sensitive_values: flag(
    'Whether secrets and personal data are logged in clear: never in production.',
    false,
  ),
  redaction_text: text('What stands in place of sensitive values.'),
});

export const tracing = section('Distributed tracing.', {
  provider: choice('Where traces go.', {
    otel: 'OpenTelemetry.',
    jaeger: 'Jaeger.',
    zipkin: 'Zipkin.',
    datadog: 'Datadog; older servers only.',
    'elastic-apm': 'Elastic APM; older servers only.',
    instana: 'Instana; older servers only.',
    '': 'Nowhere.',
  }),
  service_name: text('Name of the service in traces.'),
  deployment_environment: text('Name of the environment in traces.'),
  providers: section('How each provider is reached.', {}),
});

/** HTTP clients of the server. */
export const httpClients = section('Requests that the server makes.', {
  disallow_private_ip_ranges: flag('Whether requests to private networks are refused.', false),
  private_ip_exception_urls: list('Addresses that are allowed all the same.', { type: 'string' }),
});

export const version = text('Version that the file was written for.', { examples: ['v26.2.0', 'v1.3.0'] });

export const dsn = text('Where the database is, with user and password.', {
  examples: [
    'memory',
    'postgres://user:password@host:5432/database?sslmode=verify-full',
    'sqlite:///var/lib/ory/db.sqlite?_fk=true',
    'mysql://user:password@tcp(host:3306)/database',
    'cockroach://user:password@host:26257/database',
  ],
});

/** The API key or basic authentication that a webhook sends. */
export const webhookAuth: JsonSchema = {
  description: 'How the request shows who sends it.',
  type: 'object',
  properties: {
    type: choice('Kind of credential.', {
      api_key: 'A key in a header or a cookie.',
      basic_auth: 'User and password.',
    }),
    config: { type: 'object', description: 'The credential.' },
  },
  required: ['type', 'config'],
  allOf: [
    {
      if: { required: ['type'], properties: { type: { const: 'api_key' } } },
      then: {
        properties: {
          config: {
            properties: {
              name: text('Name of the header or cookie.', { examples: ['Authorization', 'X-API-Key'] }),
              value: text('The key.'),
              in: choice('Where it is sent.', { header: 'In a header.', cookie: 'In a cookie.' }),
            },
            required: ['name', 'value', 'in'],
          },
        },
      },
    },
    {
      if: { required: ['type'], properties: { type: { const: 'basic_auth' } } },
      then: {
        properties: {
          config: {
            properties: { user: text('The user.'), password: text('The password.') },
            required: ['user', 'password'],
          },
        },
      },
    },
  ],
  defaultSnippets: [
    { label: 'api_key', body: { type: 'api_key', config: { name: '$1', value: '$2', in: 'header' } } },
    { label: 'basic_auth', body: { type: 'basic_auth', config: { user: '$1', password: '$2' } } },
  ],
};

/** The request of a webhook. */
export const request = (description: string): JsonSchema =>
  section(description, {
    url: text('Where it is sent.', { examples: ['https://api.example.com/hooks/ory'] }),
    method: text('HTTP method.', { examples: ['POST', 'PUT', 'PATCH', 'GET', 'DELETE'] }),
    headers: { type: 'object', description: 'Headers to send.', additionalProperties: { type: 'string' } },
    body: text('The Jsonnet that makes the body: file://, http(s):// or base64://.', {
      examples: ['file:///etc/config/kratos/body.jsonnet', 'base64://…'],
    }),
    auth: webhookAuth,
  });
