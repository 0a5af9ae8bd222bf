import * as vscode from 'vscode';
import type { Container } from '../../container.ts';
import { type Loaders, registerCommands } from '../../editor/commands/register.ts';
import type { CONNECTIONS } from '../../editor/commands/table/connections.ts';
import { showActiveConnection } from './status-bar.ts';
import { tellProblems } from './tell-problems.ts';

const LOADERS: Loaders<Container, typeof CONNECTIONS> = {
  addConnection: () => import('./commands/add-connection.ts'),
  detectServers: () => import('./commands/detect-servers.ts'),
  editConnection: () => import('./commands/edit-connection.ts'),
  testConnection: () => import('./commands/test-connection.ts'),
  switchConnection: () => import('./commands/switch-connection.ts'),
  enterKey: () => import('./commands/enter-key.ts'),
  signOut: () => import('./commands/sign-out.ts'),
  removeConnection: () => import('./commands/remove-connection.ts'),
  openProject: () => import('./commands/open-project.ts'),
};

/** Connections: adding, changing, testing, switching and leaving them. */
export function register(container: Container): vscode.Disposable {
  return vscode.Disposable.from(
    registerCommands(container, container, LOADERS),
    showActiveConnection(container),
    tellProblems(container),
  );
}
