import type { Locator, Page } from 'playwright-core';

/** Messages at the lower right, and the status bar under them. */
export class Notifications {
  constructor(private readonly page: Page) {}

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

  /** Presses a button of the message that holds a text. */
  async press(text: string | RegExp, button: string): Promise<void> {
    const toast = await this.waitFor(text);
    await toast.getByRole('button', { name: button, exact: true }).click();
  }

  /** Takes all messages away. */
  async clear(): Promise<void> {
    for (const toast of await this.toasts().all()) {
      await toast.hover();
      await toast.locator('.codicon-notifications-clear').click();
    }
  }

  /** The entry of the status bar that holds a text. */
  status(text: string | RegExp): Locator {
    return this.page.locator('.part.statusbar .statusbar-item').filter({ hasText: text }).first();
  }
}
