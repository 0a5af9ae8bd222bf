import * as vscode from 'vscode';
import { focusView } from '../../../editor/focus-view.ts';
import { ory } from '../../../editor/commands/run.ts';
import { connectSandbox, sandboxConnection } from '../connection.ts';
import { isAnswering } from '../is-answering.ts';
import { launch } from '../launch.ts';
import type { LocalSandbox } from '../local-sandbox.ts';
import type { SandboxProcess } from '../process.ts';
import { withoutIcons } from '../../../editor/text.ts';

/** Starts the sandbox and shows it; one that runs already is shown. */
export async function run(sandbox: LocalSandbox): Promise<void> {
  const { connections } = sandbox.container;
  const known = sandboxConnection(connections);
  if (known && (sandbox.running || (await isAnswering(known)))) {
    await connections.activate(known.id);
    vscode.window.setStatusBarMessage(withoutIcons(vscode.l10n.t('{0} runs already', known.name)), 5000);
  } else {
    await vscode.window.withProgress(
      { location: vscode.ProgressLocation.Window, title: vscode.l10n.t('Starting the local sandbox…') },
      () => sandbox.start(() => begin(sandbox)),
    );
  }
  await focusView('ory.projects', true);
}

async function begin({ container }: LocalSandbox): Promise<SandboxProcess | undefined> {
  const { connections } = container;
  try {
    const process = await launch(container, sandboxConnection(connections));
    await connectSandbox(connections, process.addresses);
    return process;
  } catch (error) {
    await container.tell(error, {
      doing: vscode.l10n.t('Couldn’t start the local sandbox'),
      retry: () => ory.startSandbox(),
    });
    return undefined;
  }
}
