import { orUncertain } from './uncertain.ts';
import { type Clean, readErrorBody } from './error-body.ts';
import { isTooDeep, TOO_DEEP } from './json/depth.ts';
import { type FailureFacts, OryError } from './errors.ts';
import { RateLimits, waitAsked } from './http/rate-limit.ts';
import { DEFAULT_RETRY, type Pause, type RetryPolicy, sendWithRetry, sleep } from './http/retry.ts';
import type { HttpResponse, Transport } from './http/transport.ts';
import type {
  AnswerOf,
  BodyOf,
  Credential,
  Operation,
  ParametersOf,
  Service,
} from './operations/operation.ts';
import { prepareRequest } from './request.ts';

/** Where a service is, how to get there, and what to show at the door. */
export interface Endpoint {
  /** Base URL without a slash at its end. */
  readonly baseUrl: string;
  readonly transport: Transport;
  /** Value of the `Authorization` header. */
  readonly authorization?: string;
}

/** Finds the endpoint of a service. Fails with `no-service` or `no-credential`. */
export type EndpointSource = (service: Service, credential: Credential) => Promise<Endpoint>;

/** One exchange, for the log: nothing in it is secret once its path went through the redactor. */
export interface Exchange {
  readonly operation: Operation;
  readonly path: string;
  readonly status: number | undefined;
  readonly ms: number;
  readonly requestId: string | undefined;
  readonly failure: OryError | undefined;
  /** The body of an answer that is none of those wanted, as it came. */
  readonly refusal?: string;
}

export interface ClientOptions {
  readonly endpoints: EndpointSource;
  readonly onExchange?: (exchange: Exchange) => void;
  readonly onPause?: (pause: Pause, operation: Operation) => void;
  /** What people may see of a server's words; without it they are only shortened. */
  readonly clean?: Clean;
  readonly retry?: RetryPolicy;
  /** Milliseconds for one exchange. */
  readonly timeoutMs?: number;
}

export interface CallOptions {
  readonly signal?: AbortSignal | undefined;
  readonly onPause?: ((pause: Pause) => void) | undefined;
}

/** What came back. `data` is parsed when it is first looked at; `text` is what the server sent, digit for digit. */
export interface Reply<A> {
  readonly status: number;
  readonly headers: HttpResponse['headers'];
  /** Cookies that a browser would keep, each as the server wrote it. */
  readonly setCookie: readonly string[];
  readonly text: string;
  readonly data: A;
}

/** The parameters of an operation, with its body where it has one. */
export type InputOf<O> = ParametersOf<O> &
  (undefined extends BodyOf<O> ? { readonly body?: undefined } : { readonly body: BodyOf<O> });

/** Calls the operations of the catalogue: typed, retried where safe, with one type of error. */
export class OryClient {
  private readonly limits = new RateLimits();

  constructor(private readonly options: ClientOptions) {}

  /** @throws {OryError} for everything but a 2xx answer that can be read */
  async call<O extends Operation>(
    operation: O,
    input: InputOf<O>,
    call: CallOptions = {},
  ): Promise<Reply<AnswerOf<O>>> {
    const declared: Operation = operation;
    const { body, ...parameters } = input as Record<string, unknown>;
    const prepared = prepareRequest(declared, parameters, body);
    const endpoint = await this.options.endpoints(declared.service, declared.credential);
    const answer = await this.send(declared, prepared, endpoint, call);
    return new ParsedReply<AnswerOf<O>>(answer, this.factsOf(declared, endpoint, answer), declared);
  }

