import * as l10n from '@vscode/l10n';
import { OryError } from '../errors.ts';

/** Codes of Node, undici and OpenSSL, with what they mean to a person. */
const meanings: readonly (readonly [
  RegExp,
  'unreachable' | 'interrupted' | 'timeout' | 'too-large',
  string,
])[] = [
  [/^ECONNREFUSED$/, 'unreachable', l10n.t('nothing listens there')],
  [/^(ENOTFOUND|EAI_AGAIN)$/, 'unreachable', l10n.t('the host name is not known')],
  [/^(EHOSTUNREACH|ENETUNREACH|EADDRNOTAVAIL)$/, 'unreachable', l10n.t('the network does not lead there')],
  [/^(ENOENT|EACCES)$/, 'unreachable', l10n.t('the socket or certificate file cannot be opened')],
  [
    /^(DEPTH_ZERO_SELF_SIGNED_CERT|SELF_SIGNED_CERT_IN_CHAIN|UNABLE_TO_GET_ISSUER_CERT|UNABLE_TO_VERIFY_LEAF_SIGNATURE)/,
    'unreachable',
    l10n.t(
      'its certificate is signed by an authority that is not trusted here: give its CA file in the connection',
    ),
  ],
  [/^CERT_HAS_EXPIRED$/, 'unreachable', l10n.t('its certificate has expired')],
  [/^ERR_TLS_CERT_ALTNAME_INVALID$/, 'unreachable', l10n.t('its certificate is for another host name')],
  [/^(EPROTO|ERR_SSL_)/, 'unreachable', l10n.t('it does not speak TLS there (http instead of https?)')],
  [/^(ETIMEDOUT|UND_ERR_CONNECT_TIMEOUT)$/, 'timeout', l10n.t('no connection in time')],
  [/^UND_ERR_(HEADERS|BODY)_TIMEOUT$/, 'timeout', l10n.t('the server took too long to answer')],
  [
    /^UND_ERR_(RES_EXCEEDED_MAX_SIZE|RESPONSE_EXCEEDED_MAX_SIZE|HEADERS_OVERFLOW)$/,
    'too-large',
    l10n.t('the answer is too large'),
  ],
  [
    /^(ECONNRESET|EPIPE|UND_ERR_SOCKET|UND_ERR_ABORTED|UND_ERR_RES_CONTENT_LENGTH_MISMATCH)$/,
    'interrupted',
    l10n.t('the connection broke'),
  ],
  [/^HPE_/, 'interrupted', l10n.t('what came back is no HTTP')],
  [/^(Z_|ERR__?ERROR_|ZSTD_|ERR_ZSTD)/, 'interrupted', l10n.t('what came back is compressed badly')],
];

/**
 * What a library threw while sending, as the one error type.
 * @param origin scheme, host and port, for the message
 * @param signal the caller's signal: a failure after it fired is a cancellation
 */
export function networkFailure(error: unknown, origin: string, signal: AbortSignal | undefined): OryError {
  if (error instanceof OryError) return error;
  if (signal?.aborted) return new OryError('cancelled', 'Cancelled.', { origin, cause: error });
  if (nameOf(error) === 'TimeoutError') {
    return new OryError('timeout', l10n.t('{0} took too long to answer.', origin), { origin, cause: error });
  }
  const code = codeOf(error);
  const found = meanings.find(([pattern]) => code !== undefined && pattern.test(code));
  const [, kind, meaning] = found ?? [undefined, 'unreachable' as const, messageOf(error)];
  const verb = kind === 'unreachable' ? l10n.t('cannot be reached') : l10n.t('did not answer');
  return new OryError(kind, `${origin} ${verb}: ${meaning}.`, {
    origin,
    cause: error,
    ...(code ? { code } : {}),
  });
}

/** `fetch` wraps the real failure as `cause`, happy eyeballs as one of `errors`. */
function codeOf(error: unknown, depth = 0): string | undefined {
  if (typeof error !== 'object' || error === null || depth > 4) return undefined;
  const { code, cause, errors } = error as { code?: unknown; cause?: unknown; errors?: unknown };
  if (typeof code === 'string' && code !== 'UND_ERR') return code;
  // undici has two parsers, and one of them gives no code.
  if (nameOf(error) === 'HTTPParserError') return 'HPE_INVALID';
  const [first] = Array.isArray(errors) ? (errors as unknown[]) : [];
  return codeOf(cause, depth + 1) ?? codeOf(first, depth + 1);
}

const nameOf = (error: unknown): string | undefined => (error instanceof Error ? error.name : undefined);

function messageOf(error: unknown): string {
  const inner = error instanceof Error && error.cause instanceof Error ? error.cause : error;
  return inner instanceof Error && inner.message
    ? withoutValue(inner.message).replace(/\.$/, '')
    : l10n.t('the connection failed');
}

/** `fetch` quotes the header that it refuses to send, which is the one with the key. */
function withoutValue(message: string): string {
  const [from, to] = [message.indexOf('"'), message.lastIndexOf('"')];
  return /\bheader\b/i.test(message) && to > from
    ? `${message.slice(0, from)}a value${message.slice(to + 1)}`
    : message;
}
