import { randomBytes } from 'node:crypto';
import * as vscode from 'vscode';
import { loadedTexts } from '../../ory/localize.ts';
import { type FromView, readEnvelope, readMessage, type ToView } from '../../webviews/shared/contract.ts';
import { openLink } from './open-link.ts';
import { pageOf } from './page.ts';
import type { WebviewContent, WebviewKind } from './webview-kind.ts';

/** What every panel needs from the extension. */
export interface WebviewHost {
  readonly extensionUri: vscode.Uri;
  /** Hears what went wrong while a message was acted upon. */
  readonly onError: (error: unknown) => unknown;
}

/**
 * A panel with a view in it. The view is hidden and loaded again as its tab goes and comes: it is then sent the whole
 * model once more, so what matters lives in the model, and nothing is lost.
 */
export class Webview<Model, Message> implements vscode.Disposable {
  private readonly disposed = new vscode.EventEmitter<void>();
  private readonly listeners: vscode.Disposable;
  /** What waits until the view can hear; models don't, the view asks for one. */
  private waiting: ToView<Model>[] = [];
  private ready = false;
  private sending = false;
  private closed = false;

  /** Fires once, when the panel was closed. */
  readonly onDidDispose = this.disposed.event;

  constructor(
    private readonly host: WebviewHost,
    private readonly kind: WebviewKind<Message>,
    private readonly content: WebviewContent<Model, Message>,
    private readonly panel: vscode.WebviewPanel,
  ) {
    const files = vscode.Uri.joinPath(host.extensionUri, 'dist', 'webviews');
    const media = vscode.Uri.joinPath(host.extensionUri, 'media');
    panel.title = content.title;
    panel.iconPath = {
      light: vscode.Uri.joinPath(media, 'ory-light.svg'),
      dark: vscode.Uri.joinPath(media, 'ory-dark.svg'),
    };
    panel.webview.options = { enableScripts: true, localResourceRoots: [files] };
    this.listeners = vscode.Disposable.from(
      this.disposed,
      panel.webview.onDidReceiveMessage((value) => void this.hear(value)),
      panel.onDidChangeViewState(() => {
        if (!panel.visible) this.ready = false;
      }),
      panel.onDidDispose(() => this.end()),
    );
    const at = (file: string) => panel.webview.asWebviewUri(vscode.Uri.joinPath(files, file)).toString();
    panel.webview.html = pageOf({
      source: panel.webview.cspSource,
      nonce: randomBytes(16).toString('base64url'),
      title: content.title,
      script: at(`${kind.name}.js`),
      style: at(`${kind.name}.css`),
      codicons: at('codicon.css'),
      dataImages: kind.dataImages ?? false,
    });
  }

  /** Whether the panel is in front of the person. */
  get active(): boolean {
    return this.panel.active;
  }

  set title(title: string) {
    this.panel.title = title;
  }

  /** Brings the panel to the front. */
  reveal(): void {
    this.panel.reveal();
  }

  /** Draws the model as it is now; several changes in a row are drawn once. */
  refresh(): void {
    if (!this.ready || this.sending) return;
    this.sending = true;
    queueMicrotask(() => {
      this.sending = false;
      this.sendModel();
    });
  }

  /** Says a sentence to whoever uses a screen reader. */
  announce(text: string): void {
    this.post({ kind: 'announce', text });
  }

  /** Moves the keyboard's focus within the view, where it is in the view. @param id of an element */
  focus(id: string): void {
    this.post({ kind: 'focus', id });
  }

  /** Closes the panel. */
  dispose(): void {
    this.panel.dispose();
  }

  private sendModel(): void {
    if (this.closed || !this.ready) return;
    const message: ToView<Model> = {
      kind: 'model',
      model: this.content.model(),
      restore: this.content.restore?.() ?? null,
    };
    void this.panel.webview.postMessage(message);
  }

  private sendTexts(): void {
    const texts = loadedTexts();
    if (texts) void this.panel.webview.postMessage({ kind: 'texts', texts } satisfies ToView<Model>);
  }

  private post(message: ToView<Model>): void {
    // What a refresh has yet to draw is drawn first: a focus may go to what is new.
    if (this.ready) queueMicrotask(() => void (this.closed || this.panel.webview.postMessage(message)));
    else this.waiting.push(message);
  }

  private async hear(value: unknown): Promise<void> {
    const received = readEnvelope(value);
    try {
      await (received ? this.act(received) : this.refuse());
    } catch (error) {
      await this.host.onError(error);
    }
  }

  private async act(received: FromView): Promise<void> {
    switch (received.kind) {
      case 'ready': {
        this.ready = true;
        this.sendTexts();
        this.sendModel();
        const { waiting } = this;
        this.waiting = [];
        for (const message of waiting) this.post(message);
        break;
      }
      case 'copy':
        await vscode.env.clipboard.writeText(received.text);
        vscode.window.setStatusBarMessage(
          vscode.l10n.t('$(check) Copied {0}', received.what.replaceAll('$(', '')),
          4000,
        );
        break;
      case 'open':
        await openLink(received.url);
        break;
      case 'failed':
        throw new Error(`The view ${this.kind.name} failed: ${received.message}`);
      case 'message': {
        const message = readMessage(this.kind.messages, received.message);
        if (message === undefined) this.refuse();
        else await this.content.onMessage(message);
      }
    }
  }

  private refuse(): never {
    throw new Error(`The view ${this.kind.name} sent what it has no words for.`);
  }

  private end(): void {
    this.closed = true;
    this.ready = false;
    this.waiting = [];
    this.disposed.fire();
    this.listeners.dispose();
  }
}
