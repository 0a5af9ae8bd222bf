import { type Node, parseTree } from 'jsonc-parser';
import { parseEditedJson, printJson } from '../../ory/json/tree.ts';
import type { Form, Stretch } from './form.ts';

/** JSON, two spaces a level, a line break at the end. */
export const jsonForm: Form = {
  parse: parseEditedJson,
  print: (tree) => `${printJson(tree, 2)}\n`,
  placesOf,
};

function placesOf(text: string): (path: readonly string[]) => Stretch {
  const root = parseTree(text);
  const members = new WeakMap<Node, ReadonlyMap<string, Node>>();
  const membersOf = (node: Node) => {
    let known = members.get(node);
    if (!known) members.set(node, (known = membersByName(node)));
    return known;
  };
  return root ? (path) => stretchIn(root, path, membersOf) : () => ({ offset: 0, length: text.length });
}

/** Values by their names; of the same name the first. */
function membersByName({ children = [] }: Node): ReadonlyMap<string, Node> {
  const members = new Map<string, Node>();
  for (const { children: [key, value] = [] } of children) {
    if (key && value && !members.has(String(key.value))) members.set(String(key.value), value);
  }
  return members;
}

/** @param membersOf jsonc-parser goes through all members each time: of a large object many may be asked for */
function stretchIn(
  root: Node,
  path: readonly string[],
  membersOf: (node: Node) => ReadonlyMap<string, Node>,
): Stretch {
  let node = root;
  for (const segment of path) {
    const next = node.type === 'array' ? node.children?.[Number(segment)] : membersOf(node).get(segment);
    if (!next) break;
    node = next;
  }
  // A whole object underlined says nothing: its name is enough, and of the document its first brace.
  const holds = node.type === 'object' || node.type === 'array';
  const name = node.parent?.type === 'property' ? node.parent.children?.[0] : undefined;
  if (holds && name) return { offset: name.offset, length: name.length };
  return { offset: node.offset, length: holds ? 1 : node.length };
}
