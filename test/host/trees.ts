// What the views show, row by row: the providers that the editor was given, as soon as the extension gives them.
import assert from 'node:assert/strict';
import { type MarkdownString, type TreeDataProvider, type TreeItem, type TreeView, window } from 'vscode';

interface Shown {
  readonly provider: TreeDataProvider<unknown>;
  readonly view: TreeView<unknown>;
}

/** Each test file is a bundle of its own: what they share is here. */
const KEY = Symbol.for('ory.test.trees');
const shared = globalThis as unknown as Record<symbol, Map<string, Shown> | undefined>;
// The entry of the tests is loaded before the extension is: it makes its views with its first activation.
const views = (shared[KEY] ??= watched());

function watched(): Map<string, Shown> {
  const made = new Map<string, Shown>();
  const { createTreeView } = window;
  window.createTreeView = (id, options) => {
    const view = createTreeView(id, options);
    made.set(id, { provider: options.treeDataProvider, view });
    return view;
  };
  return made;
}

/** Rows are counted up to here: what a server sends is not endless, what a mistake makes of it may be. */
const MOST = 2_000;

/** Everything that a view says: its message, and what stands in each of its rows and their tooltips. */
export async function wordsOfView(id: string): Promise<readonly string[]> {
  const shown = views.get(id);
  assert.ok(shown, `${id} was made before this test file was loaded`);
  const { provider, view } = shown;
  const words: string[] = [];
  const visit = async (node?: unknown): Promise<void> => {
    for (const child of (await provider.getChildren(node)) ?? []) {
      assert.ok(words.length < MOST, 'the rows have no end');
      const item = await provider.getTreeItem(child);
      words.push(textOf(item.label), textOf(item.description));
      const full = await provider.resolveTreeItem?.(item, child, { isCancellationRequested: false } as never);
      words.push(textOf(full?.tooltip));
      if (item.collapsibleState) await visit(child);
    }
  };
  await visit();
  if (view.message) words.push(view.message);
  return words.filter((word) => word !== '');
}

function textOf(value: TreeItem['label'] | TreeItem['description'] | MarkdownString): string {
  if (typeof value === 'string') return value;
  if (typeof value !== 'object') return '';
  return 'label' in value ? textOf(value.label) : value.value;
}
