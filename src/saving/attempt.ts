import type { JsonNode } from '../ory/json/tree.ts';
import type { Base } from './base.ts';
import type { Judgement } from './plan.ts';
import type { Version } from './version.ts';

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
  /** The other version, masked, that the person knows of, from a conflict that was reported before: the only one to overwrite. */
  readonly known: JsonNode | undefined;
  /** What a comparison showed of the server's copy since this reported a conflict. */
  compared?: JsonNode;
  outcome: 'open' | 'refused' | 'failed' | 'saved';
}

/** Whether both sides changed the same. */
export const inConflict = ({ judged }: Attempt): boolean => judged?.verdict === 'conflict';
