import * as vscode from 'vscode';
import { ory } from '../../../editor/commands/run.ts';
import { DEFAULT_PORTS } from '../../../connections/detect.ts';
import type { Container } from '../../../container.ts';
import { addFromOffers } from '../add.ts';
import { detectedOffers } from '../offers.ts';
import { thisMachine } from '../../../editor/this-machine.ts';

/** Looks at the usual ports and offers what is there. */
export async function run(container: Container): Promise<unknown> {
  const offers = await vscode.window.withProgress({ location: { viewId: 'ory.projects' } }, () =>
    detectedOffers(container.connections.all),
  );
  if (offers.length > 0) {
    return addFromOffers(container, vscode.l10n.t('Which of these do you connect to?'), offers);
  }
  const ports = vscode.l10n.t(
    '{0} and {1}',
    DEFAULT_PORTS.slice(0, -1).join(', '),
    DEFAULT_PORTS.at(-1) ?? '',
  );
  const connect = vscode.l10n.t('Connect by Address…');
  const sandbox = vscode.l10n.t('Start the Local Sandbox');
  const chosen = await vscode.window.showInformationMessage(
    vscode.l10n.t(
      'No other server of Ory answers on {0} (looked at 127.0.0.1, ports {1}).',
      thisMachine(),
      ports,
    ),
    connect,
    sandbox,
  );
  if (chosen === connect) return ory.addConnection();
  return chosen === sandbox ? ory.startSandbox() : undefined;
}
