import { type JsonNode, parseJson, printJson } from '../../ory/json/tree.ts';
import { LARGE, outlineOf } from '../../ory/json/unread.ts';
import type { Made } from './messages.ts';

/** The large trees that the thread holds, by the names that both threads know them by. */
export class KnownTrees {
  private readonly trees = new Map<string, JsonNode>();
  private readonly names = new WeakMap<object, string>();
  private made: Made[] = [];
  private count = 0;

  learn(sent: ReadonlyMap<string, string>): void {
    for (const [name, text] of sent) this.put(name, parseJson(text));
  }

  forget(names: readonly string[]): void {
    for (const name of names) this.trees.delete(name);
  }

  of(name: string): JsonNode {
    const tree = this.trees.get(name);
    if (!tree) throw new Error('The thread was not told a document.');
    return tree;
  }

  /** The name of a tree of a job's result, which is told the extension host with it; undefined where it is small. */
  nameOf(node: object): string | undefined {
    if (!isObject(node)) return undefined;
    const known = this.names.get(node);
    if (known !== undefined && this.trees.has(known)) return known;
    const text = printJson(node);
    if (text.length < LARGE) return undefined;
    const name = `made:${++this.count}`;
    this.put(name, node);
    this.made.push({ name, text, outline: outlineOf(node.members, printJson) });
    return name;
  }

  /** What was named since. */
  takeMade(): readonly Made[] {
    const { made } = this;
    this.made = [];
    return made;
  }

  private put(name: string, tree: JsonNode): void {
    this.trees.set(name, tree);
    this.names.set(tree, name);
  }
}

const isObject = (node: object): node is Extract<JsonNode, { kind: 'object' }> =>
  'kind' in node && node.kind === 'object' && 'members' in node && node.members instanceof Map;
