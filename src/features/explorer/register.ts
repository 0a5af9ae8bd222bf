import * as vscode from 'vscode';
import type { Container } from '../../container.ts';
import { type Loaders, registerCommands } from '../../editor/commands/register.ts';
import type { EXPLORER } from '../../editor/commands/table/explorer.ts';
import { AccessChanges } from './access-changes.ts';
import { RowDecorations } from './decorations.ts';
import { Explorer } from './explorer.ts';

/** A command so small that it needs no module. */
const at = (run: (explorer: Explorer) => void) => () => Promise.resolve({ run });

const LOADERS: Loaders<Explorer, typeof EXPLORER> = {
  refreshProjects: at(({ projects }) => projects.refresh()),
  refreshIdentities: at(({ identities, container }) => {
    identities.refresh();
    container.refreshSchemas();
  }),
  refreshClients: at(({ clients }) => clients.refresh()),
  refreshKeys: at(({ keys }) => keys.refresh()),
  clearIdentityFilter: at(({ identities }) => identities.setFilter(undefined)),
  clearClientFilter: at(({ clients }) => clients.setFilter(undefined)),
  activateConnection: () => import('./commands/activate-connection.ts'),
  findIdentity: () => import('./commands/find-identity.ts'),
  filterClients: () => import('./commands/filter-clients.ts'),
  filterMessages: () => import('./commands/filter-messages.ts'),
  filterSessions: () => import('./commands/filter-messages.ts'),
  addKeySet: () => import('./commands/add-key-set.ts'),
  forgetKeySet: () => import('./commands/forget-key-set.ts'),
  copyId: () => import('./commands/copy-id.ts'),
  revealInTree: () => import('./commands/reveal-in-tree.ts'),
  loadMore: () => import('./commands/load-more.ts'),
  retryLoading: () => import('./commands/retry-loading.ts'),
  stopLoading: () => import('./commands/stop-loading.ts'),
  deleteResource: () => import('./commands/delete-resource.ts'),
  openInConsole: () => import('./commands/open-in-console.ts'),
};

/** The four views and the commands on their rows. What loads and draws rows is loaded when a view is first shown. */
export function register(container: Container): vscode.Disposable {
  const explorer = new Explorer(container);
  const access = new AccessChanges((keys) =>
    import('./follow-access.ts').then(({ followAccess }) => followAccess(explorer, keys)),
  );
  let following: Promise<void> = Promise.resolve();
  return vscode.Disposable.from(
    registerCommands(container, explorer, LOADERS),
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
  );
}
