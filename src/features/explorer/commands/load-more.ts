import type { Explorer } from '../explorer.ts';
import type { ViewId } from '../explorer-view.ts';

/** Loads the next page of a list, and nothing else. */
export function run(explorer: Explorer, viewId: ViewId, listId: string): void {
  const view = explorer.byId(viewId);
  const entry = view?.lists.get(listId);
  if (!view || !entry) return;
  // The rows are asked for at once and wait for the page, so that the view shows its progress.
  void entry.list.loadMore();
  view.provider.refresh(entry.row);
}
