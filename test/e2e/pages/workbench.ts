import { cpSync, existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import {
  type Sandbox,
  type SandboxAddresses,
  sandboxConnection,
  startSandbox,
} from '../../../tools/lib/sandbox.mjs';
import { launchBrowser } from '../../../tools/vscode-server/browser.mjs';
import { type Server, startServer } from '../../../tools/vscode-server/server.mjs';
import { Dialogs } from './dialogs.ts';
import { Editor } from './editor.ts';
import { Notifications } from './notifications.ts';
import { OryView } from './ory-view.ts';
import { QuickInput } from './quick-input.ts';
import { Reader, readerPackage } from './reader.ts';
import { Webview } from './webview.ts';

const VSIX = 'ory-explorer.vsix';
const SHOTS = join('out', 'shots');

/** Themes as the editor names them, and the class that each gives to the workbench. */
const themeClass = {
  'Dark Modern': 'vs-dark',
  'Light Modern': 'vs',
  'Dark High Contrast': 'hc-black',
  'Light High Contrast': 'hc-light',
} as const;
export type Theme = keyof typeof themeClass;

export interface WorkbenchOptions {
  /** Options of the sandbox (`npm run sandbox`); false starts none. Ports are free ones. Default: 60 identities, 20 clients. */
  sandbox?: readonly string[] | false;
  /** User settings beside the quiet ones. Default: the sandbox as the one connection; `() => ({})` for a new user. */
  settings?: (addresses: SandboxAddresses) => Record<string, unknown>;
  /** true: workspace trust stays on, as users have it: the folder opens in Restricted Mode. */
  trust?: boolean;
  /** Files of the folder that is opened, by path. May depend on the sandbox's addresses. */
  files?: (addresses: SandboxAddresses) => Record<string, string>;
  /** Keep the browser's size at what a screenshot should show. Default 1280 × 900. */
  viewport?: { width: number; height: number };
}

const justTheSandbox = (addresses: SandboxAddresses) =>
  Object.keys(addresses).length > 0 ? { 'ory.connections': [sandboxConnection(addresses)] } : {};

/** The packaged extension in a real VS Code, with a browser in front of it and a sandbox behind it. */
export class Workbench {
  readonly ory: OryView;
  readonly editor: Editor;
  readonly dialogs: Dialogs;
  readonly notifications: Notifications;
  readonly quickInput: QuickInput;
  readonly webview: Webview;

  private constructor(
    readonly page: Page,
    /** Base URLs of the sandbox by service; empty without one. */
    readonly addresses: SandboxAddresses,
    private readonly folder: string,
    private readonly parts: { browser: Browser; server: Server; sandbox: Sandbox | undefined },
  ) {
    this.ory = new OryView(page);
    this.editor = new Editor(page);
    this.dialogs = new Dialogs(page);
    this.notifications = new Notifications(page);
    this.quickInput = new QuickInput(page);
    this.webview = new Webview(page);
  }

  /** Starts all three, each new and empty, and opens the folder. Takes about eight seconds. */
  static async start(options: WorkbenchOptions = {}): Promise<Workbench> {
    if (!existsSync(VSIX)) throw new Error(`${VSIX} is not there: run \`npm run package\` first`);
    const given = options.sandbox ?? ['--identities', '60', '--clients', '20'];
    const sandbox = given === false ? undefined : await startSandbox([...given]);
    const addresses = sandbox?.addresses ?? {};
    const folder = mkdtempSync(join(tmpdir(), 'ory-folder-'));
    for (const [path, text] of Object.entries(options.files?.(addresses) ?? {})) {
      mkdirSync(dirname(join(folder, path)), { recursive: true });
      writeFileSync(join(folder, path), text);
    }
    const [server, browser] = await Promise.all([
      startServer({
        extensions: [VSIX, await readerPackage()],
        // Pages as tabs: a window over the workbench would take its clicks.
        settings: { 'workbench.editor.useModal': 'off', ...(options.settings ?? justTheSandbox)(addresses) },
        trust: options.trust ?? false,
      }),
      launchBrowser(),
    ]);
    const context = await browser.newContext({
      viewport: options.viewport ?? { width: 1280, height: 900 },
      permissions: ['clipboard-read', 'clipboard-write'],
    });
    // What is waited for stays; a busy machine takes its time.
    context.setDefaultTimeout(120_000);
    const page = await openWindow(context, server, folder);
    return new Workbench(page, addresses, folder, { browser, server, sandbox });
  }

  /** A second window on the same folder; it ends with the first. */
  async another(): Promise<Workbench> {
    const page = await openWindow(this.page.context(), this.parts.server, this.folder);
    return new Workbench(page, this.addresses, this.folder, this.parts);
  }

  /** Runs a command from the palette by its full title. */
  async command(title: string): Promise<void> {
    await this.quickInput.command(title);
  }

  /** Changes the workbench's colours, as a person does, and waits until they are there. */
  async setTheme(theme: Theme): Promise<void> {
    await this.command('Preferences: Color Theme');
    await this.quickInput.fill(theme);
    await this.quickInput.option(theme).waitFor();
    await this.quickInput.accept();
    await this.quickInput.widget.waitFor({ state: 'hidden' });
    await this.page.locator(`.monaco-workbench.${themeClass[theme]}`).waitFor();
  }

  /** Loads the window again, as "Developer: Reload Window" does; secrets and settings stay. */
  async reload(): Promise<void> {
    // The editor keeps in a browser which tabs are open every five seconds, and their changes sooner.
    await this.page.waitForTimeout(6000);
    await this.page.reload();
    await this.page.locator('.monaco-workbench .part.activitybar').waitFor();
  }

  /** Keeps a picture in out/shots. */
  async screenshot(name: string): Promise<void> {
    mkdirSync(SHOTS, { recursive: true });
    await this.page.screenshot({ path: join(SHOTS, `${name}.png`) });
  }

  /** Keeps a picture and the extension host's logs in out/shots, for whoever asks why a test failed. */
  async keepEvidence(name: string): Promise<void> {
    await this.screenshot(name);
    const logs = join(this.parts.server.dataDir, 'data', 'logs');
    cpSync(logs, join(SHOTS, `${name}-logs`), { recursive: true });
    // Where only the run's output is kept, this is what is known of the moment.
    const seen = {
      tabs: await this.editor.tabs(),
      messages: await this.notifications.toasts().allInnerTexts(),
      dialog: await this.dialogs.texts(),
      input: await this.quickInput.widget.filter({ visible: true }).allInnerTexts(),
    };
    process.stdout.write(`on the screen: ${JSON.stringify(seen)}\n`);
  }

  /** Ends everything and removes its files. */
  async stop(): Promise<void> {
    await this.parts.browser.close();
    await Promise.all([this.parts.server.stop(), this.parts.sandbox?.stop()]);
    rmSync(this.folder, { recursive: true, force: true });
  }
}

async function openWindow(context: BrowserContext, server: Server, folder: string): Promise<Page> {
  const page = await context.newPage();
  await Notifications.keepPassing(page);
  await Reader.hide(page);
  await page.goto(server.url({ folder }));
  await page.locator('.monaco-workbench .part.activitybar').waitFor();
  return page;
}
