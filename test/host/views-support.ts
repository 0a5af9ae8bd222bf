// A view in place of the browser's: what the extension host shows is seen as a model, and messages are sent at will.
import type { Uri } from 'vscode';
import { EventEmitter, type WebviewPanel, window } from 'vscode';
import { eventually } from './documents-support.ts';

interface Sent {
  readonly kind: string;
  readonly model?: unknown;
}

export class View<Model> {
  /** Everything that was shown, in order: what passes is looked for here. */
  readonly models: Model[] = [];
  private readonly heard = new EventEmitter<unknown>();
  private readonly closed = new EventEmitter<void>();

  readonly panel = {
    title: '',
    visible: true,
    active: true,
    webview: {
      html: '',
      options: {},
      cspSource: '',
      asWebviewUri: (uri: Uri) => uri,
      onDidReceiveMessage: this.heard.event,
      postMessage: ({ kind, model }: Sent) => {
        if (kind === 'model') this.models.push(model as Model);
        return Promise.resolve(true);
      },
    },
    onDidChangeViewState: new EventEmitter<void>().event,
    onDidDispose: this.closed.event,
    reveal: () => undefined,
    dispose: () => this.close(),
  };

  /** What is shown now. */
  get model(): Model | undefined {
    return this.models.at(-1);
  }

  ready(): void {
    this.heard.fire({ kind: 'ready' });
  }

  send(message: unknown): void {
    this.heard.fire({ kind: 'message', message });
  }

  close(): void {
    this.closed.fire();
  }

  /** Waits for a model that is as wanted. */
  async comes(wanted: (model: Model) => boolean): Promise<Model> {
    const model = await eventually(
      () => this.model,
      (seen) => seen !== undefined && wanted(seen),
      90_000,
    );
    return model as Model;
  }
}

/** Does something that opens a view. @returns the view, which has been sent its model */
export async function viewOf<Model>(open: () => Thenable<unknown>): Promise<View<Model>> {
  const { createWebviewPanel } = window;
  const view = new View<Model>();
  window.createWebviewPanel = () => view.panel as unknown as WebviewPanel;
  try {
    await open();
  } finally {
    window.createWebviewPanel = createWebviewPanel;
  }
  view.ready();
  await view.comes(() => true);
  return view;
}
