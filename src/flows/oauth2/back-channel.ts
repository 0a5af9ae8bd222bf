import * as l10n from '@vscode/l10n';
import type { EndpointSource } from '../../ory/client.ts';
import { type Clean, readErrorBody } from '../../ory/error-body.ts';
import { OryError } from '../../ory/errors.ts';
import type { HttpResponse } from '../../ory/http/transport.ts';
import { getOidcUserInfo } from '../../ory/operations/authorization.ts';
import { oAuth2DeviceFlow } from '../../ory/operations/device.ts';
import { discoverJsonWebKeys } from '../../ory/operations/discovery.ts';
import type { Operation } from '../../ory/operations/operation.ts';
import { oauth2TokenExchange, revokeOAuth2Token } from '../../ory/operations/tokens.ts';
import { learnAuthorization } from '../../ory/secrets/learn.ts';
import { redactBody } from '../../ory/secrets/redact-body.ts';
import { REDACTED, type Redactor } from '../../ory/secrets/redactor.ts';
import { isSecretName } from '../../ory/secrets/secret-names.ts';
import { SHOWN } from '../../ory/shorten.ts';
import type { Trace } from './trace.ts';
import { wordsOfError } from '../../ory/words-of-error.ts';

const OPERATIONS: readonly Operation[] = [
  oauth2TokenExchange,
  revokeOAuth2Token,
  oAuth2DeviceFlow,
  getOidcUserInfo,
  discoverJsonWebKeys,
];

const FOR_PEOPLE = new Set(['/user_code', '/verification_uri_complete']);
const TIMEOUT_MS = 30_000;

/** What the library hands to a `fetch` of one's own. */
interface Sent {
  readonly method: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: unknown;
  readonly signal?: AbortSignal | undefined;
}

export interface BackChannelOptions {
  readonly endpoints: EndpointSource;
  readonly redactor: Redactor;
  readonly trace: Trace;
  /** Cancels whatever is under way. */
  readonly signal?: AbortSignal | undefined;
  /** Hears of each request of the catalogue that was answered. */
  readonly onSent?: ((operation: Operation, status: number) => void) | undefined;
}

/**
 * The `fetch` by which the OAuth 2.0 library speaks to the connection's Hydra: through the connection's transport, so
 * that its certificates, sockets and proxies apply, and with everything recorded, secrets cut out. It goes nowhere but
 * to the connection's own address.
 */
export class BackChannel {
  constructor(private readonly options: BackChannelOptions) {}

  readonly fetch = async (url: string, sent: Sent): Promise<Response> => {
    const { endpoints, signal } = this.options;
    const endpoint = await endpoints('hydra-public', 'none');
    if (url !== endpoint.baseUrl && !url.startsWith(`${endpoint.baseUrl}/`))
      throw new OryError('refused', l10n.t('{0} is not the connection’s address.', new URL(url).origin));
    const path = url.slice(endpoint.baseUrl.length);
    const operation = OPERATIONS.find((one) => one.method === sent.method && one.path === path.split('?')[0]);
    const body = bodyText(sent.body);
    // Whatever comes back may hold what is sent.
    for (const header of [endpoint.authorization, authorizationOf(sent)])
      learnAuthorization(this.options.redactor, header);
    this.learnFrom(operation, body);
    const started = performance.now();
    const signals = [signal, sent.signal].filter((one) => one !== undefined);
    let answer: HttpResponse;
    try {
      answer = await endpoint.transport.send({
        method: sent.method,
        url,
        headers: {
          ...(endpoint.authorization ? { authorization: endpoint.authorization } : {}),
          ...sent.headers,
        },
        timeoutMs: TIMEOUT_MS,
        ...(body === undefined ? {} : { body }),
        ...(signals.length > 0 ? { signal: AbortSignal.any(signals) } : {}),
      });
    } catch (error) {
      this.record(url, sent, operation, body, performance.now() - started, undefined, error);
      throw error;
    }
    this.learnAnswer(operation, answer.text);
    this.record(url, sent, operation, body, performance.now() - started, answer);
    if (operation) this.options.onSent?.(operation, answer.status);
    if (answer.status >= 500) {
      throw serverFailure(answer, new URL(url).origin, (said) =>
        this.options.redactor.beginning(said, SHOWN),
      );
    }
    return responseOf(answer);
  };

