import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { FrameLocator, Locator, Page } from 'playwright-core';

/** What axe-core tells of one rule that is not kept. */
interface Violation {
  readonly id: string;
  readonly impact: string | null;
  readonly help: string;
  readonly nodes: readonly { readonly html: string; readonly failureSummary?: string }[];
}
interface Axe {
  axe: { run(context: unknown, options: unknown): Promise<{ violations: Violation[] }> };
}

/** The webview in front: VS Code puts its page into a frame within a frame. */
export class Webview {
  readonly frame: FrameLocator;

  constructor(private readonly page: Page) {
    this.frame = page.frameLocator('iframe.webview.ready').frameLocator('iframe#active-frame');
  }

  /** Waits until the view has drawn a heading that holds a text. */
  async waitFor(heading: string | RegExp): Promise<void> {
    await this.frame.locator('h1').filter({ hasText: heading }).waitFor();
  }

  /** A part of the view by its role and name, shadow roots included. */
  byRole(role: Parameters<FrameLocator['getByRole']>[0], name: string | RegExp): Locator {
    return this.frame.getByRole(role, { name });
  }

  /** A field by its label. */
  field(label: string | RegExp): Locator {
    return this.frame.getByLabel(label);
  }

  text(text: string | RegExp, options?: { exact?: boolean }): Locator {
    return this.frame.getByText(text, options);
  }

  /** Waits until the keyboard is at a part of the view. @param id of its element */
  async waitForFocus(id: string): Promise<void> {
    await this.frame.locator(`#${id}:focus`).waitFor();
  }

  /** Goes to a part of the view as somebody without a mouse does. @param back with Shift */
  async tabTo(id: string, back = false): Promise<void> {
    const there = this.frame.locator(`#${id}:focus`);
    for (let count = 0; count < 80; count++) {
      if ((await there.count()) > 0) return;
      await this.page.keyboard.press(back ? 'Shift+Tab' : 'Tab');
    }
    throw new Error(`Tab does not get to #${id}`);
  }

  /** What axe-core finds serious or critical in the view, each as a line; its colours are those of the theme. */
  async accessibilityProblems(): Promise<string[]> {
    const body = await this.frame.locator('body').elementHandle();
    const frame = await body.ownerFrame();
    if (!frame) throw new Error('there is no webview in front');
    // Evaluated, not loaded: the page's policy lets no script in, and is not to be weakened for a test.
    await frame.evaluate(readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8'));
    const { violations } = await frame.evaluate(() => {
      const { axe } = globalThis as unknown as Axe;
      const { document } = globalThis as unknown as { document: unknown };
      return axe.run(document, { resultTypes: ['violations'] });
    });
    return violations
      .filter(({ impact }) => impact === 'serious' || impact === 'critical')
      .flatMap(({ id, help, nodes }) =>
        nodes.map(
          ({ html, failureSummary = '' }) =>
            `${id}: ${help}: ${html} ${failureSummary.replaceAll('\n', ' ')}`,
        ),
      );
  }

  /** Waits until no webview is in front. */
  async waitUntilClosed(): Promise<void> {
    await this.page.locator('iframe.webview.ready').waitFor({ state: 'detached' });
  }
}
