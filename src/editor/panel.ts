import type * as vscode from 'vscode';
import type { Connection } from '../connections/model.ts';
import { OneAtATime } from '../flows/one-at-a-time.ts';
import { isOryError } from '../ory/errors.ts';
import type { Service } from '../ory/operations/operation.ts';
import type { Redactor } from '../ory/secrets/redactor.ts';
import type { ConnectionStore } from './connection-store.ts';
import { LiveConnection } from './live-connection.ts';
import { failureWords } from './panel-words.ts';
import type { Webview } from './webview/webview.ts';
import type { WebviewContent, WebviewKind } from './webview/webview-kind.ts';

/** What panels need of the container. */
export interface PanelHost {
  readonly connections: Pick<ConnectionStore, 'byId' | 'onDidChange'>;
  readonly redactor: Redactor;
  openWebview<Model, Message>(
    kind: WebviewKind<Message>,
    content: WebviewContent<Model, Message>,
    restored?: vscode.WebviewPanel,
  ): Promise<Webview<Model, Message>>;
}

/** A webview panel on a connection, in which one thing is done at a time. */
export abstract class Panel<Model, Message> {
  protected readonly live: LiveConnection;
  protected problem = '';
  /** What is being done; a panel that begins anew takes a new one, and hears no more of what was done. */
  protected doing = this.newDoing();
  private view: Webview<Model, Message> | undefined;
  private titled = '';

  /** @param services those that it asks: see {@link LiveConnection} */
  constructor(
    private readonly container: PanelHost,
    connection: Connection,
    services: readonly Service[],
  ) {
    this.live = new LiveConnection(container.connections, connection, services);
  }

  protected abstract readonly kind: WebviewKind<Message>;
  protected abstract title(): string;
  protected abstract model(): Model;
  protected abstract hear(message: Message): unknown;

  /** From what it is made again after a reload of the window; null where it is not. */
  protected restore(): unknown {
    return null;
  }

  /** The panel was closed. */
  protected closed(): void {
    // Most leave nothing behind.
  }

  /** The connection has changed in the settings, or was removed. */
  protected follow(): void {
    this.refresh();
  }

  /** @param restored a panel that outlived a reload of the window; else a new one is made */
  async show(restored?: vscode.WebviewPanel): Promise<void> {
    const { container } = this;
    this.titled = this.title();
    const content = {
      title: this.titled,
      model: () => this.model(),
      onMessage: (message: Message) => this.hear(message),
      restore: () => this.restore(),
    };
    this.view = await container.openWebview(this.kind, content, restored);
    const listener = container.connections.onDidChange(() => this.follow());
    this.view.onDidDispose(() => {
      this.view = undefined;
      listener.dispose();
      this.doing.cancel();
      this.closed();
    });
  }

  /** What is wrong now: why the last thing failed, or why nothing can be asked of the connection any more. */
  protected get wrong(): string {
    return this.live.gone || this.problem;
  }

  protected refresh(): void {
    const { view } = this;
    const title = this.title();
    if (view && title !== this.titled) view.title = this.titled = title;
    view?.refresh();
  }

  protected announce(text: string): void {
    this.view?.announce(text);
  }

  /** Draws, and has the keyboard go on at a part of the view. */
  protected lookAt(id: string): void {
    this.refresh();
    this.view?.focus(id);
  }

  protected close(): void {
    this.view?.dispose();
  }

  protected newDoing(): OneAtATime {
    return new OneAtATime(() => this.refresh());
  }

  /** Does something, unless something is being done; why it failed stands in the view. */
  protected async attempt(
    what: string,
    work: (signal: AbortSignal) => Promise<void> | undefined,
  ): Promise<void> {
    await this.doing.run(what, (signal) => this.say(() => work(signal)));
  }

  /** Does a part of what is being done; why it failed stands in the view and is announced. */
  protected async say(work: () => Promise<void> | undefined): Promise<void> {
    const { doing } = this;
    this.problem = '';
    try {
      await work();
    } catch (error) {
      if (doing !== this.doing || isOryError(error, 'cancelled')) return;
      // What is wrong with the connection is told as long as it is, and no longer.
      if (!this.live.gone) this.problem = failureWords(error, this.live.now, this.container.redactor);
      this.announce(this.wrong);
    }
  }
}
