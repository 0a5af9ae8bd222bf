import type { Locator, Page } from 'playwright-core';
import { escapeRegExp } from '../../../src/ory/escape-regexp.ts';
import { eventually } from '../../support/eventually.ts';

/** What the page keeps of the status bar's messages, see `keepPassing`. */
interface Told {
  told: string[];
}

/** Messages at the lower right, and the status bar under them. */
export class Notifications {
  constructor(private readonly page: Page) {}

  /** Lets the page keep what its status bar says: on a busy machine a message of some seconds passes unseen. */
  static async keepPassing(page: Page): Promise<void> {
    await page.addInitScript(() => {
      const { document, MutationObserver } = globalThis as unknown as {
        document: { querySelectorAll(selector: string): Iterable<{ textContent: string | null }> };
        MutationObserver: new (changed: () => void) => { observe(target: unknown, options: unknown): void };
      };
      const told: string[] = [];
      (globalThis as unknown as Told).told = told;
      let last = new Set<string>();
      new MutationObserver(() => {
        const items = [...document.querySelectorAll('.part.statusbar .statusbar-item')];
        const now = new Set(items.map(({ textContent }) => textContent ?? ''));
        for (const text of now) if (!last.has(text)) told.push(text);
        last = now;
      }).observe(document, { subtree: true, childList: true, characterData: true });
    });
  }

  /** Waits until the status bar says, or has said since this was last asked, a text that soon goes away. */
  async waitForPassing(text: string | RegExp): Promise<void> {
    const pattern = typeof text === 'string' ? escapeRegExp(text) : text.source;
    await this.page.waitForFunction((source) => {
      const { told } = globalThis as unknown as Told;
      // What the icon font draws before a message, and hard spaces, are no part of what it says.
      const at = told.findIndex((said) => new RegExp(source).test(said.replaceAll('\u00a0', ' ')));
      return at >= 0 && told.splice(0, at + 1).length > 0;
    }, pattern);
  }

  /** Waits for a message that holds a text, and hands it back. */
  async waitFor(text: string | RegExp): Promise<Locator> {
    const toast = this.toasts().filter({ hasText: text }).first();
    await toast.waitFor();
    return toast;
  }

  /** The messages in sight. */
  toasts(): Locator {
    return this.page.locator('.notification-toast');
  }

  /** Waits until so many messages are in sight: on a slow machine what is being done shows its progress for a moment. */
  async waitForCount(count: number): Promise<void> {
    await eventually(
      () => this.toasts().count(),
      (shown) => shown === count,
    );
  }

  /** Presses a button of the message that holds a text. */
  async press(text: string | RegExp, button: string): Promise<void> {
    const toast = await this.waitFor(text);
    await toast.getByRole('button', { name: button, exact: true }).click();
  }

  /** Takes all messages away; some go by themselves meanwhile, and others take their places. */
  async clear(): Promise<void> {
    await eventually(
      async () => {
        const toast = this.toasts().first();
        if (await toast.isVisible()) {
          const soon = { timeout: 3000 };
          await toast
            .hover(soon)
            .then(() => toast.locator('.codicon-notifications-clear').click(soon))
            .catch(() => undefined);
        }
        return this.toasts().count();
      },
      (left) => left === 0,
    );
  }

  /** The entry of the status bar that holds a text and stays. */
  status(text: string | RegExp): Locator {
    return this.page.locator('.part.statusbar .statusbar-item').filter({ hasText: text }).first();
  }
}
