import * as vscode from 'vscode';
import type { Connection } from '../../connections/model.ts';
import type { Container } from '../../container.ts';
import type { ViewId } from '../../editor/commands/words.ts';
import type { Contexts } from './contexts.ts';
import { filterKey, type ViewFilter } from './filter.ts';
import { ListRegistry } from './lists/list-registry.ts';
import { TreeProvider } from './provider.ts';
import { showSearch } from './show-search.ts';
import { oneLine } from '../../editor/text.ts';
import type { TreeNode } from './tree-node.ts';

export type { ViewId };

/** What the list behind a view came to, in words that stand above its rows. */
export interface Outcome {
  readonly empty: boolean;
  readonly filtering: string | undefined;
  /** What is wrong, where loading failed: above the rows there is room for a sentence. */
  readonly failure: string | undefined;
}

/** What the module of a view exports; it is loaded when the view is first shown. */
export interface ViewModule {
  roots(view: ExplorerView): Promise<readonly TreeNode[]>;
}

/** One of the four views: its rows, the lists behind them, its filter and what it says above the rows. */
export class ExplorerView implements vscode.Disposable {
  readonly tree: vscode.TreeView<TreeNode>;
  readonly provider: TreeProvider;
  readonly lists: ListRegistry;
  /** What each row with a summary shows, to see when it is out of date. */
  readonly summaries = new Map<string, string>();
  /** What single rows are narrowed to, by the row's id. */
  readonly narrowed = new Map<string, string>();
  private current: ViewFilter | undefined;
  private filtering: string | undefined;
  private failing: string | undefined;

  constructor(
    readonly id: ViewId,
    readonly container: Container,
    readonly contexts: Contexts,
    load: () => Promise<ViewModule>,
  ) {
    this.provider = new TreeProvider(async () => (await load()).roots(this));
    this.lists = new ListRegistry(
      (row) => {
        this.showMessage();
        this.provider.refresh(row);
      },
      (loading) => void vscode.window.withProgress({ location: { viewId: id } }, () => loading),
      (search) => showSearch(this.filter?.text ?? '', search),
    );
    this.tree = vscode.window.createTreeView(id, {
      treeDataProvider: this.provider,
      canSelectMany: true,
      showCollapseAll: true,
    });
  }

  /** The connection whose resources the view shows. */
  get connection(): Connection | undefined {
    return this.container.connections.active;
  }

  get filter(): ViewFilter | undefined {
    return this.current;
  }

  /** Id of the list behind the view's own rows. */
  ownListId(connection: Connection): string {
    return `${connection.id}/+rows/${filterKey(this.current)}`;
  }

  /** Narrows the view, or shows everything again; the list of everything is kept. */
  setFilter(filter: ViewFilter | undefined): void {
    // A filter that is set again asks the server again.
    if (this.current && this.connection) this.lists.drop(this.ownListId(this.connection));
    this.current = filter;
    this.filtering = undefined;
    this.failing = undefined;
    this.contexts.set(`${this.id}.filtered`, filter !== undefined);
    this.contexts.set(`${this.id}.empty`, false);
    this.showMessage();
    this.provider.refresh();
  }

  /** Notes what the view's own list came to. */
  setOutcome({ empty, filtering, failure }: Outcome): void {
    this.contexts.set(`${this.id}.empty`, empty);
    // A message would hide the welcome text, which is what an empty view says.
    this.filtering = empty ? undefined : filtering;
    this.failing = failure;
    this.showMessage();
  }

  /** Loads everything that is shown anew; what was shown stays until then. */
  refresh(): void {
    this.lists.markStale();
    this.provider.refresh();
  }

  /** Shows another connection, or the same with other settings: nothing of the old one stays. */
  reset(): void {
    this.lists.drop();
    this.summaries.clear();
    this.provider.forget();
    this.setFilter(undefined);
  }

  /** Shows a row's summary anew where it is out of date; after the answer that is under way, not within it. */
  refreshSummary(id: string, summary: string): void {
    if (this.summaries.get(id) !== summary) setTimeout(() => this.provider.refresh(id), 0);
  }

  showMessage(): void {
    const pause = this.lists.all.find((list) => list.pause)?.pause;
    const waiting = pause ? vscode.l10n.t('Ory asks to wait {0} s', Math.ceil(pause.ms / 1000)) : undefined;
    const message = [waiting, this.failing, this.filtering].filter((part) => part !== undefined).join(' · ');
    // Typed as optional only; the editor takes undefined for "none".
    (this.tree as { message: string | undefined }).message = message ? oneLine(message) : undefined;
  }

  dispose(): void {
    this.lists.drop();
    this.tree.dispose();
    this.provider.dispose();
  }
}
