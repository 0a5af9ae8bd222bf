import * as l10n from '@vscode/l10n';
import type { ConfigWords } from './config-words.ts';

const sampling = {
  description: l10n.t('Share of requests to trace, from 0 to 1.'),
  examples: [1, 0.1],
};

/** Members that every server has in the same way. */
export const sharedWords: ConfigWords = {
  version: { description: l10n.t('Version that the file is written for.'), examples: ['v26.2.0', 'v1.3.0'] },
  dsn: {
    description: l10n.t('Where the database is, with user and password.'),
    examples: [
      'memory',
      'postgres://user:password@host:5432/database?sslmode=verify-full',
      'sqlite:///var/lib/ory/db.sqlite?_fk=true',
      'mysql://user:password@tcp(host:3306)/database',
      'cockroach://user:password@host:26257/database',
    ],
  },
  serve: l10n.t('Where the server listens.'),
  profiling: {
    description: l10n.t('Writes a profile of the server’s own performance.'),
    values: { cpu: l10n.t('Of the processor.'), mem: l10n.t('Of memory.'), '': l10n.t('No profile.') },
  },
  log: 'Logging.',
  'log.level': {
    description: l10n.t('How much is logged.'),
    values: {
      panic: l10n.t('Next to nothing.'),
      fatal: l10n.t('What ends the server.'),
      error: 'Errors.',
      warn: l10n.t('Errors and warnings.'),
      warning: l10n.t('Errors and warnings.'),
      info: l10n.t('Also what happens.'),
      debug: l10n.t('Also details.'),
      trace: 'Everything.',
    },
  },
  'log.format': {
    description: l10n.t('Format of each line.'),
    values: {
      json: 'JSON.',
      json_pretty: l10n.t('JSON over several lines.'),
      text: l10n.t('Plain text.'),
      gelf: l10n.t('GELF, for Graylog.'),
    },
  },
  'log.leak_sensitive_values': l10n.t(
    'Logs secrets and personal data in clear text. Never turn this on in production.',
  ),
  'log.redaction_text': l10n.t('Text that replaces sensitive values in the log.'),
  'log.additional_redacted_headers': l10n.t('Further HTTP headers whose values are replaced in the log.'),
  'log.additional_redacted_headers[]': l10n.t('Name of a header.'),
  tracing: l10n.t('Distributed tracing.'),
  'tracing.provider': {
    description: l10n.t('Where traces are sent.'),
    values: {
      otel: l10n.t('OpenTelemetry (OTLP).'),
      jaeger: 'Jaeger.',
      zipkin: 'Zipkin.',
      datadog: l10n.t('Datadog. Older servers only.'),
      'elastic-apm': l10n.t('Elastic APM. Older servers only.'),
      instana: l10n.t('Instana. Older servers only.'),
    },
  },
  'tracing.service_name': l10n.t('Name of the service in traces.'),
  'tracing.deployment_environment': {
    description: l10n.t('Name of the environment in traces.'),
    examples: ['production', 'staging'],
  },
  'tracing.providers': l10n.t('How each provider is reached.'),
  'tracing.providers.jaeger': 'Jaeger.',
  'tracing.providers.jaeger.local_agent_address': {
    description: l10n.t('Host and port of the Jaeger agent.'),
    examples: ['127.0.0.1:6831'],
  },
  'tracing.providers.jaeger.propagation': l10n.t('Format of the trace context in HTTP headers.'),
  'tracing.providers.jaeger.max_tag_value_length': l10n.t('Longest value of a tag, in bytes.'),
  'tracing.providers.zipkin': 'Zipkin.',
  'tracing.providers.zipkin.server_url': {
    description: l10n.t('URL that spans are posted to.'),
    examples: ['http://localhost:9411/api/v2/spans'],
  },
  'tracing.providers.otlp': l10n.t('OpenTelemetry (OTLP over HTTP).'),
  'tracing.providers.otlp.server_url': {
    description: l10n.t('Host and port of the collector, without a scheme.'),
    examples: ['localhost:4318', 'otelcollector:4318'],
  },
  'tracing.providers.otlp.insecure': l10n.t('Uses plain HTTP instead of HTTPS.'),
  'tracing.providers.otlp.authorization_header': l10n.t('Value of the Authorization header.'),
  'tracing.providers.*.sampling': l10n.t('Which requests are traced.'),
  'tracing.providers.*.sampling.sampling_ratio': sampling,
  'tracing.providers.*.sampling.trace_id_ratio': sampling,
  'tracing.providers.*.sampling.server_url': {
    description: l10n.t('URL of the server that decides what is traced.'),
    examples: ['http://localhost:5778/sampling'],
  },
  'tracing.providers.*.sampling.type': {
    description: l10n.t('Kind of sampler.'),
    values: {
      const: l10n.t('All requests or none.'),
      rateLimiting: l10n.t('So many requests per second.'),
      probabilistic: l10n.t('A share of requests.'),
    },
  },
  'tracing.providers.*.sampling.value': l10n.t('Setting of the sampler: 0 or 1, a rate, or a share.'),
  clients: l10n.t('Outgoing connections of the server.'),
  'clients.http': l10n.t('Outgoing HTTP requests.'),
  'clients.http.disallow_private_ip_ranges': l10n.t(
    'Refuses requests to private networks and loopback. Protects against server-side request forgery.',
  ),
  'clients.http.private_ip_exception_urls': l10n.t('URLs in private networks that are allowed all the same.'),
  'clients.http.private_ip_exception_urls[]': l10n.t('Exact URL.'),
  secrets: l10n.t(
    'Secrets of the server. In each list the first signs and encrypts; all of them verify and decrypt.',
  ),
  'secrets.*': l10n.t('Secrets for {1}.'),
  'secrets.*[]': 'A secret.',
  'secrets.cookie': l10n.t('Secrets that sign cookies.'),
  'secrets.pagination': l10n.t('Secrets that encrypt page tokens.'),
  feature_flags: l10n.t('Behavior that can be switched on or off.'),
  'feature_flags.legacy_allow_insecure_origins': l10n.t(
    'Allows wildcards of any breadth in origins and return URLs. Insecure; older projects of Ory Network only.',
  ),

  'tls:': l10n.t('Certificate and key for HTTPS.'),
  'tls:enabled': l10n.t('Serves HTTPS.'),
  'tls:key': l10n.t('Private key.'),
  'tls:key.path': l10n.t('Path of the PEM file.'),
  'tls:key.base64': l10n.t('The PEM file, encoded as base64.'),
  'tls:cert': 'Certificate.',
  'tls:cert.path': l10n.t('Path of the PEM file.'),
  'tls:cert.base64': l10n.t('The PEM file, encoded as base64.'),
  'tls:allow_termination_from': l10n.t(
    'Networks whose proxies may terminate TLS: their X-Forwarded-Proto header is trusted.',
  ),
  'tls:allow_termination_from[]': {
    description: l10n.t('Network in CIDR notation.'),
    examples: ['10.0.0.0/8'],
  },
  'socket:owner': l10n.t('Owner of the Unix socket.'),
  'socket:group': l10n.t('Group of the Unix socket.'),
  'socket:mode': {
    description: l10n.t('Permissions of the Unix socket, such as 0755; 493 is the same as a decimal number.'),
    examples: [493, 504],
  },
  'cors:enabled': l10n.t('Allows pages of other origins to call this port.'),
  'cors:allowed_origins': l10n.t('Origins that may call. * stands for any part.'),
  'cors:allowed_origins[]': { description: l10n.t('Origin.'), examples: ['https://app.example.com', '*'] },
  'cors:allowed_methods': l10n.t('HTTP methods that may be used.'),
  'cors:allowed_methods[]': l10n.t('HTTP method.'),
  'cors:allowed_headers': l10n.t('Headers that requests may have.'),
  'cors:allowed_headers[]': {
    description: l10n.t('Name of a header.'),
    examples: ['Authorization', 'Content-Type'],
  },
  'cors:exposed_headers': l10n.t('Headers of the response that pages may read.'),
  'cors:exposed_headers[]': l10n.t('Name of a header.'),
  'cors:allow_credentials': l10n.t('Allows cookies and credentials to be sent along.'),
  'cors:options_passthrough': l10n.t('Passes preflight requests on to the server.'),
  'cors:max_age': l10n.t('How long browsers cache the answer to a preflight request, in seconds.'),
  'cors:debug': l10n.t('Logs every decision.'),
};

/** Words of a port that a server listens on. @param at path of its section */
export const portWords = (at: string, what: string): ConfigWords => ({
  [at]: l10n.t('The {0} port.', what),
  [`${at}.host`]: {
    description: l10n.t('Address to listen on. unix:/path listens on a socket.'),
    examples: ['0.0.0.0', '127.0.0.1'],
  },
  [`${at}.port`]: l10n.t('Port to listen on.'),
  [`${at}.cors`]: l10n.t('Which origins may call the {0} port from a browser.', what),
  [`${at}.tls`]: l10n.t('Certificate and key for HTTPS.'),
  [`${at}.socket`]: l10n.t('Permissions of the Unix socket.'),
  [`${at}.request_log`]: l10n.t('Log of requests.'),
  [`${at}.request_log.disable_for_health`]: l10n.t('Leaves out requests to /health.'),
  [`${at}.base_url`]: {
    description: l10n.t('URL that the {0} port is reached at.', what),
    examples: ['https://auth.example.com/'],
  },
  [`${at}.write_listen_file`]: {
    description: l10n.t('File that the server writes the address it listens on to.'),
    examples: ['file:///run/keto/address'],
  },
});
