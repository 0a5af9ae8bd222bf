import { equalJson, type JsonNode } from '../json/tree.ts';
import { editYaml } from './edit/edit.ts';
import { nodeOf, printNode, SEVERAL_LINES, written } from './nodes.ts';
import { printBlock } from './print-plain.ts';
import { withValues } from './splice.ts';
import { LARGE, parseYaml } from './tree.ts';

/** A tree as YAML, in block style. */
export function printYaml(tree: JsonNode): string {
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
 */
export function reprintYaml(text: string, tree: JsonNode): string {
  try {
    if (equalJson(parseYaml(text), tree)) return text;
    const spliced = text.length > LARGE ? withValues(text, tree) : text;
    const after = equalJson(parseYaml(spliced), tree) ? spliced : editYaml(spliced, tree);
    return equalJson(parseYaml(after), tree) ? after : printYaml(tree);
  } catch {
    return printYaml(tree);
  }
}
