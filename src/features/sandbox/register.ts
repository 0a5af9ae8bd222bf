import * as vscode from 'vscode';
import type { Container } from '../../container.ts';
import { type Loaders, registerCommands } from '../../editor/commands/register.ts';
import type { SANDBOX } from '../../editor/commands/table/tools.ts';
import { LocalSandbox } from './local-sandbox.ts';

const LOADERS: Loaders<LocalSandbox, typeof SANDBOX> = {
  startSandbox: () => import('./commands/start-sandbox.ts'),
  stopSandbox: () => import('./commands/stop-sandbox.ts'),
};

/** The local sandbox: servers with sample data, in a process of their own. */
export function register(container: Container): vscode.Disposable {
  const sandbox = new LocalSandbox(container);
  return vscode.Disposable.from(sandbox, registerCommands(container, sandbox, LOADERS, 'Local sandbox'));
}
