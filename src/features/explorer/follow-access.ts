import type { Connection } from '../../connections/model.ts';
import { hasStatus, isOryError } from '../../ory/errors.ts';
import type { Explorer } from './explorer.ts';
import type { ExplorerView } from './explorer-view.ts';

/**
 * Follows keys that changed and servers that came back. What failed for want of either is asked for once more, where it
 * is shown; what was read with a key that is gone now is shown no longer.
 * @param keys the names of the secrets that changed
 */
export async function followAccess(explorer: Explorer, keys: readonly string[]): Promise<void> {
  const lost = await signedOut(explorer, keys);
  for (const view of explorer.views) {
    // A connection's row tells whether anything is stored for it.
    const isTold = view.id === 'ory.projects' && keys.length > 0;
    const changed = [isTold, dropRows(view, lost), markFailed(view), markSandboxes(view)];
    if (changed.includes(true)) view.provider.refresh();
  }
}

/** The connections that have a credential less. */
async function signedOut({ container }: Explorer, keys: readonly string[]): Promise<Connection[]> {
  const values = await Promise.all(keys.map((key) => container.context.secrets.get(key)));
  const gone = keys.filter((_, at) => values[at] === undefined);
  return container.connections.all.filter((connection) =>
    gone.some((key) => container.secrets.isCredentialOf(connection, key)),
  );
}

function dropRows(view: ExplorerView, lost: readonly Connection[]): boolean {
  const ids = new Set(lost.map(({ id }) => id));
  // Projects that were opened from a workspace borrow its key for what the Projects view shows of them.
  const borrowers = view.container.connections.all.filter(
    (one) => view.id === 'ory.projects' && one.type === 'network' && ids.has(one.workspace ?? ''),
  );
  for (const { id } of [...lost, ...borrowers]) view.lists.drop(`${id}/`);
  return lost.length > 0;
}

/** Lists that failed for want of a key or a server. One that loads at this moment was asked for once more already. */
function markFailed(view: ExplorerView): boolean {
  const failed = view.lists.all.filter(
    ({ failure, loading }) =>
      failure &&
      !loading &&
      (isOryError(failure.error, 'unreachable', 'no-credential') || hasStatus(failure.error, 401, 403)),
  );
  for (const list of failed) list.markStale();
  return failed.length > 0;
}

/** A sandbox may have been stopped as well: asking it costs nothing. */
function markSandboxes(view: ExplorerView): boolean {
  const sandboxes = view.container.connections.all.filter(
    (one) => view.id === 'ory.projects' && one.type === 'self-hosted' && one.sandbox,
  );
  for (const { id } of sandboxes) view.lists.markStale(`${id}/+service/`);
  return sandboxes.length > 0;
}
