import type { KindId } from '../../kinds/kind.ts';

/** A resource in an answer that can be opened as a document. */
export interface FoundResource {
  readonly kind: KindId;
  readonly id: string;
  /** What people call it. */
  readonly name: string;
}
