import type { Locator, Page } from 'playwright-core';
import { escapeRegExp } from '../../../src/ory/escape-regexp.ts';

/** The box at the top: command palette, pick lists, input steps. */
export class QuickInput {
  readonly widget: Locator;
  readonly input: Locator;

  constructor(private readonly page: Page) {
    this.widget = page.locator('.quick-input-widget:visible');
    this.input = this.widget.locator('.quick-input-box input');
  }

  /** The title of a step. */
  title(text: string | RegExp): Locator {
    return this.widget.locator('.quick-input-title', { hasText: text });
  }

  /** Waits for a step whose title or placeholder holds `text`. */
  async waitFor(text: string | RegExp): Promise<void> {
    const title = this.title(text);
    const holder = typeof text === 'string' ? this.input.and(this.page.getByPlaceholder(text)) : undefined;
    await (holder ? title.or(holder) : title).first().waitFor();
  }

  /** Runs a command from the palette by its full title, such as `Ory: Add Connection…`. */
  async command(title: string): Promise<void> {
    await this.page.keyboard.press('F1');
    await this.input.waitFor();
    await this.input.fill(`>${title}`);
    await this.option(title).click();
  }

  /** The titles that the palette offers for a text, best match first. */
  async offeredCommands(text: string): Promise<string[]> {
    await this.page.keyboard.press('F1');
    await this.input.waitFor();
    await this.input.fill(`>${text}`);
    await this.widget.locator('.monaco-list-row').first().waitFor();
    const labels = await this.labels();
    await this.cancel();
    return labels;
  }

  /** Types into the box, replacing what stood there; `accept` sends it. */
  async fill(text: string): Promise<void> {
    await this.input.fill(text);
  }

  async accept(): Promise<void> {
    await this.input.press('Enter');
  }

  async cancel(): Promise<void> {
    await this.page.keyboard.press('Escape');
  }

  /** The row of a pick list whose label is exactly this. */
  option(label: string): Locator {
    const exact = new RegExp(`^\\s*${escapeRegExp(label)}\\s*$`);
    return this.widget
      .locator('.monaco-list-row')
      .filter({
        has: this.page.locator('.label-name').filter({ hasText: exact }),
      })
      .first();
  }

  /** Chooses a row of a pick list. */
  async pick(label: string): Promise<void> {
    await this.option(label).click();
  }

  /** The labels of the rows in sight. */
  async labels(): Promise<string[]> {
    return this.widget
      .locator('.monaco-list-row .quick-input-list-row:first-child .label-name')
      .allInnerTexts();
  }

  /** What stands under the box: the prompt, or why the input is refused. */
  message(): Locator {
    return this.widget.locator('.quick-input-message');
  }

  /** A button in the box's title bar, such as Back. */
  button(name: string): Locator {
    return this.widget.locator('.quick-input-titlebar').getByRole('button', { name });
  }
}
