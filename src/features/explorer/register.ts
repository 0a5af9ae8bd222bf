import * as vscode from 'vscode';
import type { Container } from '../../container.ts';
import { type CommandModule, lazyCommand } from '../../editor/lazy-command.ts';
import { AccessChanges } from './access-changes.ts';
import { RowDecorations } from './decorations.ts';
import { Explorer } from './explorer.ts';

/** The four views and the commands on their rows. What loads and draws rows is loaded when a view is first shown. */
export function register(container: Container): vscode.Disposable {
  const explorer = new Explorer(container);
  const access = new AccessChanges((keys) =>
    import('./follow-access.ts').then(({ followAccess }) => followAccess(explorer, keys)),
  );
  const command = (id: string, load: () => Promise<CommandModule<Explorer>>) =>
    lazyCommand<Explorer>(explorer, id, load, (error) => container.tell(error, { doing: 'Ory' }));
  let following: Promise<void> = Promise.resolve();
  return vscode.Disposable.from(
    explorer,
    vscode.window.registerFileDecorationProvider(new RowDecorations()),
    container.connections.onDidChange(() => explorer.follow()),
    container.changes.onDidChange((change) => {
      // One after the other: rows that come back take their places in turn.
      following = following
        .then(() => import('./follow-change.ts'))
        .then(({ followChange }) => followChange(explorer, change))
        .catch(() => undefined);
    }),
    access,
    container.connections.onDidAnnounce(() => access.note()),
    container.context.secrets.onDidChange(({ key }) => access.note(key)),
    vscode.commands.registerCommand('ory.refreshProjects', () => explorer.projects.refresh()),
    vscode.commands.registerCommand('ory.refreshIdentities', () => {
      explorer.identities.refresh();
      container.refreshSchemas();
    }),
    vscode.commands.registerCommand('ory.refreshClients', () => explorer.clients.refresh()),
    vscode.commands.registerCommand('ory.refreshKeys', () => explorer.keys.refresh()),
    vscode.commands.registerCommand('ory.clearIdentityFilter', () =>
      explorer.identities.setFilter(undefined),
    ),
    vscode.commands.registerCommand('ory.clearClientFilter', () => explorer.clients.setFilter(undefined)),
    command('ory.activateConnection', () => import('./commands/activate-connection.ts')),
    command('ory.findIdentity', () => import('./commands/find-identity.ts')),
    command('ory.filterClients', () => import('./commands/filter-clients.ts')),
    command('ory.filterMessages', () => import('./commands/filter-messages.ts')),
    command('ory.filterSessions', () => import('./commands/filter-messages.ts')),
    command('ory.addKeySet', () => import('./commands/add-key-set.ts')),
    command('ory.forgetKeySet', () => import('./commands/forget-key-set.ts')),
    command('ory.copyId', () => import('./commands/copy-id.ts')),
    command('ory.revealInTree', () => import('./commands/reveal-in-tree.ts')),
    command('ory.loadMore', () => import('./commands/load-more.ts')),
    command('ory.retryLoading', () => import('./commands/retry-loading.ts')),
    command('ory.stopLoading', () => import('./commands/stop-loading.ts')),
    command('ory.deleteResource', () => import('./commands/delete-resource.ts')),
    command('ory.openInConsole', () => import('./commands/open-in-console.ts')),
  );
}
