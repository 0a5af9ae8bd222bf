import * as l10n from '@vscode/l10n';
/** Errors that only a mistake in the program throws: their messages say nothing to a person. */
const MISTAKES: ReadonlySet<string> = new Set(['TypeError', 'RangeError', 'ReferenceError', 'EvalError']);

/** What an error says to a person. The log has the rest. */
export function wordsOfError(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  const { name, message } = error;
  if (!MISTAKES.has(name)) return message;
  return l10n.t('Ory Explorer failed unexpectedly ({0}). Please report it: the log has the details.', name);
}
