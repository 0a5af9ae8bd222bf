// What menus go by: the rows of the views, and the context keys that the extension sets. Both are watched from before
// the extension starts, because the editor gives neither of them back.
import assert from 'node:assert/strict';
import { commands, type TreeDataProvider, type TreeItem, window } from 'vscode';
import type { Context } from '../../src/editor/commands/condition.ts';

/** A row as commands get it. */
export interface Row {
  readonly id: string;
  readonly connection?: { readonly id: string; readonly readOnly: boolean };
  readonly ref?: { readonly kind: string; readonly id: string };
}

interface Watched {
  readonly views: Map<string, TreeDataProvider<Row>>;
  readonly keys: Record<string, unknown>;
}

/** Each test file is a bundle of its own: what they share is here. */
const KEY = Symbol.for('ory.test.menus');
const shared = globalThis as unknown as Record<symbol, Watched | undefined>;

/** Watches what the extension tells the editor; called before it starts. */
export function watchMenus(): void {
  const watched: Watched = { views: new Map(), keys: {} };
  shared[KEY] = watched;
  const { createTreeView } = window;
  window.createTreeView = <T>(id: string, options: { treeDataProvider: TreeDataProvider<T> }) => {
    watched.views.set(id, options.treeDataProvider as unknown as TreeDataProvider<Row>);
    return createTreeView<T>(id, options);
  };
  const { executeCommand } = commands;
  Object.assign(commands, {
    executeCommand: (id: string, ...args: unknown[]) => {
      if (id === 'setContext') watched.keys[String(args[0])] = args[1];
      return executeCommand(id, ...args);
    },
  });
}

function menus(): Watched {
  const watched = shared[KEY];
  assert.ok(watched, 'watched from the start');
  return watched;
}

/** The context keys as they are now. */
export const contextKeys = (): Context => menus().keys;

/** The rows of a view, or below a row, each with its item. */
export async function rowsOf(view: string, below?: Row): Promise<{ row: Row; item: TreeItem }[]> {
  const provider = menus().views.get(view);
  assert.ok(provider, `${view} is there`);
  const rows = (await provider.getChildren(below)) ?? [];
  return Promise.all(rows.map(async (row) => ({ row, item: await provider.getTreeItem(row) })));
}
