import type { Locator, Page } from 'playwright-core';

/** Modal questions. */
export class Dialogs {
  readonly box: Locator;

  constructor(page: Page) {
    this.box = page.locator('.monaco-dialog-box');
  }

  /** Waits for a modal that holds a text, and hands back all that it says. */
  async waitFor(text: string | RegExp): Promise<string> {
    const message = this.box.locator('.dialog-message-container').filter({ hasText: text });
    await message.waitFor();
    return message.innerText();
  }

  /** What is asked at this moment; nothing, where nothing is. */
  async texts(): Promise<string[]> {
    return this.box.locator('.dialog-message-container').allInnerTexts();
  }

  /** The names of its buttons. */
  async buttons(): Promise<string[]> {
    return this.box.locator('.dialog-buttons .monaco-button').allInnerTexts();
  }

  /** Presses a button and waits until the modal is gone. */
  async press(button: string): Promise<void> {
    await this.box.locator('.dialog-buttons').getByRole('button', { name: button, exact: true }).click();
    await this.box.waitFor({ state: 'detached' });
  }
}
