import type { Locator, Page } from 'playwright-core';
import { escapeRegExp } from '../../../src/ory/escape-regexp.ts';
import { eventually } from '../../support/eventually.ts';

/** What is seen of the box while its window is loaded anew. */
const LOADED_ANEW = 'loaded anew';

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
    await this.press(this.option(title));
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
    await this.press(this.option(label));
  }

  /**
   * Presses a row until the box answers. While somebody types, the list is made anew, and a press that meets such a
   * moment is lost: nothing in the box changes then, and a person presses again. A press that loads the window anew
   * ("Developer: Reload Window") takes the page away while it is looked at: that is an answer, too.
   */
  private async press(row: Locator): Promise<void> {
    for (let tries = 4; tries > 0; tries--) {
      await row.waitFor();
      const before = await this.shown();
      await row.click();
      const answered = await eventually(
        () => this.shown().catch(() => LOADED_ANEW),
        (now) => now !== before,
        10_000,
      ).then(
        () => true,
        () => false,
      );
      if (answered) return;
    }
    throw new Error('the box does not answer when one of its rows is pressed');
  }

  /** What the box shows; nothing, where it is closed. */
  private async shown(): Promise<string> {
    const boxes = await this.widget.evaluateAll((found) =>
      (
        found as { innerText: string; querySelectorAll(selector: string): Iterable<{ className: string }> }[]
      ).map(
        (box) =>
          box.innerText +
          [...box.querySelectorAll('.codicon, .monaco-checkbox')].map((icon) => icon.className).join(),
      ),
    );
    return boxes.join('\n');
  }

  /** Presses a row that does something at once and leaves the box as it is. */
  async pickInPlace(label: string): Promise<void> {
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
