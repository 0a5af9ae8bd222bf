import { findNodeAtLocation, type Node, parseTree } from 'jsonc-parser';
import { parseEditedJson, printJson } from '../../ory/json/tree.ts';
import type { Form, Stretch } from './form.ts';

/** JSON, two spaces a level, a line break at the end. */
export const jsonForm: Form = {
  parse: parseEditedJson,
  print: (tree) => `${printJson(tree, 2)}\n`,
  stretchOf: (text, path) => placesOf(text)(path),
  placesOf,
};

function placesOf(text: string): (path: readonly string[]) => Stretch {
  const root = parseTree(text);
  return root ? (path) => stretchIn(root, path) : () => ({ offset: 0, length: text.length });
}

function stretchIn(root: Node, path: readonly string[]): Stretch {
  // jsonc-parser tells a list's items from an object's members by the type of the segment.
  let node = root;
  for (const segment of path) {
    const next = findNodeAtLocation(node, [node.type === 'array' ? Number(segment) : segment]);
    if (!next) break;
    node = next;
  }
  // A whole object underlined says nothing: its name is enough, and of the document its first brace.
  const holds = node.type === 'object' || node.type === 'array';
  const name = node.parent?.type === 'property' ? node.parent.children?.[0] : undefined;
  if (holds && name) return { offset: name.offset, length: name.length };
  return { offset: node.offset, length: holds ? 1 : node.length };
}
