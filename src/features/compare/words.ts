import type { Word } from '../../editor/commands/words.ts';
import type { ConnectionStore } from '../../editor/connection-store.ts';
import { readOnlyReasonNow } from '../../editor/require-connection.ts';
import type { Comparison } from './comparisons.ts';
import type { Copy } from './copy.ts';
import type { Patch } from './patches.ts';

interface Store {
  readonly connections: ConnectionStore;
}

/** What can be done with a side of a comparison, to menus; nothing once it was forgotten. */
export function comparisonWords({ connections }: Store, comparison: Comparison | undefined): readonly Word[] {
  if (comparison?.kind.id !== 'projects' || comparison.isResult) return [];
  const isOpen = ({ server }: Copy) =>
    server !== undefined && readOnlyReasonNow(connections, server.connection) === undefined;
  return ['applicable', ...([comparison.left, comparison.right].some(isOpen) ? (['writable'] as const) : [])];
}

/** What can be done with a patch, to menus; nothing once it was sent or forgotten. */
export function patchWords({ connections }: Store, patch: Patch | undefined): readonly Word[] {
  if (!patch) return [];
  const reason = readOnlyReasonNow(connections, patch.target.server.connection);
  return ['patch', ...(reason === undefined ? (['writable'] as const) : [])];
}
