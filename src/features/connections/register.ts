import * as vscode from 'vscode';
import type { Container } from '../../container.ts';
import { showActiveConnection } from './status-bar.ts';
import { tellProblems } from './tell-problems.ts';

/** Connections: adding, changing, testing, switching and leaving them. */
export function register(container: Container): vscode.Disposable {
  return vscode.Disposable.from(
    container.command('ory.addConnection', () => import('./commands/add-connection.ts')),
    container.command('ory.detectServers', () => import('./commands/detect-servers.ts')),
    container.command('ory.editConnection', () => import('./commands/edit-connection.ts')),
    container.command('ory.testConnection', () => import('./commands/test-connection.ts')),
    container.command('ory.switchConnection', () => import('./commands/switch-connection.ts')),
    container.command('ory.enterKey', () => import('./commands/enter-key.ts')),
    container.command('ory.signOut', () => import('./commands/sign-out.ts')),
    container.command('ory.removeConnection', () => import('./commands/remove-connection.ts')),
    container.command('ory.openProject', () => import('./commands/open-project.ts')),
    showActiveConnection(container),
    tellProblems(container),
  );
}
