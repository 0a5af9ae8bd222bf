import type { Explorer } from '../explorer.ts';
import type { ViewId } from '../explorer-view.ts';

/** Asks again for what could not be loaded. */
export function run(explorer: Explorer, viewId: ViewId, listId: string): void {
  const view = explorer.byId(viewId);
  const entry = view?.lists.get(listId);
  if (!view || !entry) return;
  void entry.list.retry();
  view.provider.refresh(entry.row);
}
