import * as l10n from '@vscode/l10n';
import { OryError } from '../../ory/errors.ts';
import { cutOff, SHOWN_OF_NAME } from '../../ory/shorten.ts';
import { wordsOfError } from '../../ory/words-of-error.ts';

interface Answered {
  readonly error?: unknown;
  readonly error_description?: unknown;
  readonly status?: unknown;
  readonly code?: unknown;
  readonly cause?: unknown;
  readonly message?: unknown;
}

/** Words of the library for what a person can't act on by themselves. */
const CODES: Readonly<Record<string, string>> = {
  OAUTH_INVALID_RESPONSE: l10n.t('The provider’s answer is not what OAuth 2.0 asks for'),
  OAUTH_INVALID_REQUEST: l10n.t('The request is not what OAuth 2.0 allows'),
  OAUTH_JWT_CLAIM_COMPARISON_FAILED: l10n.t('A claim of the ID token is not what was expected'),
  OAUTH_JWT_TIMESTAMP_CHECK_FAILED: l10n.t('The ID token is not good at this time'),
  OAUTH_KEY_SELECTION_FAILED: l10n.t('The provider has no key that fits the ID token'),
  OAUTH_RESPONSE_IS_NOT_JSON: l10n.t('The provider’s answer is no JSON'),
  OAUTH_RESPONSE_IS_NOT_CONFORM: l10n.t('The provider’s answer is not what OAuth 2.0 asks for'),
  OAUTH_TIMEOUT: l10n.t('The provider took too long to answer'),
};

/**
 * What the OAuth 2.0 library threw, as the one error type: the provider's own words where it answered, the network's
 * failure where that is the cause.
 */
export function runFailure(error: unknown, signal?: AbortSignal): OryError {
  if (error instanceof OryError) return error;
  if (signal?.aborted) return new OryError('cancelled', 'Cancelled.', { cause: error });
  const inner = causeOf(error);
  if (inner) return inner;
  const { error: name, error_description: description, status, code, message } = answered(error);
  if (typeof name === 'string') {
    const words = cutOff(typeof description === 'string' && description ? `${name}: ${description}` : name);
    const answer = typeof status === 'number' ? ` (${status})` : '';
    return new OryError('refused', `${words.replace(/\.$/, '')}${answer}`, {
      cause: error,
      reason: words,
      errorId: cutOff(name, SHOWN_OF_NAME),
    });
  }
  const missing = missingRoute(error);
  if (missing !== undefined) {
    const words = l10n.t('The provider has no such request ({0}): it may be older than this flow.', missing);
    return new OryError('refused', words, { cause: error, status: missing });
  }
  const known = typeof code === 'string' ? CODES[code] : undefined;
  const said = cutOff(deepest(error) || (typeof message === 'string' ? message : String(error)));
  return new OryError('refused', known ? `${known}: ${said}` : said, { cause: error });
}

const answered = (error: unknown): Answered =>
  typeof error === 'object' && error !== null ? error : { message: String(error) };

function causeOf(error: unknown): OryError | undefined {
  for (let at: unknown = answered(error).cause, depth = 0; at && depth < 5; depth++) {
    if (at instanceof OryError) return at;
    at = answered(at).cause;
  }
  return undefined;
}

/** The status of an answer that no endpoint gave: a router's own 404 or 405, which is no JSON. */
function missingRoute(error: unknown): number | undefined {
  for (let at: unknown = error, depth = 0; at && depth < 5; depth++) {
    if (at instanceof Response) return at.status === 404 || at.status === 405 ? at.status : undefined;
    at = answered(at).cause;
  }
  return undefined;
}

/** The innermost message: the library wraps it in general ones. A mistake in a program says nothing to a person. */
function deepest(error: unknown): string {
  let said = '';
  for (let at: unknown = error, depth = 0; at instanceof Error && depth < 5; depth++) {
    const mistake = wordsOfError(at) !== at.message;
    if (!mistake || said === '') said = wordsOfError(at);
    at = at.cause;
  }
  return said;
}
