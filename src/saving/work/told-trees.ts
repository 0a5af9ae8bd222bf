import { UnreadJson } from '../../ory/json/unread.ts';
import type { Made } from './messages.ts';

/** Characters of trees that the thread holds at most, those of a running job aside: a tree takes some ten times as many bytes. */
const MOST = 24 * 1024 * 1024;

/** What the thread knows of large trees, as the extension host keeps count of it. */
export class ToldTrees {
  private names = new WeakMap<UnreadJson, string>();
  /** Those that it holds, what was needed last at the end. */
  private readonly known = new Map<string, UnreadJson>();
  private count = 0;

  /** The name of a tree. @param unknown takes the text of one that the thread does not hold */
  nameOf(tree: UnreadJson, unknown: Map<string, string>): string {
    const name = this.names.get(tree) ?? `told:${++this.count}`;
    if (!this.known.has(name)) unknown.set(name, tree.text);
    this.put(name, tree);
    return name;
  }

  of(name: string): UnreadJson {
    const tree = this.known.get(name);
    if (!tree) throw new Error('The thread named a document that nobody knows.');
    return tree;
  }

  take(made: readonly Made[]): void {
    for (const { name, text, outline } of made) this.put(name, new UnreadJson(text, outline));
  }

  /** Names that the thread is to forget, but for those that are needed now. */
  beyond(needed: ReadonlySet<string>): readonly string[] {
    let left = [...this.known.values()].reduce((sum, { text }) => sum + text.length, 0) - MOST;
    return [...this.known].flatMap(([name, { text }]) => {
      if (left <= 0 || needed.has(name)) return [];
      left -= text.length;
      this.known.delete(name);
      return [name];
    });
  }

  /** The thread has ended. */
  clear(): void {
    this.names = new WeakMap();
    this.known.clear();
  }

  private put(name: string, tree: UnreadJson): void {
    this.names.set(tree, name);
    this.known.delete(name);
    this.known.set(name, tree);
  }
}
