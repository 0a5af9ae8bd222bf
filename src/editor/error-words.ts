import type { Connection } from '../connections/model.ts';
import { JsonSyntaxError } from '../ory/json/tree.ts';
import { type FailureFacts, isOryError, OryError } from '../ory/errors.ts';
import { MaskError } from '../ory/secrets/unmask.ts';
import type { Credential } from '../ory/operations/operation.ts';
import { FieldError, FieldErrors } from '../kinds/save-error.ts';
import { wordsOfError } from '../ory/words-of-error.ts';

/** What a person can do next about an error. */
export type NextStep = 'enter-key' | 'edit-connection' | 'start-sandbox' | 'retry' | 'show-log';

export interface ErrorWords {
  /** One sentence or two: what is wrong, in the server's words where it has any. */
  readonly message: string;
  readonly next: readonly NextStep[];
  /** Nothing is to be said: the person cancelled it. */
  readonly silent: boolean;
}

/**
 * The one place that turns errors into words.
 * @param where name of the connection, for messages that speak of its key or address
 * @param connection the connection itself: a sandbox that is not there is started, not edited
 */
export function errorWords(error: unknown, where: string, connection?: Connection): ErrorWords {
  if (isOryError(error, 'unreachable') && connection?.type === 'self-hosted' && connection.sandbox) {
    return {
      message: `${where} is not running.`,
      next: ['start-sandbox', 'retry', 'show-log'],
      silent: false,
    };
  }
  if (isOryError(error, 'cancelled')) return { message: 'Cancelled.', next: [], silent: true };
  if (error instanceof OryError) {
    return { ...ofOryError(error, where), silent: false };
  }
  if (error instanceof JsonSyntaxError) {
    return { message: `The document is no valid ${error.form}: ${error.message}.`, next: [], silent: false };
  }
  if (error instanceof FieldError || error instanceof FieldErrors || error instanceof MaskError) {
    return { message: error.message, next: [], silent: false };
  }
  return { message: wordsOfError(error), next: ['show-log'], silent: false };
}

type Words = Pick<ErrorWords, 'message' | 'next'>;

function ofOryError(error: OryError, where: string): Words {
  const { facts } = error;
  switch (error.kind) {
    case 'no-credential':
      return { message: error.message, next: ['enter-key'] };
    case 'no-service':
      return { message: `${error.message} Add it to the connection to use this.`, next: ['edit-connection'] };
    case 'unreachable':
      return { message: error.message, next: ['retry', 'edit-connection', 'show-log'] };
    case 'interrupted':
    case 'timeout':
    case 'too-large':
      return { message: error.message, next: ['retry', 'show-log'] };
    case 'redirected':
      return { message: redirectWords(error, where), next: ['edit-connection', 'show-log'] };
    case 'not-ory':
      return { message: error.message, next: ['edit-connection', 'show-log'] };
    case 'refused':
      return refusedWords(error, facts, where);
    case 'cancelled':
      return { message: error.message, next: [] };
  }
}

/**
 * Kratos' public port sends administrators' requests on to its admin port, gateways send everybody to their login page;
 * with a credential nobody follows. The host alone is named: what else stands in such an address may be secret.
 */
function redirectWords({ facts }: OryError, where: string): string {
  const from = facts.origin ?? where;
  const to = facts.location && URL.canParse(facts.location, from) ? new URL(facts.location, from) : undefined;
  if (to?.protocol === 'https:' && from.startsWith('http:') && to.hostname === new URL(from).hostname)
    return `${from} redirects to https. Begin its address with https:// in the connection.`;
  if (facts.service?.endsWith('-admin') && (!to || ADMIN_PATH.test(to.pathname))) {
    return `${from} redirects administrators’ requests: this is the public port. Give the admin port in the connection.`;
  }
  return to && to.origin !== from
    ? `${from} redirects to ${to.host}, which isn’t followed with a credential. It may be a gateway with a login page of its own.`
    : `${from} redirects to another address, which is not followed with a credential.`;
}

