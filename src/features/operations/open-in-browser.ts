import * as vscode from 'vscode';
import { openOutside } from '../../editor/open-outside.ts';
import type { Operation } from '../../ory/operations/operation.ts';
import { previewOf } from '../../ory/runner/preview.ts';
import type { Operations } from './operations.ts';
import type { Run } from './run.ts';
import { targetOf } from '../../editor/curl-target.ts';

/**
 * An operation that redirects a browser, without what must never stand in a URL that is handed on: the browser has its
 * own cookies, and asks for the rest.
 */
export const forBrowser = (operation: Operation): Operation => ({
  ...operation,
  parameters: Object.fromEntries(
    Object.entries(operation.parameters).filter(([, { secret }]) => secret !== true),
  ),
});

/** Opens the address of an operation in the browser, after saying why. */
export async function openInBrowser(
  { container }: Operations,
  { operation, connection, input }: Run,
): Promise<void> {
  const { url } = previewOf(operation, input, await targetOf(container.secrets, connection, operation));
  const open = vscode.l10n.t('Open in Browser');
  const chosen = await vscode.window.showInformationMessage(
    vscode.l10n.t(
      '{0} sends a browser through pages: it is opened there instead of being called.',
      operation.id,
    ),
    { modal: true, detail: url },
    open,
  );
  if (chosen === open) await openOutside(url);
}
