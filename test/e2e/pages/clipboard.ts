import type { Page } from 'playwright-core';

/** The browser's clipboard, as the page sees it (these tests have no types of the browser). */
interface Browser {
  navigator: { clipboard: { readText(): Promise<string>; writeText(text: string): Promise<void> } };
}

/** Puts a text on the clipboard. */
export async function writeClipboard(page: Page, text: string): Promise<void> {
  await page.evaluate(
    (value) => (globalThis as unknown as Browser).navigator.clipboard.writeText(value),
    text,
  );
}

/** Waits until the clipboard holds a text, and hands it back. */
export async function readClipboard(page: Page): Promise<string> {
  const text = await page.waitForFunction(() =>
    (globalThis as unknown as Browser).navigator.clipboard.readText(),
  );
  return text.jsonValue();
}
