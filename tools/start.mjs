// npm start: a VS Code with the extension, and the sandbox behind it, from a fresh clone.
//   --smoke   opens it in a headless browser, waits for the list of identities, keeps a picture, ends
//   --server  never desktop VS Code, even where `code` is on the PATH
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { root, say, sh } from './lib/run.mjs';
import { setUpModules } from './lib/setup.mjs';
import { cacheRoot } from './vscode-server/paths.mjs';

/** The browser keeps secrets by origin: the port, and with it everything that is stored, stays the same. */
const FIRST_PORT = 3050;

const { values: options } = parseArgs({
  options: { smoke: { type: 'boolean' }, server: { type: 'boolean' } },
});

await setUpModules();
// These rest on modules that were not there a moment ago.
const { startSandbox } = await import('./lib/sandbox.mjs');
const { firstFree, sandboxOptions } = await import('./start/ports.mjs');
const { desktopCode, openDesktop } = await import('./start/desktop.mjs');
const { serveWorkbench } = await import('./start/serve.mjs');
const { packViewOpener } = await import('./start/view-opener.mjs');

say('building and packaging the extension…');
await sh(process.execPath, ['tools/package.mjs']);
const code = options.smoke || options.server ? undefined : desktopCode();
const port = code ? undefined : await firstFree(FIRST_PORT);
// A check starts from nothing; what people do stays, and two starts at a time do not share it.
const home = options.smoke
  ? mkdtempSync(join(tmpdir(), 'ory-start-'))
  : join(cacheRoot, `start-${port ?? 'desktop'}`);
const workspace = join(home, 'workspace');
mkdirSync(workspace, { recursive: true });
writeFileSync(
  join(workspace, 'README.md'),
  '# Ory Explorer\n\nOpen **Ory** in the activity bar on the left: the connection "Local sandbox" is there.\n',
);
const extensions = [join(root, 'ory-explorer.vsix'), await packViewOpener(join(home, 'view-opener.vsix'))];

say('starting the sandbox…');
const sandbox = await startSandbox(await sandboxOptions(join(home, 'sandbox.json')));
const what = { home, workspace, extensions, addresses: sandbox.addresses };
const editor = code ? await openDesktop(code, what) : await serveWorkbench(port, what);

let stopping = false;
async function stop(exitCode) {
  if (stopping) return;
  stopping = true;
  await editor.stop();
  await sandbox.stop();
  if (options.smoke) rmSync(home, { recursive: true, force: true, maxRetries: 3 });
  process.exit(exitCode);
}
process.on('SIGINT', () => void stop(0));
process.on('SIGTERM', () => void stop(0));
sandbox.child.once('exit', () => {
  if (!stopping) console.error('The sandbox ended by itself.');
  void stop(1);
});
editor.ended.then(() => stop(0));

const browser = options.smoke && (await (await import('./vscode-server/browser.mjs')).launchBrowser());
console.log(`\nThe sandbox listens on\n${lines(sandbox.addresses)}`);
console.log(`\n${editor.announcement}\nPress Ctrl+C here to stop both.\n`);
if (browser) {
  const { smoke } = await import('./start/smoke.mjs');
  await stop(await smoke(browser, editor.address));
}

function lines(addresses) {
  return Object.entries(addresses)
    .map(([service, url]) => `  ${service.padEnd(14)} ${url}`)
    .join('\n');
}
