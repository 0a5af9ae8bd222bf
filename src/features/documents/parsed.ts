import { type JsonNode, parseJson } from '../../ory/json/tree.ts';

/** A text as a tree, or undefined where it is no JSON. */
export function parsed(text: string): JsonNode | undefined {
  try {
    return parseJson(text);
  } catch {
    return undefined;
  }
}
