// How long our activation takes, as the host reports it, next to an extension that does nothing.
// Both are activated by the opening of a view of theirs, in a window that has come to rest, in turns.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { packTinyExtension } from '../tools/lib/tiny-extension.mjs';
import { launchBrowser } from '../tools/vscode-server/browser.mjs';
import { startServer } from '../tools/vscode-server/server.mjs';

const ROUNDS = Number(process.env.ORY_BENCH_ROUNDS ?? 30);
/** Milliseconds over the empty extension that are allowed. */
const ALLOWED = 10;

const scratch = mkdtempSync(join(tmpdir(), 'ory-bench-'));
/** The first view that a window opens pays for what all share: that is the warm-up's part. */
const [warmUp, empty] = [await packEmpty('Warmup'), await packEmpty('Empty')];
const server = await startServer({
  extensions: ['ory-explorer.vsix', warmUp, empty],
  // Without the extensions that come with the editor: they start when they like, also while we are measured.
  builtinExtensions: scratch,
  // The list of running extensions as a tab, not as a small window over everything.
  settings: { 'workbench.editor.useModal': 'off' },
});
const browser = await launchBrowser();
// Tall: the list of running extensions draws only what is in sight.
const page = await browser.newPage({ viewport: { width: 1280, height: 2400 } });
const times: Record<string, number[]> = { 'Ory Explorer': [], Empty: [] };
try {
  await page.goto(server.url({ folder: scratch }));
  for (let round = 0; round < ROUNDS; round++) {
    const order = round % 2 === 0 ? ['Ory', 'Empty'] : ['Empty', 'Ory'];
    for (const [name, ms] of await activate(page, ['Warmup', ...order])) times[name]?.push(ms);
    await container(page, 'Explorer').click();
    await page.reload();
  }
} finally {
  await browser.close();
  await server.stop();
  rmSync(scratch, { recursive: true, force: true });
}
const [ours, theirs] = [median(times['Ory Explorer']), median(times.Empty)];
console.log(
  `activation, medians of ${ROUNDS}: ours ${ours} ms, empty ${theirs} ms, ${ours - theirs} ms more`,
);
console.log(`all rounds: ours ${times['Ory Explorer']?.join(' ')}; empty ${times.Empty?.join(' ')}`);
console.log(`activation ratio ${(ours / theirs).toFixed(2)}`);
if (ours - theirs > ALLOWED) process.exitCode = 1;

/** An extension with a view and an activate() that does nothing. */
async function packEmpty(title: string): Promise<string> {
  const vsix = join(scratch, `${title}.vsix`);
  const view = `${title.toLowerCase()}.view`;
  await packTinyExtension(vsix, {
    name: title,
    activationEvents: [`onView:${view}`],
    code: 'exports.activate = () => {};',
    contributes: {
      viewsContainers: { activitybar: [{ id: title.toLowerCase(), title, icon: '$(circle)' }] },
      views: { [title.toLowerCase()]: [{ id: view, name: title }] },
    },
  });
  return vsix;
}

/** Opens a view of each, one after the other, and reads what the host has measured. */
async function activate(window: Page, order: string[]): Promise<[string, number][]> {
  await container(window, 'Ory').waitFor();
  await window.waitForTimeout(1500);
  for (const title of order) {
    await container(window, title).click();
    await window.waitForTimeout(700);
  }
  await window.keyboard.press('F1');
  await window.locator('.quick-input-widget:visible input').fill('>Developer: Show Running Extensions');
  await window
    .locator('.quick-input-widget .monaco-list-row', { hasText: 'Show Running Extensions' })
    .click();
  const rows = window.locator('.runtime-extensions-editor .monaco-list-row');
  await rows.filter({ hasText: 'Ory Explorer' }).waitFor();
  await rows.filter({ hasText: 'Empty' }).waitFor();
  const texts = await rows.allInnerTexts();
  return texts.map((text) => {
    const ms = /Activation: (\d+)ms/.exec(text)?.[1];
    return [text.split('\n')[0] ?? '', Number(ms)];
  });
}

function container(window: Page, title: string) {
  return window.locator('.part.activitybar').getByRole('tab', { name: new RegExp(`^${title}\\b`) });
}

function median(values: number[] = []): number {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = sorted.length / 2;
  return ((sorted[Math.ceil(middle) - 1] ?? NaN) + (sorted[Math.floor(middle)] ?? NaN)) / 2;
}
