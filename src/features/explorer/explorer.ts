import * as vscode from 'vscode';
import type { Connection } from '../../connections/model.ts';
import { hasService } from '../../connections/model.ts';
import type { Container } from '../../container.ts';
import type { ViewName } from '../../kinds/kind.ts';
import { Contexts } from './contexts.ts';
import { ExplorerView, type ViewId } from './explorer-view.ts';

/** The services that welcome texts and menus ask for. */
const SERVICES = [
  'kratos-public',
  'kratos-admin',
  'hydra-public',
  'hydra-admin',
  'keto-read',
  'keto-write',
  'console',
] as const;

/** The four views, and which connection they show. */
export class Explorer implements vscode.Disposable {
  readonly contexts = new Contexts();
  readonly projects: ExplorerView;
  readonly identities: ExplorerView;
  readonly clients: ExplorerView;
  readonly keys: ExplorerView;
  private readonly shown = new Map<string, string>();
  private active: string | undefined;

  constructor(readonly container: Container) {
    const { contexts } = this;
    const resources = (name: ViewName) =>
      new ExplorerView(`ory.${name}`, container, contexts, async () => {
        const { rootsOf } = await import('./views/resources.ts');
        return { roots: (view) => rootsOf(view, name) };
      });
    this.projects = new ExplorerView(
      'ory.projects',
      container,
      contexts,
      () => import('./views/projects.ts'),
    );
    this.identities = resources('identities');
    this.clients = resources('clients');
    this.keys = resources('keys');
    this.follow();
  }

  get views(): readonly ExplorerView[] {
    return [this.projects, this.identities, this.clients, this.keys];
  }

  /** The views that show the resources of the active connection. */
  get resourceViews(): readonly ExplorerView[] {
    return [this.identities, this.clients, this.keys];
  }

  byId(id: ViewId): ExplorerView | undefined {
    return this.views.find((view) => view.id === id);
  }

  /** Takes up what changed in the connections; views whose connection is the same keep their rows. */
  follow(): void {
    const { all, active } = this.container.connections;
    this.contexts.set('ory.hasConnections', all.length > 0);
    this.contexts.set('ory.readOnly', active?.readOnly ?? false);
    this.contexts.set('ory.hasConsolePage', active?.type === 'network' && active.projectId !== undefined);
    for (const service of SERVICES) {
      this.contexts.set(`ory.hasService.${service}`, active !== undefined && hasService(active, service));
    }
    // Only now is it known that there are none: until then no welcome text is right.
    this.contexts.set('ory.ready', true);
    this.dropChanged(all);
    this.projects.provider.refresh();
    const settings = active && JSON.stringify(active);
    for (const view of this.resourceViews) {
      view.tree.description = active ? titleOf(active) : '';
      if (settings !== this.active) view.reset();
    }
    this.active = settings;
  }

  dispose(): void {
    vscode.Disposable.from(...this.views).dispose();
  }

  /** What the Projects view knows of a connection that was changed or removed is no longer true. */
  private dropChanged(all: readonly Connection[]): void {
    const now = new Map(all.map((connection) => [connection.id, JSON.stringify(connection)]));
    for (const [id, settings] of this.shown) {
      if (now.get(id) !== settings) this.projects.lists.drop(`${id}/`);
    }
    this.shown.clear();
    for (const [id, settings] of now) this.shown.set(id, settings);
  }
}

/** "staging", "Acme · production · read-only": the view's title says what it shows. */
function titleOf({ name, production, readOnly }: Connection): string {
  const said = /\bprod/i.test(name);
  return [name, production && !said ? 'production' : '', readOnly ? 'read-only' : '']
    .filter(Boolean)
    .join(' · ');
}