  private learnFrom(operation: Operation | undefined, body: string | undefined): void {
    if (!operation?.body?.fields || !body) return;
    for (const [name, value] of new URLSearchParams(body))
      if (operation.body.fields[name]?.secret) this.options.redactor.learn(value);
  }

  /** Tokens are known to the redactor before anybody else has them. */
  private learnAnswer(operation: Operation | undefined, text: string): void {
    let answer: unknown;
    try {
      answer = JSON.parse(text);
    } catch {
      return;
    }
    if (typeof answer !== 'object' || answer === null) return;
    for (const pointer of operation?.answer.secrets ?? []) {
      const value = (answer as Record<string, unknown>)[pointer.slice(1)];
      // A user code, and the address with it, is for people to read.
      if (typeof value === 'string' && !FOR_PEOPLE.has(pointer)) this.options.redactor.learn(value);
    }
  }

  private record(
    url: string,
    sent: Sent,
    operation: Operation | undefined,
    body: string | undefined,
    ms: number,
    answer: HttpResponse | undefined,
    error?: unknown,
  ): void {
    const { redactor, trace } = this.options;
    trace.record({
      method: sent.method,
      url: redactor.path(operation, url),
      requestHeaders: headerRows(sent.headers, redactor),
      ...(body === undefined ? {} : { requestBody: formText(body, operation, redactor) }),
      ...(answer
        ? {
            status: answer.status,
            answerBody: redactBody(redactor, operation?.answer.secrets ?? [], answer.text),
          }
        : { failure: redactor.text(wordsOfError(error)) }),
      answerHeaders: headerRows(answer?.headers ?? {}, redactor),
      ms,
    });
  }
}

const headerRows = (headers: Readonly<Record<string, string>>, redactor: Redactor) =>
  Object.entries(headers).map(
    ([name, value]) => [name, isSecretName(name) ? hidden(value) : redactor.text(value)] as const,
  );

const authorizationOf = ({ headers }: Sent): string | undefined =>
  Object.entries(headers).find(([name]) => name.toLowerCase() === 'authorization')?.[1];

/** The scheme tells how a client showed itself; what follows it is secret. */
const hidden = (value: string): string => {
  const [scheme] = /^(?:Basic|Bearer)(?= )/i.exec(value) ?? [];
  return scheme ? `${scheme} ${REDACTED}` : REDACTED;
};

/** A form, one field a line, with its secret fields cut out. */
function formText(body: string, operation: Operation | undefined, redactor: Redactor): string {
  return [...new URLSearchParams(body)]
    .map(([name, value]) =>
      operation?.body?.fields?.[name]?.secret ? `${name}=${REDACTED}` : `${name}=${redactor.text(value)}`,
    )
    .join('\n');
}

function bodyText(body: unknown): string | undefined {
  if (body === undefined || body === null) return undefined;
  if (typeof body === 'string') return body;
  if (body instanceof URLSearchParams) return body.toString();
  throw new TypeError(l10n.t('Only text and forms are sent.'));
}

/** What the library would only call unexpected. */
function serverFailure({ status, text }: HttpResponse, origin: string, clean: Clean): OryError {
  const body = readErrorBody(text, clean);
  const reason = body.reason?.replace(/\.$/, '') ?? l10n.t('{0} answered {1}', origin, status);
  return new OryError('refused', `${reason} (${status})`, { ...body, origin, status, body: text });
}

/** A status without a body must not be given one. */
const responseOf = ({ status, headers, text }: HttpResponse): Response =>
  new Response([101, 204, 205, 304].includes(status) ? null : text, { status, headers: { ...headers } });
