import * as vscode from 'vscode';
import { ory } from './commands/run.ts';
import type { Connection } from '../connections/model.ts';
import { isOryError, PROXY_AUTHENTICATION } from '../ory/errors.ts';
import type { Redactor } from '../ory/secrets/redactor.ts';
import { withoutLinks } from './text.ts';
import { errorWords, type NextStep } from './error-words.ts';

const labels: Record<NextStep, string> = {
  'enter-key': vscode.l10n.t('Enter Another Key'),
  'edit-connection': vscode.l10n.t('Edit Connection'),
  'start-sandbox': vscode.l10n.t('Start the Local Sandbox'),
  retry: 'Retry',
  'show-log': vscode.l10n.t('Show Log'),
};

export interface ErrorContext {
  /** What failed on what, as a sentence without its end: "Couldn't delete Web shop from staging". */
  readonly doing: string;
  readonly connection?: Connection | undefined;
  readonly retry?: () => unknown;
}

/** Logs an error with its stack and tells it once, in words, with the next step as a button. */
export async function showError(
  error: unknown,
  { doing, connection, retry }: ErrorContext,
  log: vscode.LogOutputChannel,
  redactor: Redactor,
): Promise<void> {
  const { message, next, silent } = errorWords(error, connection?.name ?? 'Ory', connection);
  if (silent) return;
  log.error(redactor.text(`${doing}: ${message} ${error instanceof Error ? (error.stack ?? '') : ''}`));
  const steps = next.filter((step) => (step === 'retry' ? retry : step === 'show-log' ? true : connection));
  const text = withoutLinks(redactor.text(`${doing}: ${message}`));
  const ofProxy = isOryError(error) && error.facts.code === PROXY_AUTHENTICATION;
  const labelOf = (step: NextStep) =>
    step !== 'enter-key' || !isOryError(error, 'no-credential')
      ? labels[step]
      : ofProxy
        ? vscode.l10n.t('Enter Proxy Password')
        : vscode.l10n.t('Enter API Key');
  const chosen = await vscode.window.showErrorMessage(text, ...steps.map(labelOf));
  switch (steps.find((step) => labelOf(step) === chosen)) {
    case 'enter-key':
      if (connection) await ory.enterKey(ofProxy ? { connection, of: 'proxy' } : connection);
      break;
    case 'edit-connection':
      if (connection) await ory.editConnection(connection);
      break;
    case 'start-sandbox':
      await ory.startSandbox();
      break;
    case 'retry':
      await retry?.();
      break;
    case 'show-log':
      log.show();
      break;
    case undefined:
      break;
  }
}
