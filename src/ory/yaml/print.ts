import { equalJson, type JsonNode, TooDeepError } from '../json/tree.ts';
import { isTooDeepTree, TOO_DEEP_YAML } from './depth.ts';
import { editYaml } from './edit/edit.ts';
import { nodeOf, printNode, SEVERAL_LINES, written } from './nodes.ts';
import { printBlock } from './print-plain.ts';
import { withValues } from './splice.ts';
import { LARGE, parseYaml } from './tree.ts';

/** A tree as YAML, in block style. @throws {TooDeepError} */
export function printYaml(tree: JsonNode): string {
  if (isTooDeepTree(tree)) throw new TooDeepError(0, 'YAML', TOO_DEEP_YAML);
  try {
    if (tree.kind === 'object' || tree.kind === 'array') return printBlock(tree, written);
  } catch (error) {
    if (error !== SEVERAL_LINES) throw error;
  }
  return printNode(nodeOf(tree));
}

/**
 * A tree as YAML, made of a text that stood there before: only what changed is written anew, so that comments, order,
 * quotes and blank lines stay.
 * @throws {TooDeepError}
 */
export function reprintYaml(text: string, tree: JsonNode): string {
  if (isTooDeepTree(tree)) throw new TooDeepError(0, 'YAML', TOO_DEEP_YAML);
  try {
    if (equalJson(parseYaml(text), tree)) return text;
    const spliced = text.length > LARGE ? withValues(text, tree) : text;
    const after = equalJson(parseYaml(spliced), tree) ? spliced : editYaml(spliced, tree);
    return equalJson(parseYaml(after), tree) ? after : printYaml(tree);
  } catch {
    return printYaml(tree);
  }
}
