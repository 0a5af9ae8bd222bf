import type { ConfigWords } from './config-words.ts';

const sampling = {
  description: 'Share of requests to trace, from 0 to 1.',
  examples: [1, 0.1],
};

/** Members that every server has in the same way. */
export const sharedWords: ConfigWords = {
  version: { description: 'Version that the file is written for.', examples: ['v26.2.0', 'v1.3.0'] },
  dsn: {
    description: 'Where the database is, with user and password.',
    examples: [
      'memory',
      'postgres://user:password@host:5432/database?sslmode=verify-full',
      'sqlite:///var/lib/ory/db.sqlite?_fk=true',
      'mysql://user:password@tcp(host:3306)/database',
      'cockroach://user:password@host:26257/database',
    ],
  },
  serve: 'Where the server listens.',
  profiling: {
    description: 'Writes a profile of the server’s own performance.',
    values: { cpu: 'Of the processor.', mem: 'Of memory.', '': 'No profile.' },
  },
  log: 'Logging.',
  'log.level': {
    description: 'How much is logged.',
    values: {
      panic: 'Next to nothing.',
      fatal: 'What ends the server.',
      error: 'Errors.',
      warn: 'Errors and warnings.',
      warning: 'Errors and warnings.',
      info: 'Also what happens.',
      debug: 'Also details.',
      trace: 'Everything.',
    },
  },
  'log.format': {
    description: 'Format of each line.',
    values: {
      json: 'JSON.',
      json_pretty: 'JSON over several lines.',
      text: 'Plain text.',
      gelf: 'GELF, for Graylog.',
    },
  },
  'log.leak_sensitive_values':
    'Logs secrets and personal data in clear text. Never turn this on in production.',
  'log.redaction_text': 'Text that replaces sensitive values in the log.',
  'log.additional_redacted_headers': 'Further HTTP headers whose values are replaced in the log.',
  'log.additional_redacted_headers[]': 'Name of a header.',
  tracing: 'Distributed tracing.',
  'tracing.provider': {
    description: 'Where traces are sent.',
    values: {
      otel: 'OpenTelemetry (OTLP).',
      jaeger: 'Jaeger.',
      zipkin: 'Zipkin.',
      datadog: 'Datadog. Older servers only.',
      'elastic-apm': 'Elastic APM. Older servers only.',
      instana: 'Instana. Older servers only.',
    },
  },
  'tracing.service_name': 'Name of the service in traces.',
  'tracing.deployment_environment': {
    description: 'Name of the environment in traces.',
    examples: ['production', 'staging'],
  },
  'tracing.providers': 'How each provider is reached.',
  'tracing.providers.jaeger': 'Jaeger.',
  'tracing.providers.jaeger.local_agent_address': {
    description: 'Host and port of the Jaeger agent.',
    examples: ['127.0.0.1:6831'],
  },
  'tracing.providers.jaeger.propagation': 'Format of the trace context in HTTP headers.',
  'tracing.providers.jaeger.max_tag_value_length': 'Longest value of a tag, in bytes.',
  'tracing.providers.zipkin': 'Zipkin.',
  'tracing.providers.zipkin.server_url': {
    description: 'URL that spans are posted to.',
    examples: ['http://localhost:9411/api/v2/spans'],
  },
  'tracing.providers.otlp': 'OpenTelemetry (OTLP over HTTP).',
  'tracing.providers.otlp.server_url': {
    description: 'Host and port of the collector, without a scheme.',
    examples: ['localhost:4318', 'otelcollector:4318'],
  },
  'tracing.providers.otlp.insecure': 'Uses plain HTTP instead of HTTPS.',
  'tracing.providers.otlp.authorization_header': 'Value of the Authorization header.',
  'tracing.providers.*.sampling': 'Which requests are traced.',
  'tracing.providers.*.sampling.sampling_ratio': sampling,
  'tracing.providers.*.sampling.trace_id_ratio': sampling,
  'tracing.providers.*.sampling.server_url': {
    description: 'URL of the server that decides what is traced.',
    examples: ['http://localhost:5778/sampling'],
  },
  'tracing.providers.*.sampling.type': {
    description: 'Kind of sampler.',
    values: {
      const: 'All requests or none.',
      rateLimiting: 'So many requests per second.',
      probabilistic: 'A share of requests.',
    },
  },
  'tracing.providers.*.sampling.value': 'Setting of the sampler: 0 or 1, a rate, or a share.',
  clients: 'Outgoing connections of the server.',
  'clients.http': 'Outgoing HTTP requests.',
  'clients.http.disallow_private_ip_ranges':
    'Refuses requests to private networks and loopback. Protects against server-side request forgery.',
  'clients.http.private_ip_exception_urls': 'URLs in private networks that are allowed all the same.',
  'clients.http.private_ip_exception_urls[]': 'Exact URL.',
  secrets:
    'Secrets of the server. In each list the first signs and encrypts; all of them verify and decrypt.',
  'secrets.*': 'Secrets for {1}.',
  'secrets.*[]': 'A secret.',
  'secrets.cookie': 'Secrets that sign cookies.',
  'secrets.pagination': 'Secrets that encrypt page tokens.',
  feature_flags: 'Behavior that can be switched on or off.',
  'feature_flags.legacy_allow_insecure_origins':
    'Allows wildcards of any breadth in origins and return URLs. Insecure; older projects of Ory Network only.',

  'tls:': 'Certificate and key for HTTPS.',
  'tls:enabled': 'Serves HTTPS.',
  'tls:key': 'Private key.',
  'tls:key.path': 'Path of the PEM file.',
  'tls:key.base64': 'The PEM file, encoded as base64.',
  'tls:cert': 'Certificate.',
  'tls:cert.path': 'Path of the PEM file.',
  'tls:cert.base64': 'The PEM file, encoded as base64.',
  'tls:allow_termination_from':
    'Networks whose proxies may terminate TLS: their X-Forwarded-Proto header is trusted.',
  'tls:allow_termination_from[]': { description: 'Network in CIDR notation.', examples: ['10.0.0.0/8'] },
  'socket:owner': 'Owner of the Unix socket.',
  'socket:group': 'Group of the Unix socket.',
  'socket:mode': {
    description: 'Permissions of the Unix socket, such as 0755; 493 is the same as a decimal number.',
    examples: [493, 504],
  },
  'cors:enabled': 'Allows pages of other origins to call this port.',
  'cors:allowed_origins': 'Origins that may call. * stands for any part.',
  'cors:allowed_origins[]': { description: 'Origin.', examples: ['https://app.example.com', '*'] },
  'cors:allowed_methods': 'HTTP methods that may be used.',
  'cors:allowed_methods[]': 'HTTP method.',
  'cors:allowed_headers': 'Headers that requests may have.',
  'cors:allowed_headers[]': { description: 'Name of a header.', examples: ['Authorization', 'Content-Type'] },
  'cors:exposed_headers': 'Headers of the response that pages may read.',
  'cors:exposed_headers[]': 'Name of a header.',
  'cors:allow_credentials': 'Allows cookies and credentials to be sent along.',
  'cors:options_passthrough': 'Passes preflight requests on to the server.',
  'cors:max_age': 'How long browsers cache the answer to a preflight request, in seconds.',
  'cors:debug': 'Logs every decision.',
};

/** Words of a port that a server listens on. @param at path of its section */
export const portWords = (at: string, what: string): ConfigWords => ({
  [at]: `The ${what} port.`,
  [`${at}.host`]: {
    description: 'Address to listen on. unix:/path listens on a socket.',
    examples: ['0.0.0.0', '127.0.0.1'],
  },
  [`${at}.port`]: 'Port to listen on.',
  [`${at}.cors`]: `Which origins may call the ${what} port from a browser.`,
  [`${at}.tls`]: 'Certificate and key for HTTPS.',
  [`${at}.socket`]: 'Permissions of the Unix socket.',
  [`${at}.request_log`]: 'Log of requests.',
  [`${at}.request_log.disable_for_health`]: 'Leaves out requests to /health.',
  [`${at}.base_url`]: {
    description: `URL that the ${what} port is reached at.`,
    examples: ['https://auth.example.com/'],
  },
  [`${at}.write_listen_file`]: {
    description: 'File that the server writes the address it listens on to.',
    examples: ['file:///run/keto/address'],
  },
});
