import * as l10n from '@vscode/l10n';
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
      message: l10n.t('{0} is not running.', where),
      next: ['start-sandbox', 'retry', 'show-log'],
      silent: false,
    };
  }
  if (isOryError(error, 'cancelled')) return { message: 'Cancelled.', next: [], silent: true };
  if (error instanceof OryError) {
    return { ...ofOryError(error, where), silent: false };
  }
  if (error instanceof JsonSyntaxError) {
    return {
      message: l10n.t('The document is no valid {0}: {1}.', error.form, error.message),
      next: [],
      silent: false,
    };
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
      return {
        message: l10n.t('{0} Add it to the connection to use this.', error.message),
        next: ['edit-connection'],
      };
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
    return l10n.t('{0} redirects to https. Begin its address with https:// in the connection.', from);
  if (facts.service?.endsWith('-admin') && (!to || ADMIN_PATH.test(to.pathname))) {
    return l10n.t(
      '{0} redirects administrators’ requests: this is the public port. Give the admin port in the connection.',
      from,
    );
  }
  return to && to.origin !== from
    ? l10n.t(
        '{0} redirects to {1}, which isn’t followed with a credential. It may be a gateway with a login page of its own.',
        from,
        to.host,
      )
    : l10n.t('{0} redirects to another address, which is not followed with a credential.', from);
}

const ADMIN_PATH = /\/admin\/(?:identities|sessions|recovery|courier)(?:\/|$)/;

/** Operations of the console that are refused with 409 where the project has another revision by now. */
const REVISED: ReadonlySet<string> = new Set(['setProject', 'patchProject', 'patchProjectWithRevision']);

/** Requests of a flow are answered once, on Hydra 2.0: a second answer is a conflict with the first. */
const ANSWERED = /^(accept|reject)OAuth2\w+Request$/;

/** What was refused, of operations that are not called with a connection's key. */
const refusedBy: Readonly<Partial<Record<Credential, string>>> = {
  'session-token': l10n.t('The session of this request'),
  cookie: l10n.t('The session of this request'),
  basic: l10n.t('What the client showed of itself'),
  bearer: l10n.t('The token of this request'),
  none: l10n.t('This request'),
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
    l10n.t('The database of {0} has no tables ({1}: Unable to locate the table). ', where, status ?? '') +
    l10n.t(
      'If it is in memory (dsn: memory), its data is lost: restart {0}, and keep its data in a file from now on, ',
      name,
    ) +
    l10n.t(
      'such as dsn: sqlite:///var/lib/{0}.sqlite?_fk=true. Any other database needs “{1} migrate sql”.',
      product,
      product,
    )
  );
}

function refusedWords(error: OryError, facts: FailureFacts, where: string): Words {
  const said = facts.reason?.replace(/\.$/, '');
  const because = said ? `: ${said}` : '';
  if (facts.errorId === 'security_csrf_violation' && facts.service?.endsWith('-admin')) {
    return {
      message: l10n.t('{0} is a public port. Give the admin port in the connection.', facts.origin ?? where),
      next: ['edit-connection'],
    };
  }
  switch (facts.status) {
    case 401: {
      const what = refusedBy[facts.credential ?? 'project-key'] ?? l10n.t('The key for {0}', where);
      return { message: l10n.t('{0} was refused{1} (401).', what, because), next: stepsOf(facts) };
    }
    case 403:
      return { message: l10n.t('{0} does not allow this{1} (403).', where, because), next: stepsOf(facts) };
    case 404:
      return {
        message: l10n.t('It is not there{0} (404). It may have been deleted.', because),
        next: ['show-log'],
      };
    case 409:
      if (facts.service === 'console' && facts.operation && REVISED.has(facts.operation)) {
        return {
          message: l10n.t(
            'The project was changed by somebody else meanwhile: reload it and try again (409).',
          ),
          next: ['show-log'],
        };
      }
      if (ANSWERED.test(facts.operation ?? '')) return { message: `${error.message}.`, next: ['show-log'] };
      return {
        message:
          facts.effect === 'destroy'
            ? l10n.t('{0} can’t do this as things stand{1} (409).', where, because)
            : l10n.t('{0} already has another with these values{1} (409).', where, because),
        next: ['show-log'],
      };
    case 429: {
      const wait = facts.retryAfterMs ? l10n.t(' for {0} s', Math.ceil(facts.retryAfterMs / 1000)) : '';
      return {
        message: l10n.t('{0} asks to wait{1}: too many requests (429).', where, wait),
        next: ['retry', 'show-log'],
      };
    }
    default:
      if (facts.status && facts.status >= 500 && TABLE_IS_GONE.test(facts.reason ?? ''))
        return { message: tableIsGone(facts, where), next: ['retry', 'show-log'] };
      if (facts.status && facts.status >= 500)
        return {
          message: l10n.t('{0} has a fault{1} ({2}).', where, because, facts.status),
          next: ['retry', 'show-log'],
        };
      // Some are sentences of our own already.
      return { message: `${error.message.replace(/\.$/, '')}.`, next: ['show-log'] };
  }
}
