import type { JsonNode } from '../../ory/json/tree.ts';

/** How documents name a resource of a kind. */
export interface Linked {
  /** Members that hold its id, wherever they stand. */
  readonly members?: readonly string[];
  /** Whether another member does: by its name, what it holds, the object that it stands in and where that stands. */
  isNamed?(name: string, value: string, holder: JsonNode, path: readonly string[]): boolean;
}
