import { config, type l10nJsonFormat } from '@vscode/l10n';
import { render, type TemplateResult } from 'lit';
import { announce } from './announce.ts';
import type { FromView, ToView } from './contract.ts';
import { type Kept, keptState } from './kept-state.ts';
import { focusOn, rememberFocus } from './focus.ts';

interface Editor {
  postMessage(message: FromView): void;
  getState(): unknown;
  setState(state: unknown): void;
}
declare function acquireVsCodeApi(): Editor;

/** What a view can do. */
export interface View<Message> {
  /** Sends a message of the view's contract to the extension host. */
  send(message: Message): void;
  /** Puts a text on the clipboard. @param what what it is, for the status bar: "the id" */
  copy(text: string, what: string): void;
  /** Opens an http(s) address outside, after the editor has asked. */
  open(url: string): void;
  /** What outlives hiding: which sections are open. Never a secret. */
  readonly kept: Kept;
  /** Draws once more what was sent last: something of the view's own has changed. */
  redraw(): void;
}

/** A view, and what it shows. */
export interface ConnectedView<Model, Message> extends View<Message> {
  /** What was sent last; undefined until the host has answered. */
  readonly model: Model | undefined;
}

/**
 * Connects a view to the extension host: draws each model that is sent, keeps the focus and the place, says that it is
 * ready.
 * @param draw makes the whole view of a model; texts in it are texts, never markup
 */
export function connect<Model, Message>(
  draw: (model: Model, view: View<Message>) => TemplateResult,
): ConnectedView<Model, Message> {
  const editor = acquireVsCodeApi();
  const kept = keptState(
    () => editor.getState(),
    (state) => editor.setState(state),
  );
  const root = document.querySelector('main') ?? document.body;
  let shown: { readonly model: Model } | undefined;
  const redraw = () => {
    if (shown) render(draw(shown.model, view), root);
  };
  const view: ConnectedView<Model, Message> = {
    get model() {
      return shown?.model;
    },
    send: (message) => editor.postMessage({ kind: 'message', message }),
    copy: (text, what) => editor.postMessage({ kind: 'copy', text, what }),
    open: (url) => editor.postMessage({ kind: 'open', url }),
    kept,
    redraw,
  };
  window.addEventListener('message', ({ data }: MessageEvent<ToView<Model>>) => {
    switch (data.kind) {
      case 'texts':
        config({ contents: data.texts as l10nJsonFormat });
        break;
      case 'model': {
        const first = !shown;
        shown = { model: data.model };
        kept.restore = data.restore;
        redraw();
        if (first) rememberFocus(kept);
        break;
      }
      case 'announce':
        announce(data.text);
        break;
      case 'focus':
        // Whoever has turned to something else, the palette for instance, stays there.
        if (document.hasFocus()) void focusOn(data.id);
        break;
    }
  });
  const failed = (reason: unknown) =>
    editor.postMessage({
      kind: 'failed',
      message: reason instanceof Error ? reason.message : String(reason),
    });
  window.addEventListener('error', ({ error, message }) => failed(error ?? message));
  window.addEventListener('unhandledrejection', ({ reason }) => failed(reason));
  editor.postMessage({ kind: 'ready' });
  return view;
}
