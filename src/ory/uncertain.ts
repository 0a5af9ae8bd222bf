import * as l10n from '@vscode/l10n';
import { isOryError, OryError } from './errors.ts';
import type { Operation } from './operations/operation.ts';

/** Failures before anything was sent: no connection came about. */
const NEVER_SENT: ReadonlySet<string> = new Set(['ETIMEDOUT', 'UND_ERR_CONNECT_TIMEOUT']);

/**
 * Says of a write whose answer never came that nobody knows whether it was carried out: whoever sends it again should
 * look first. Any other error as it is.
 */
export function orUncertain(error: unknown, { effect }: Pick<Operation, 'effect'>): unknown {
  if (effect === 'read' || !isOryError(error, 'interrupted', 'timeout')) return error;
  if (NEVER_SENT.has(error.facts.code ?? '')) return error;
  const words = l10n.t(
    '{0} It may have been carried out all the same: look before you try again.',
    error.message,
  );
  return new OryError(error.kind, words, error.facts);
}
