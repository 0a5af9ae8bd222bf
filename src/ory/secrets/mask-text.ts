import { type Node, parseTree } from 'jsonc-parser';
import { isTooDeep, TOO_DEEP } from '../json/depth.ts';
import { type JsonNode, parseJson, printJson } from '../json/tree.ts';
import type { SecretPointer } from '../operations/operation.ts';
import { MASK } from './mask.ts';
import { anywhere, compare, maskSecrets } from './mask-secrets.ts';

/** Documents that are looked for in one text, such as lines that are each one. */
const MOST_DOCUMENTS = 1000;

/**
 * A text that should be JSON, its secrets masked. What is none (cut off, with a page of HTML around it, one document
 * behind the other) is read as far as it can be, and stays as it is but for the masks.
 */
export function maskText(text: string, declared: readonly SecretPointer[]): string {
  let root: JsonNode;
  try {
    root = parseJson(text);
  } catch {
    return maskLoosely(text, declared);
  }
  const masked = maskSecrets(root, anywhere(declared));
  return masked === root ? text : printJson(masked);
}

/** The same for what is known to be no valid JSON. */
export function maskLoosely(text: string, declared: readonly SecretPointer[]): string {
  if (isTooDeep(text)) return `[${TOO_DEEP}]`;
  try {
    let clean = '';
    let done = 0;
    for (const { offset, length } of secretPlaces(text, anywhere(declared))) {
      clean += text.slice(done, offset) + JSON.stringify(MASK);
      done = offset + length;
    }
    return clean + text.slice(done);
  } catch (error) {
    // Nested more deeply than it can be looked through, however: nobody can say what stands in it.
    if (error instanceof RangeError) return MASK;
    throw error;
  }
}

function* secretPlaces(text: string, declared: readonly SecretPointer[]): Generator<Node> {
  let at = beginAfter(text, 0);
  for (let count = 0; at >= 0 && count < MOST_DOCUMENTS; count++) {
    const part = text.slice(at);
    const root = parseTree(part, [], { allowTrailingComma: true });
    if (!root) return;
    const origins = new Map<JsonNode, Node>();
    const tree = treeOf(root, part, origins);
    const found: Node[] = [];
    compare(tree, maskSecrets(tree, declared), (node) => {
      const origin = origins.get(node);
      if (origin) found.push(origin);
    });
    const start = at;
    yield* found
      .map((node) => ({ ...node, offset: start + node.offset }))
      .sort((a, b) => a.offset - b.offset);
    at = beginAfter(text, at + Math.max(root.length, 1));
  }
}

function beginAfter(text: string, from: number): number {
  const begin = /[{[]/g;
  begin.lastIndex = from;
  return begin.exec(text)?.index ?? -1;
}

/** Remembers of each scalar where it is from. Members of one name are all in the text, so all of them count. */
function treeOf(node: Node, text: string, origins: Map<JsonNode, Node>): JsonNode {
  const tree = made(node, text, origins);
  if (tree.kind !== 'object' && tree.kind !== 'array') origins.set(tree, node);
  return tree;
}

function made(node: Node, text: string, origins: Map<JsonNode, Node>): JsonNode {
  switch (node.type) {
    case 'object': {
      const members = new Map<string, JsonNode>();
      for (const { children = [] } of node.children ?? []) {
        const [key, value] = children;
        if (!key || !value) continue;
        const name = String(key.value);
        const tree = treeOf(value, text, origins);
        const same = members.get(name);
        members.set(name, same ? { kind: 'array', items: [same, tree] } : tree);
      }
      return { kind: 'object', members };
    }
    case 'array':
      return { kind: 'array', items: (node.children ?? []).map((item) => treeOf(item, text, origins)) };
    case 'string':
      return { kind: 'string', value: String(node.value) };
    case 'number':
      return { kind: 'number', raw: text.slice(node.offset, node.offset + node.length) };
    default:
      return { kind: 'literal', value: null };
  }
}
