import type { JsonNode } from '../../ory/json/tree.ts';

/** A stretch of a text, in UTF-16 units. */
export interface Stretch {
  readonly offset: number;
  readonly length: number;
}

/** How a document is written down. Nothing else knows what a document's text looks like. */
export interface Form {
  /** The tree that a text stands for. @throws {JsonSyntaxError} with the place in the text */
  parse(text: string): JsonNode;
  /**
   * The text of a tree.
   * @param over what stood there before: what a tree can't hold, such as comments, is kept where the form has it
   */
  print(tree: JsonNode, over?: string): string;
  /**
   * Where places of the tree stand in a text that was parsed, which is read once for all: a value, where that fits a line;
   * else its name, or of the document its beginning. Asked with paths of what is there.
   */
  placesOf(text: string): (path: readonly string[]) => Stretch;
}

/** A text as a tree, or undefined where it can't be read. */
export function parsed(form: Form, text: string): JsonNode | undefined {
  try {
    return form.parse(text);
  } catch {
    return undefined;
  }
}
