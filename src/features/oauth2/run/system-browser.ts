import * as vscode from 'vscode';
import { openOutside } from '../../../editor/open-outside.ts';
import { type CallbackListener, listenForCallback } from '../../../flows/oauth2/browser/callback-listener.ts';
import type { RedirectPlan } from '../../../flows/oauth2/browser/redirect-plan.ts';
import { assertSecure, isSecure } from '../../../flows/oauth2/secure.ts';
import { OryError } from '../../../ory/errors.ts';
import { isLoopback } from '../../../ory/http/choose-transport.ts';
import type { BrowserModel } from '../../../webviews/oauth2-run/contract.ts';

/** Milliseconds that a person has to sign in. */
const TIMEOUT_MS = 10 * 60_000;

/** The system's browser, and how what it brings back gets here. */
export class SystemBrowser implements vscode.Disposable {
  private listener: CallbackListener | undefined;
  private url: URL | undefined;
  /** The redirect URI as the browser knows it. */
  private asked = '';
  private pasted: ((url: URL) => void) | undefined;
  /** What is waited for; undefined while nothing is. */
  waiting: BrowserModel | undefined;

  constructor(
    private readonly signal: AbortSignal,
    private readonly changed: () => void,
  ) {}

  /**
   * Begins to listen, where the client's redirect URI is on this machine. In a remote window the editor forwards the
   * port, to another one perhaps: Hydra lets the port of a loopback address differ, and nothing else.
   * @param temporary the client is made for this run: it is given whatever address the browser can reach
   * @returns the redirect URI to be asked with
   */
  async prepare(plan: RedirectPlan, temporary: boolean): Promise<string> {
    if (plan.way === 'paste') return plan.redirectUri;
    this.listener = await listenForCallback(plan);
    const own = (this.asked = this.listener.redirectUri);
    if (!vscode.env.remoteName) return own;
    const forwarded = new URL((await vscode.env.asExternalUri(vscode.Uri.parse(own))).toString(true));
    const { hostname, pathname } = new URL(own);
    const usable = temporary
      ? isSecure(forwarded.href)
      : isLoopback(forwarded.hostname) && forwarded.hostname === hostname && forwarded.pathname === pathname;
    if (usable) return (this.asked = forwarded.href);
    // A tunnel's address is none of the client's: the person brings the answer.
    this.listener.close();
    this.listener = undefined;
    return own;
  }

  /** Opens the address, and waits until the browser came back to the client. */
  async visit(url: URL, state: string): Promise<URL> {
    assertSecure(vscode.l10n.t('The provider’s address'), url.href);
    const paste = !this.listener;
    this.waiting = {
      paste,
      text: paste
        ? vscode.l10n.t(
            'Sign in there. Then copy the address that the browser came back to, even if the page can’t be shown, and paste it. If your app is there, it may use up the code first.',
          )
        : vscode.l10n.t('Sign in there; the code comes back by itself.'),
    };
    this.url = url;
    this.changed();
    try {
      await this.open();
      return await (this.listener
        ? this.listener.wait(state, { asked: this.asked, signal: this.signal, timeoutMs: TIMEOUT_MS })
        : this.paste());
    } finally {
      this.waiting = undefined;
      this.dispose();
      this.changed();
    }
  }

  /** Opens the address that is waited for once more. */
  async open(): Promise<void> {
    if (this.url) await openOutside(this.url.href);
  }

  /** Asks for the address that the browser came back to. */
  async askPasted(): Promise<void> {
    const text = await vscode.window.showInputBox({
      title: vscode.l10n.t('The address that the browser came back to'),
      prompt: vscode.l10n.t('The whole address from the address bar: it holds the code.'),
      ignoreFocusOut: true,
      // The code in it is worth tokens.
      password: true,
      validateInput: (value) =>
        value === '' || URL.canParse(value.trim())
          ? undefined
          : vscode.l10n.t('This is no address: it begins with http.'),
    });
    if (text && URL.canParse(text.trim())) this.pasted?.(new URL(text.trim()));
  }

  dispose(): void {
    this.listener?.close();
    this.listener = undefined;
  }

  private paste(): Promise<URL> {
    return new Promise((resolve, reject) => {
      this.pasted = resolve;
      this.signal.addEventListener('abort', () => reject(new OryError('cancelled', 'Cancelled.')), {
        once: true,
      });
    });
  }
}
