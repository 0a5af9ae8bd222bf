import type { JsonNode } from '../../ory/json/tree.ts';
import type { Base } from '../../saving/plan.ts';
import type { Version } from '../../saving/version.ts';

/** One save, from the editor's announcement on. */
export interface Attempt {
  readonly manual: boolean;
  /** What the editor held when it asked, and is about to write; undefined where that is not known. */
  readonly text: string | undefined;
  /** Set where somebody writes past the editor: what such a text derives from is what was read last. */
  readonly past?: { readonly base: Base | undefined };
  /** The server's version that this save was compared with. */
  fresh?: Version;
  /** Why the server could not be read; told when the editor writes, because it takes a failing `stat` for "new file". */
  failure?: unknown;
  conflict: boolean;
  /** The other version, masked, that the person knows of, from a conflict that was reported before: the only one to overwrite. */
  readonly known: JsonNode | undefined;
  /** What the editor's comparison showed of the server's copy since this reported a conflict. */
  compared?: JsonNode;
  outcome: 'open' | 'refused' | 'failed' | 'saved';
  /** When the server was read. */
  readAt: number;
}
