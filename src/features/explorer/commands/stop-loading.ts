import type { Explorer } from '../explorer.ts';
import type { ViewId } from '../explorer-view.ts';

/** Ends a load that waits because the server asked for it. */
export function run(explorer: Explorer, viewId: ViewId, listId: string): void {
  explorer.byId(viewId)?.lists.get(listId)?.list.stop();
}
