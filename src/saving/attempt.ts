import type { Overlap } from '../ory/json/merge.ts';
import type { Base } from './base.ts';
import type { Judgement } from './plan.ts';
import type { Version } from './version.ts';

/** What a person was told of a conflict. */
export interface Known {
  /** The server's copy at that time. */
  readonly version: Version;
  /** The places that were marked; undefined where a comparison showed the whole. */
  readonly marked: readonly Overlap[] | undefined;
}

/** One save, from its announcement on. */
export interface Attempt {
  /** Whether a person asked for it. */
  readonly manual: boolean;
  /** What the editor held when it asked, and is about to write; undefined where that is not known. */
  readonly text: string | undefined;
  /** Set where somebody writes past the editor: what such a text derives from is what was read last. */
  readonly past?: { readonly base: Base | undefined };
  /** The server's version that this save was compared with last, and what came of it. */
  fresh?: Version;
  judged?: Judgement;
  /** Why the server could not be read; told when the editor writes, because it takes a failing `stat` for "new file". */
  failure?: unknown;
  /** What the person knows of the other side, from a conflict that was reported before: only that is overwritten. */
  readonly known: Known | undefined;
  /** What a comparison showed of the server's copy since this reported a conflict. */
  compared?: Version;
  outcome: 'open' | 'refused' | 'failed' | 'saved';
}

/** Whether both sides changed the same. */
export const inConflict = ({ judged }: Attempt): boolean => judged?.verdict === 'conflict';

/** What the person knows of a conflict that this save has reported; undefined where it reported none. */
export function knownOf({ judged, compared, fresh }: Attempt): Known | undefined {
  if (judged?.verdict !== 'conflict') return undefined;
  if (compared) return { version: compared, marked: undefined };
  return fresh && { version: fresh, marked: judged.overlaps };
}
