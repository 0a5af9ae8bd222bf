import type { KindId } from '../../kinds/kind.ts';
import { KINDS } from '../../kinds/kinds.ts';
import type { Explorer } from './explorer.ts';
import type { ExplorerView } from './explorer-view.ts';

/** The view in which resources of a kind stand. */
export const viewOf = (explorer: Explorer, kind: KindId): ExplorerView => explorer[KINDS[kind].view];