const ADMIN_PATH = /\/admin\/(?:identities|sessions|recovery|courier)(?:\/|$)/;

/** Operations of the console that are refused with 409 where the project has another revision by now. */
const REVISED: ReadonlySet<string> = new Set(['setProject', 'patchProject', 'patchProjectWithRevision']);

/** Requests of a flow are answered once, on Hydra 2.0: a second answer is a conflict with the first. */
const ANSWERED = /^(accept|reject)OAuth2\w+Request$/;

/** What was refused, of operations that are not called with a connection's key. */
const refusedBy: Readonly<Partial<Record<Credential, string>>> = {
  'session-token': 'The session of this request',
  cookie: 'The session of this request',
  basic: 'What the client showed of itself',
  bearer: 'The token of this request',
  none: 'This request',
};

/** Another key helps only where a key was asked for. */
const stepsOf = ({ credential = 'project-key' }: FailureFacts): readonly NextStep[] =>
  refusedBy[credential] ? ['show-log'] : ['enter-key', 'show-log'];

/** What Kratos, Hydra and Keto answer where their database has no tables. */
const TABLE_IS_GONE = /^Unable to locate the table\b/;

/** The newest ones lose an in-memory database when somebody breaks off a request that reads it. */
function tableIsGone({ service, status }: FailureFacts, where: string): string {
  const product = service?.split('-')[0] ?? 'ory';
  const name = `${product.slice(0, 1).toUpperCase()}${product.slice(1)}`;
  return (
    `The database of ${where} has no tables (${status}: Unable to locate the table). ` +
    `If it is in memory (dsn: memory), its data is lost: restart ${name}, and keep its data in a file from now on, ` +
    `such as dsn: sqlite:///var/lib/${product}.sqlite?_fk=true. Any other database needs “${product} migrate sql”.`
  );
}

function refusedWords(error: OryError, facts: FailureFacts, where: string): Words {
  const said = facts.reason?.replace(/\.$/, '');
  const because = said ? `: ${said}` : '';
  if (facts.errorId === 'security_csrf_violation' && facts.service?.endsWith('-admin')) {
    return {
      message: `${facts.origin ?? where} is a public port. Give the admin port in the connection.`,
      next: ['edit-connection'],
    };
  }
  switch (facts.status) {
    case 401: {
      const what = refusedBy[facts.credential ?? 'project-key'] ?? `The key for ${where}`;
      return { message: `${what} was refused${because} (401).`, next: stepsOf(facts) };
    }
    case 403:
      return { message: `${where} does not allow this${because} (403).`, next: stepsOf(facts) };
    case 404:
      return { message: `It is not there${because} (404). It may have been deleted.`, next: ['show-log'] };
    case 409:
      if (facts.service === 'console' && facts.operation && REVISED.has(facts.operation)) {
        return {
          message: 'The project was changed by somebody else meanwhile: reload it and try again (409).',
          next: ['show-log'],
        };
      }
      if (ANSWERED.test(facts.operation ?? '')) return { message: `${error.message}.`, next: ['show-log'] };
      return {
        message:
          facts.effect === 'destroy'
            ? `${where} can’t do this as things stand${because} (409).`
            : `${where} already has another with these values${because} (409).`,
        next: ['show-log'],
      };
    case 429: {
      const wait = facts.retryAfterMs ? ` for ${Math.ceil(facts.retryAfterMs / 1000)} s` : '';
      return {
        message: `${where} asks to wait${wait}: too many requests (429).`,
        next: ['retry', 'show-log'],
      };
    }
    default:
      if (facts.status && facts.status >= 500 && TABLE_IS_GONE.test(facts.reason ?? ''))
        return { message: tableIsGone(facts, where), next: ['retry', 'show-log'] };
      if (facts.status && facts.status >= 500)
        return { message: `${where} has a fault${because} (${facts.status}).`, next: ['retry', 'show-log'] };
      // Some are sentences of our own already.
      return { message: `${error.message.replace(/\.$/, '')}.`, next: ['show-log'] };
  }
}
