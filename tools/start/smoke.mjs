// What a person would see after `npm start`: the list of identities, filled.
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '../lib/run.mjs';

/** Milliseconds after which an editor that shows nothing is taken to hang. How long it took is told, not judged. */
const HANGS = 120_000;

/**
 * @param {import('playwright-core').Browser} browser open already, as a person's is; closed at the end
 * @param {string} address with the token, just printed
 * @returns {Promise<number>} exit code
 */
export async function smoke(browser, address) {
  const start = performance.now();
  const page = await browser.newPage({ viewport: { width: 1280, height: 900 } });
  const shots = join(root, 'out', 'shots');
  mkdirSync(shots, { recursive: true });
  const identities = page.locator('.part.sidebar .pane').filter({
    has: page.locator('.pane-header[aria-label^="Identities"]'),
  });
  try {
    await page.goto(address);
    await identities.getByRole('treeitem').filter({ hasText: '@' }).first().waitFor({ timeout: HANGS });
    const took = performance.now() - start;
    // Lists beside it fill in the same moment; the picture waits for them.
    await page.waitForTimeout(1000);
    console.log(`The list of identities was filled ${(took / 1000).toFixed(1)} s after the print-out.`);
    return 0;
  } catch (error) {
    console.error(`The list of identities did not fill: ${error.message}`);
  } finally {
    await page.screenshot({ path: join(shots, 'start.png') });
    await browser.close();
  }
  return 1;
}
