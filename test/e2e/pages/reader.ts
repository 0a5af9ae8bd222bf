import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { packReader, READER_ENTRY } from '../../../tools/lib/reader-extension.mjs';

/** What the extension host says of the editor in front. */
export interface Front {
  readonly uri: string;
  readonly text: string;
}

type Request =
  | { readonly op: 'read' }
  | { readonly op: 'set'; readonly text: string }
  | { readonly op: 'behind'; readonly text: string }
  | { readonly op: 'replace'; readonly from: string; readonly to: string };

let made: Promise<string> | undefined;

/** The package of the extension that answers, made once a run. */
export function readerPackage(): Promise<string> {
  const vsix = join('out', 'tools', `${READER_ENTRY}.vsix`);
  made ??= packReader(vsix).then(() => vsix);
  return made;
}

/** The text of the editor in front where it is: asked of this window's extension host, not through the clipboard. */
export class Reader {
  constructor(private readonly page: Page) {}

  /** Keeps what only tests need out of pictures. */
  static async hide(page: Page): Promise<void> {
    await page.addInitScript((name) => {
      const { document } = globalThis as unknown as {
        document: {
          addEventListener(event: string, done: () => void): void;
          createElement(tag: string): { textContent: string };
          head: { append(element: unknown): void };
        };
      };
      document.addEventListener('DOMContentLoaded', () => {
        const style = document.createElement('style');
        style.textContent = `.statusbar-item[id*="${name}"] { display: none !important; }`;
        document.head.append(style);
      });
    }, READER_ENTRY);
  }

  /**
   * Asks the extension host.
   * @throws when no text editor is in front, or what is looked for isn't in it
   */
  async ask(request: Request): Promise<Front> {
    const entry = this.page.locator(`.statusbar-item[id*="${READER_ENTRY}"]`);
    await entry.waitFor({ state: 'attached' });
    const port = ((await entry.textContent()) ?? '').trim();
    const answer = await fetch(`http://127.0.0.1:${port}/`, {
      method: 'POST',
      body: JSON.stringify(request),
    });
    const result = (await answer.json()) as Front | { readonly error: string };
    if ('error' in result) throw new Error(result.error);
    return result;
  }
}