  private async send(
    operation: Operation,
    prepared: ReturnType<typeof prepareRequest>,
    endpoint: Endpoint,
    { signal, onPause }: CallOptions,
  ): Promise<HttpResponse> {
    const bucket = `${endpoint.baseUrl} ${operation.bucket ?? operation.id}`;
    const pausing = (pause: Pause) => {
      onPause?.(pause);
      this.options.onPause?.(pause, operation);
    };
    const request = {
      method: prepared.method,
      url: endpoint.baseUrl + prepared.path,
      // An operation that takes a credential of its own (a registration or access token) is called with that one.
      headers: endpoint.authorization
        ? { authorization: endpoint.authorization, ...prepared.headers }
        : prepared.headers,
      timeoutMs: this.options.timeoutMs ?? 30_000,
      ...(prepared.body === undefined ? {} : { body: prepared.body }),
      ...(signal ? { signal } : {}),
    };
    const once = async () => {
      const wait = this.limits.waitFor(bucket);
      if (wait > 0) {
        pausing({ ms: wait, reason: 'rate-limit' });
        await sleep(wait, signal);
      }
      const started = performance.now();
      const report = (
        status: number | undefined,
        requestId: string | undefined,
        failure: OryError | undefined,
        refusal?: string,
      ) =>
        this.options.onExchange?.({
          operation,
          path: prepared.path,
          ms: performance.now() - started,
          status,
          requestId,
          failure,
          ...(refusal === undefined ? {} : { refusal }),
        });
      try {
        const answer = await endpoint.transport.send(request);
        this.limits.note(bucket, answer.headers);
        report(
          answer.status,
          answer.headers['x-request-id'],
          undefined,
          failed(answer) ? answer.text : undefined,
        );
        return answer;
      } catch (error) {
        report(undefined, undefined, error instanceof OryError ? error : undefined);
        throw error;
      }
    };
    const answer = await sendWithRetry(once, {
      safe: operation.effect === 'read' && operation.method === 'GET',
      policy: this.options.retry ?? DEFAULT_RETRY,
      signal,
      onPause: pausing,
    }).catch((error: unknown) => {
      throw orUncertain(error, operation);
    });
    if (failed(answer)) throw failureOf(operation, answer, this.factsOf(operation, endpoint, answer));
    return answer;
  }

  private factsOf(operation: Operation, endpoint: Endpoint, answer: HttpResponse): FailureFacts {
    const body = failed(answer) ? readErrorBody(answer.text, this.options.clean) : {};
    const requestId = answer.headers['x-request-id'] ?? body.requestId;
    const retryAfterMs = failed(answer) ? waitAsked(answer.headers) : undefined;
    const location = answer.headers.location;
    return {
      operation: operation.id,
      service: operation.service,
      credential: operation.credential,
      effect: operation.effect,
      origin: new URL(endpoint.baseUrl).origin,
      status: answer.status,
      ...body,
      ...(failed(answer)
        ? { body: answer.text, headers: answer.headers, setCookie: answer.setCookie ?? [] }
        : {}),
      ...(requestId ? { requestId } : {}),
      ...(location ? { location } : {}),
      ...(retryAfterMs === undefined ? {} : { retryAfterMs }),
    };
  }
}

class ParsedReply<A> implements Reply<A> {
  private parsed: { readonly value: A } | undefined;

  constructor(
    private readonly answer: HttpResponse,
    private readonly facts: FailureFacts,
    private readonly operation: Operation,
  ) {}

  get status(): number {
    return this.answer.status;
  }

  get headers(): HttpResponse['headers'] {
    return this.answer.headers;
  }

  get setCookie(): readonly string[] {
    return this.answer.setCookie ?? [];
  }

  get text(): string {
    return this.answer.text;
  }

  get data(): A {
    this.parsed ??= { value: this.parse() };
    return this.parsed.value;
  }

  private parse(): A {
    if (this.operation.answer.contentType.startsWith('text/')) return this.answer.text as A;
    if (this.answer.text === '') return undefined as A;
    if (isTooDeep(this.answer.text)) {
      const { origin = 'The server', operation = '' } = this.facts;
      throw new OryError('not-ory', `The answer of ${origin} to ${operation} is ${TOO_DEEP}.`, this.facts);
    }
    try {
      return JSON.parse(this.answer.text) as A;
    } catch (cause) {
      throw new OryError('not-ory', notOry(this.facts.origin ?? 'The server', this.answer), {
        ...this.facts,
        cause,
      });
    }
  }
}

function failureOf(operation: Operation, answer: HttpResponse, facts: FailureFacts): OryError {
  const { status } = answer;
  if (status >= 300 && status < 400) {
    return new OryError(
      'redirected',
      `${operation.id} was redirected (${status}) instead of being answered.`,
      facts,
    );
  }
  const html = /^\s*</.test(answer.text) && (answer.headers['content-type'] ?? '').includes('html');
  if (html) return new OryError('not-ory', notOry(facts.origin ?? 'The server', answer), facts);
  return new OryError(
    'refused',
    `${facts.reason?.replace(/\.$/, '') ?? `The server answered ${status}`} (${status})`,
    facts,
  );
}

const failed = ({ status }: HttpResponse): boolean => status < 200 || status > 299;

function notOry(origin: string, answer: HttpResponse): string {
  const type = (answer.headers['content-type'] ?? 'no content type').split(';')[0] ?? '';
  return `${origin} answered ${type} (${answer.status}), which no Ory server does: is this the right address, or did a proxy answer?`;
}
