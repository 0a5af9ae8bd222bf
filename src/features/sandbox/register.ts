import * as vscode from 'vscode';
import type { Container } from '../../container.ts';
import { lazyCommand } from '../../editor/lazy-command.ts';
import { LocalSandbox } from './local-sandbox.ts';

/** The local sandbox: servers with sample data, in a process of their own. */
export function register(container: Container): vscode.Disposable {
  const sandbox = new LocalSandbox(container);
  const tell = (error: unknown) => container.tell(error, { doing: 'Local sandbox' });
  return vscode.Disposable.from(
    sandbox,
    lazyCommand(sandbox, 'ory.startSandbox', () => import('./commands/start-sandbox.ts'), tell),
    lazyCommand(sandbox, 'ory.stopSandbox', () => import('./commands/stop-sandbox.ts'), tell),
  );
}
