import {
  Document,
  type DocumentOptions,
  isAlias,
  isMap,
  isSeq,
  type Node,
  Pair,
  parseDocument,
  type ParseOptions,
  type ScalarTag,
  type SchemaOptions,
  type ToStringOptions,
  YAMLMap,
  YAMLSeq,
} from 'yaml';
import { type Change, diffJson } from '../json/diff.ts';
import { equalJson, type JsonNode, TooDeepError } from '../json/tree.ts';
import { isTooDeepTree, TOO_DEEP_YAML } from './depth.ts';
import { printBlock, type Written } from './print-plain.ts';
import { withValues } from './splice.ts';
import { nameOfKey, parseYaml } from './tree.ts';

/** A number as it is spelled: the library's own would lose digits. */
class Spelled {
  constructor(readonly raw: string) {}
}

const spelledNumber: ScalarTag = {
  tag: 'tag:yaml.org,2002:float',
  default: true,
  test: /^[-+]?(\d[\d_]*)?\.?\d+([eE][-+]?\d+)?$/,
  identify: (value) => value instanceof Spelled,
  resolve: (text) => new Spelled(text),
  stringify: ({ value }) => (value as Spelled).raw,
};

const options: ParseOptions & DocumentOptions & SchemaOptions = {
  customTags: (tags) => [spelledNumber, ...tags],
  logLevel: 'silent',
  // Comparing each name with all before it takes minutes where there are 30,000: what is parsed here was read before.
  uniqueKeys: false,
};

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

/** A name that can't stand on one line. */
const SEVERAL_LINES = new Error('a name of several lines');

function printNode(node: Node): string {
  const document = new Document(null, options);
  document.contents = node;
  return document.toString({ lineWidth: 0 });
}

/** A member of a document of its own shows how the library writes a name, or a value. */
function printMember(name: string, value: string): string {
  const map = new YAMLMap(plain.schema);
  map.items.push(new Pair(nameNode(name), plain.createNode(value)));
  return printNode(map).slice(0, -1);
}

const written: Written = {
  name: (name) => {
    const member = printMember(name, 'v');
    if (member.includes('\n')) throw SEVERAL_LINES;
    return member.slice(0, -': v'.length);
  },
  value: (value) => printMember('n', value).slice('n: '.length),
};

/**
 * A tree as YAML, made of a text that stood there before: only what changed is written anew, so that comments, order,
 * quotes and blank lines stay.
 * @throws {TooDeepError}
 */
export function reprintYaml(text: string, tree: JsonNode): string {
  if (isTooDeepTree(tree)) throw new TooDeepError(0, 'YAML', TOO_DEEP_YAML);
  try {
    if (equalJson(parseYaml(text), tree)) return text;
    const spliced = withValues(text, tree);
    const left = diffJson(parseYaml(spliced), tree);
    if (left.length === 0) return spliced;
    const document = parseDocument(spliced, options);
    for (const change of left) apply(document, change, tree);
    const after = closeEnd(spliced, document.toString({ lineWidth: 0, ...styleOf(text) }));
    // Anchors reach far: should anything else have changed with them, the text is made anew.
    return equalJson(parseYaml(after), tree) ? after : printYaml(tree);
  } catch {
    return printYaml(tree);
  }
}

/** The library sets a blank line before a comment at the very end, where there was none. */
function closeEnd(before: string, after: string): string {
  const comment = /\n((?:#[^\n]*\n*)+)$/.exec(after)?.[1];
  return comment && !before.includes(`\n\n${comment}`)
    ? after.replace(/\n\n(?=(?:#[^\n]*\n*)+$)/, '\n')
    : after;
}

function apply(document: Document, { op, path, value }: Change, tree: JsonNode): void {
  const whole = (at: readonly string[]) =>
    nodeOf(at.reduce<JsonNode>((node, segment) => memberOf(node, segment), tree));
  let holder: Node | null = document.contents;
  for (const [depth, segment] of path.entries()) {
    if (!isMap(holder)) {
      document.contents = nodeOf(tree);
      return;
    }
    const pair: Pair<Node, Node | null> | undefined = pairOf(holder, segment);
    const last = depth === path.length - 1;
    if (!pair && last && op === 'remove') throw new Error('It comes from elsewhere.');
    if (!pair) {
      holder.items.push(new Pair(nameNode(segment), whole(path.slice(0, depth + 1))));
      return;
    }
    if (last && op === 'remove') {
      holder.items.splice(holder.items.indexOf(pair), 1);
      return;
    }
    if (last || isAlias(pair.value) || !isMap(pair.value)) {
      const next = last && value ? nodeOf(value) : whole(path.slice(0, depth + 1));
      pair.value = withComments(next, pair.value);
      return;
    }
    holder = pair.value;
  }
  document.contents = nodeOf(tree);
}

/** What stood beside a value stays beside the new one, and a list keeps the items that it had. */
function withComments(next: Node, before: Node | null): Node {
  if (!before) return next;
  const { comment, commentBefore, spaceBefore } = before;
  if (typeof comment === 'string') next.comment = comment;
  if (typeof commentBefore === 'string') next.commentBefore = commentBefore;
  if (spaceBefore) next.spaceBefore = spaceBefore;
  if (isSeq(before) && isSeq(next)) {
    if (before.flow) next.flow = true;
    const old = new Map(before.items.map((item) => [String(item), item]));
    next.items = next.items.map((item) => old.get(String(item)) ?? item);
  } else if (isMap(before) && isMap(next) && before.flow) next.flow = true;
  return next;
}

const pairOf = (map: YAMLMap, name: string): Pair<Node, Node | null> | undefined =>
  (map.items as Pair<Node, Node | null>[]).find(({ key }) => nameOfKey(key) === name);

function memberOf(node: JsonNode, name: string): JsonNode {
  const found = node.kind === 'object' ? node.members.get(name) : undefined;
  if (!found) throw new Error('It is not there.');
  return found;
}

const plain = new Document(null, options);

/** Out of quotes, `<<` would take in what stands behind it. */
function nameNode(name: string): Node {
  const node = plain.createNode(name);
  if (name === '<<') node.type = 'QUOTE_DOUBLE';
  return node;
}

function nodeOf(tree: JsonNode): Node {
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

/** How a text is laid out, as far as it can be told. */
function styleOf(text: string): ToStringOptions {
  const deeper = /^[^\s#-][^\n]*:[ \t]*(?:#[^\n]*)?\n(?:[ \t]*(?:#[^\n]*)?\n)*( +)[^\s#-]/m.exec(text)?.[1];
  const list = /^( *)[^\s#][^\n]*:[ \t]*(?:#[^\n]*)?\n(?:[ \t]*(?:#[^\n]*)?\n)*( *)- /m.exec(text);
  return {
    indent: deeper?.length ?? 2,
    indentSeq: !list || (list[2] ?? '').length > (list[1] ?? '').length,
    flowCollectionPadding: !/[{[]\w/.test(text),
  };
}
