import * as l10n from '@vscode/l10n';
import { type ErrorBody, readErrorBody } from './error-body.ts';
import { type FailureFacts, OryError } from './errors.ts';
import { waitAsked } from './http/rate-limit.ts';
import type { HttpResponse } from './http/transport.ts';
import type { Operation } from './operations/operation.ts';
import type { Redactor } from './secrets/redactor.ts';
import { SHOWN, SHOWN_OF_NAME } from './shorten.ts';

/** Whether an answer is no success. */
export const isFailed = ({ status }: HttpResponse): boolean => status < 200 || status > 299;

/** What an answer that is no 2xx means. */
export function failureOf(
  operation: Operation,
  endpoint: { readonly baseUrl: string },
  answer: HttpResponse,
  redactor: Redactor,
): OryError {
  const facts = factsOf(operation, endpoint, answer, redactor);
  const { status } = answer;
  if (status >= 300 && status < 400) {
    return new OryError(
      'redirected',
      l10n.t('{0} was redirected ({1}) instead of being answered.', operation.id, status),
      facts,
    );
  }
  const html = /^\s*</.test(answer.text) && (answer.headers['content-type'] ?? '').includes('html');
  if (html) return new OryError('not-ory', notOry(facts, answer, redactor), facts);
  return new OryError(
    'refused',
    `${facts.reason?.replace(/\.$/, '') ?? l10n.t('The server answered {0}', status)} (${status})`,
    facts,
  );
}

/** What is known of an answer. Its words are without secrets; its body and headers are as they came. */
export function factsOf(
  operation: Operation,
  endpoint: { readonly baseUrl: string },
  answer: HttpResponse,
  redactor: Redactor,
): FailureFacts {
  const failed = isFailed(answer);
  const {
    reason,
    errorId,
    requestId: saidId,
  }: ErrorBody = failed ? readErrorBody(answer.text, (said) => redactor.beginning(said, SHOWN)) : {};
  const sentId = answer.headers['x-request-id'];
  const requestId = sentId ?? saidId;
  const retryAfterMs = failed ? waitAsked(answer.headers) : undefined;
  const { location } = answer.headers;
  return {
    operation: operation.id,
    service: operation.service,
    credential: operation.credential,
    effect: operation.effect,
    origin: new URL(endpoint.baseUrl).origin,
    status: answer.status,
    ...(reason ? { reason } : {}),
    ...(errorId ? { errorId: redactor.text(errorId) } : {}),
    ...(failed ? { body: answer.text, headers: answer.headers, setCookie: answer.setCookie ?? [] } : {}),
    ...(requestId ? { requestId: redactor.beginning(requestId, SHOWN_OF_NAME) } : {}),
    ...(location ? { location } : {}),
    ...(retryAfterMs === undefined ? {} : { retryAfterMs }),
  };
}

/** Words for an answer that no Ory server gives. */
export function notOry(
  { origin = l10n.t('The server') }: FailureFacts,
  answer: HttpResponse,
  redactor: Redactor,
): string {
  const type = (answer.headers['content-type'] ?? l10n.t('no content type')).split(';')[0] ?? '';
  return l10n.t(
    '{0} answered {1} ({2}), which no Ory server does: is this the right address, or did a proxy answer?',
    origin,
    redactor.text(type),
    answer.status,
  );
}
