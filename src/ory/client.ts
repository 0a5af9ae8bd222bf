import { orUncertain } from './uncertain.ts';
import { factsOf, failureOf, isFailed } from './answer-failure.ts';
import { OryError } from './errors.ts';
import { RateLimits } from './http/rate-limit.ts';
import { DEFAULT_RETRY, type Pause, type RetryPolicy, sendWithRetry, sleep } from './http/retry.ts';
import type { HttpResponse, Transport } from './http/transport.ts';
import type { JsonNode } from './json/tree.ts';
import type {
  AnswerOf,
  BodyOf,
  Credential,
  Operation,
  ParametersOf,
  Service,
} from './operations/operation.ts';
import { ParsedReply, type Reply } from './reply.ts';
import { prepareRequest } from './request.ts';
import { learnAuthorization, learnRequest } from './secrets/learn.ts';
import { Redactor } from './secrets/redactor.ts';

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

/** One exchange, for the log: nothing in it is secret once it went through the redactor. */
export interface Exchange {
  readonly operation: Operation;
  readonly path: string;
  readonly status: number | undefined;
  readonly ms: number;
  readonly requestId: string | undefined;
  readonly failure: OryError | undefined;
  /** The body of an answer that refused, as it came: the log has the whole of what people are shown the beginning of. */
  readonly refusal?: string;
}

/** A request that changes something. */
export interface Write {
  readonly operation: Operation;
  /** Parameters by their names. */
  readonly values: Readonly<Record<string, unknown>>;
  readonly client: OryClient;
}

/** Stands around every request that changes something: may refuse it, and sees what came of it. */
export type Watch = <R extends Reply<unknown>>(
  write: Write,
  call: CallOptions,
  send: () => Promise<R>,
) => Promise<R>;

/** What the caller of a write says of it to whoever stands around it. */
export interface WriteNotes {
  /** The caller keeps versions by itself, or wants none: nothing is read before or after. */
  readonly unkept?: boolean;
  /** The server's copy, where the caller has just read it. */
  readonly before?: JsonNode;
  /** The caller's last write to the same resource and this one are taken back together. */
  readonly joins?: boolean;
  /** Id of the resource, gone by now, whose place in lists a new one takes. */
  readonly inPlaceOf?: string;
  /**
   * Hears of the write in place of everybody: a batch is announced once.
   * @param isSure false where nobody knows whether it was carried out
   */
  readonly collect?: (write: Write, answer: string | undefined, isSure: boolean) => void;
}

export interface ClientOptions {
  readonly endpoints: EndpointSource;
  /** Learns what is secret in a request before it is sent; what servers say of it passes it before anybody sees it. */
  readonly redactor?: Redactor;
  readonly onExchange?: (exchange: Exchange) => void;
  readonly onPause?: (pause: Pause, operation: Operation) => void;
  readonly watch?: Watch;
  readonly retry?: RetryPolicy;
  /** Milliseconds for one exchange. */
  readonly timeoutMs?: number;
}

export type { Reply } from './reply.ts';

export interface CallOptions {
  readonly signal?: AbortSignal | undefined;
  readonly onPause?: ((pause: Pause) => void) | undefined;
  readonly write?: WriteNotes | undefined;
}

/** The parameters of an operation, with its body where it has one. */
export type InputOf<O> = ParametersOf<O> &
  (undefined extends BodyOf<O> ? { readonly body?: undefined } : { readonly body: BodyOf<O> });

/** Calls the operations of the catalogue: typed, retried where safe, with one type of error. */
export class OryClient {
  private readonly limits = new RateLimits();
  private readonly redactor: Redactor;

  constructor(private readonly options: ClientOptions) {
    this.redactor = options.redactor ?? new Redactor();
  }

  /** @throws {OryError} for everything but a 2xx answer that can be read */
  async call<O extends Operation>(
    operation: O,
    input: InputOf<O>,
    call: CallOptions = {},
  ): Promise<Reply<AnswerOf<O>>> {
    const declared: Operation = operation;
    const { body, ...parameters } = input as Record<string, unknown>;
    learnRequest(this.redactor, declared, parameters, body);
    const prepared = prepareRequest(declared, parameters, body);
    const send = async () => {
      const endpoint = await this.options.endpoints(declared.service, declared.credential);
      learnAuthorization(this.redactor, endpoint.authorization);
      const answer = await this.send(declared, prepared, endpoint, call);
      const facts = factsOf(declared, endpoint, answer, this.redactor);
      return new ParsedReply<AnswerOf<O>>(answer, facts, this.redactor, declared);
    };
    const { watch } = this.options;
    if (!watch || declared.effect === 'read') return send();
    return watch({ operation: declared, values: parameters, client: this }, call, send);
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
          isFailed(answer) ? answer.text : undefined,
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
      throw orUncertain(withoutSecrets(error, this.redactor), operation);
    });
    if (isFailed(answer)) throw failureOf(operation, endpoint, answer, this.redactor);
    return answer;
  }
}

/** Libraries quote what they refuse to send: a header's value, for instance. */
function withoutSecrets(error: unknown, redactor: Redactor): unknown {
  if (!(error instanceof OryError)) return error;
  const message = redactor.text(error.message);
  return message === error.message ? error : new OryError(error.kind, message, error.facts);
}
