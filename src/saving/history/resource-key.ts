import { createHash } from 'node:crypto';
import type { KindId } from '../../kinds/kind.ts';

/** What tells one resource from all others, whichever connection leads to it. */
export interface ResourceKey {
  /** Base URL of its service. */
  readonly place: string;
  readonly kind: KindId;
  readonly id: string;
}

/** The name of a resource's folder: an id may hold anything, and says nothing to others who look at the disk. */
export const folderOf = ({ place, kind, id }: ResourceKey): string =>
  createHash('sha256').update([place, kind, id].join('\n')).digest('hex').slice(0, 32);
