import {
  Document,
  type DocumentOptions,
  type Node,
  Pair,
  type ParseOptions,
  type ScalarTag,
  type SchemaOptions,
  YAMLMap,
  YAMLSeq,
} from 'yaml';
import type { JsonNode } from '../json/tree.ts';

/** A number as it is spelled: the library's own would lose digits. */
class Spelled {
  constructor(readonly raw: string) {}
}

const spelledNumber: ScalarTag = {
  tag: 'tag:yaml.org,2002:float',
  default: true,
  test: /^[-+]?(?:\d(?:[\d_]*\d)?(?:\.\d+)?|\.\d+)(?:[eE][-+]?\d+)?$/,
  identify: (value) => value instanceof Spelled,
  resolve: (text) => new Spelled(text),
  stringify: ({ value }) => (value as Spelled).raw,
};

const options: ParseOptions & DocumentOptions & SchemaOptions = {
  customTags: (tags) => [spelledNumber, ...tags],
  logLevel: 'silent',
};

const plain = new Document(null, options);

/** A tree as nodes of the library, which writes them as text. */
export function nodeOf(tree: JsonNode): Node {
  switch (tree.kind) {
    case 'object': {
      const map = new YAMLMap(plain.schema);
      for (const [name, value] of tree.members) map.items.push(new Pair(nameNode(name), nodeOf(value)));
      return map;
    }
    case 'array': {
      const list = new YAMLSeq(plain.schema);
      for (const item of tree.items) list.items.push(nodeOf(item));
      return list;
    }
    case 'number':
      return plain.createNode(new Spelled(tree.raw));
    default:
      return plain.createNode(tree.value);
  }
}

/** Out of quotes, `<<` would take in what stands behind it. */
function nameNode(name: string): Node {
  const node = plain.createNode(name);
  if (name === '<<') node.type = 'QUOTE_DOUBLE';
  return node;
}

/** A node as a document of its own. */
export function printNode(node: Node): string {
  const document = new Document(null, options);
  document.contents = node;
  return document.toString({ lineWidth: 0, flowCollectionPadding: false });
}

/** A tree in flow style, on one line. */
export function flowText(tree: JsonNode): string {
  if (tree.kind === 'array') return `[${tree.items.map(flowText).join(', ')}]`;
  if (tree.kind === 'object') {
    const members = [...tree.members].map(([name, value]) => `${flowSingle(name)}: ${flowText(value)}`);
    return members.length === 0 ? '{}' : `{ ${members.join(', ')} }`;
  }
  if (tree.kind === 'string') return flowSingle(tree.value);
  return tree.kind === 'number' ? tree.raw : String(tree.value);
}

/** A text or a name between commas; the library would write one of several lines as lines. */
function flowSingle(text: string): string {
  if (/[\n\r]/.test(text) || text === '<<') return JSON.stringify(text);
  const list = new YAMLSeq(plain.schema);
  list.flow = true;
  list.items.push(plain.createNode(text));
  return printNode(list).slice(1, -2);
}

/** A name that can't stand on one line. */
export const SEVERAL_LINES = new Error('a name of several lines');

/** A member of a document of its own shows how the library writes a name, or a value. */
function printMember(name: string, value: string): string {
  const map = new YAMLMap(plain.schema);
  map.items.push(new Pair(nameNode(name), plain.createNode(value)));
  return printNode(map).slice(0, -1);
}

/** How the library writes what has to be quoted or takes lines of its own; behind a name or a dash, two blanks deeper. */
export const written = {
  /** @throws SEVERAL_LINES */
  name(name: string): string {
    const member = printMember(name, 'v');
    if (member.includes('\n')) throw SEVERAL_LINES;
    return member.slice(0, -': v'.length);
  },
  value: (value: string): string => printMember('n', value).slice('n: '.length),
};
