import type { Credential, Effect, Service } from './operations/operation.ts';

/** Why a call did not succeed. */
export type FailureKind =
  | 'refused' // the server answered with an error status
  | 'redirected' // a 3xx, which is never followed: usually the public port was given as the admin port
  | 'not-ory' // an answer that no Ory server gives: HTML, a proxy's page, broken JSON
  | 'unreachable' // no connection: wrong address, nothing listens, DNS, TLS
  | 'interrupted' // the connection broke on the way
  | 'timeout'
  | 'cancelled'
  | 'too-large'
  | 'no-service' // the connection has no address for the service
  | 'no-credential'; // a credential is needed and none is stored

/** `FailureFacts.code` where a proxy asks for a credential, or for another one (407). */
export const PROXY_AUTHENTICATION = 'PROXY_AUTHENTICATION';

/** What is known of a failure; everything but `kind` and `message` may be missing. */
export interface FailureFacts {
  readonly operation?: string;
  readonly service?: Service;
  /** What the operation is called with, where it got as far as a server. */
  readonly credential?: Credential;
  readonly effect?: Effect;
  /** Origin of the server, without path and query. */
  readonly origin?: string;
  readonly status?: number;
  /** The server's own words on what is wrong, the most specific first. */
  readonly reason?: string;
  /** The id by which the server knows the error, for instance `security_csrf_violation`. */
  readonly errorId?: string;
  /** The server's id of the request, for its own logs. */
  readonly requestId?: string;
  /** The body as it was received. */
  readonly body?: string;
  readonly headers?: Readonly<Record<string, string>>;
  /** Cookies that came with the failure: a browser keeps them all the same. */
  readonly setCookie?: readonly string[];
  /** Where a redirect pointed to. */
  readonly location?: string;
  /** Milliseconds that the server asked to wait. */
  readonly retryAfterMs?: number;
  /** Node's or OpenSSL's code of a network failure, for instance `ECONNREFUSED`. */
  readonly code?: string;
  readonly cause?: unknown;
}

/** The one error that every call of the API throws. */
export class OryError extends Error {
  readonly facts: FailureFacts;

  constructor(
    readonly kind: FailureKind,
    message: string,
    facts: FailureFacts = {},
  ) {
    super(message, facts.cause === undefined ? undefined : { cause: facts.cause });
    this.name = 'OryError';
    this.facts = facts;
  }

  get status(): number | undefined {
    return this.facts.status;
  }
}

/** Whether a value is a failure of the API, of one of these kinds where any are named. */
export function isOryError(error: unknown, ...kinds: FailureKind[]): error is OryError {
  return error instanceof OryError && (kinds.length === 0 || kinds.includes(error.kind));
}

/** Whether the server answered with one of these statuses. */
export function hasStatus(error: unknown, ...statuses: number[]): error is OryError {
  return error instanceof OryError && error.status !== undefined && statuses.includes(error.status);
}
