import { isMap, isScalar, isSeq, type Node, type Pair } from 'yaml';
import { printYaml, reprintYaml } from '../../ory/yaml/print.ts';
import { nameOfKey, parseYaml, readYaml } from '../../ory/yaml/tree.ts';
import type { Form, Stretch } from './form.ts';

/** YAML. What stands in a text beside its values stays there: comments, blank lines, quotes. */
export const yamlForm: Form = {
  parse: parseYaml,
  print: (tree, over) => (over === undefined ? printYaml(tree) : reprintYaml(over, tree)),
  stretchOf: (text, path) => placesOf(text)(path),
  placesOf,
};

function placesOf(text: string): (path: readonly string[]) => Stretch {
  const root = readYaml(text).document.contents;
  return (path) => {
    let at: Place = { value: root };
    for (const segment of path) {
      const next = below(at.value, segment);
      if (!next) break;
      at = next;
    }
    return stretchIn(text, at);
  };
}

interface Place {
  /** Undefined at the top and in lists. */
  readonly key?: Node;
  readonly value: Node | null;
}

function below(node: Node | null, segment: string): Place | undefined {
  if (isMap(node)) {
    const pair = (node.items as Pair<Node, Node | null>[]).find(({ key }) => nameOfKey(key) === segment);
    return pair && { key: pair.key, value: pair.value };
  }
  const item = isSeq(node) ? (node.items[Number(segment)] as Node | undefined) : undefined;
  return item && { value: item };
}

function stretchIn(text: string, { key, value }: Place): Stretch {
  const range = rangeOf(value);
  const fits =
    range && isScalar(value) && !text.slice(range.offset, range.offset + range.length).includes('\n');
  if (fits && range.length > 0) return range;
  const name = key && rangeOf(key);
  if (name) return name;
  return { offset: range?.offset ?? 0, length: 1 };
}

function rangeOf(node: Node | null): Stretch | undefined {
  if (!node?.range) return undefined;
  const [from, to] = node.range;
  return { offset: from, length: to - from };
}
