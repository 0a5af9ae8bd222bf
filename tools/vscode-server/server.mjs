// Starts and stops the VS Code server, and installs extensions into it.
import { execFile, spawn } from 'node:child_process';
import { createWriteStream, existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { promisify } from 'node:util';
import { stopProcess } from '../lib/run.mjs';
import { workbenchUrl } from './address.mjs';
import { installServer } from './install.mjs';
import { here, layout, nodeBin, serverHome, serverMain } from './paths.mjs';
import { quietSettings, trustEverything } from './settings.mjs';

/** The server must not take itself for a child of the editor or of npm that started us. */
function cleanEnvironment(extra) {
  const kept = Object.entries(process.env).filter(
    ([name]) => !/^(VSCODE_|ELECTRON_|npm_|NODE_OPTIONS$)/i.test(name),
  );
  return { ...Object.fromEntries(kept), ...extra };
}

/**
 * Installs packaged extensions, as `code --install-extension` does.
 * @param {readonly string[]} packages
 * @param {string} dataDir the server's data folder
 */
async function installExtensions(packages, dataDir) {
  if (packages.length === 0) return;
  const args = [serverMain, '--accept-server-license-terms', '--server-data-dir', dataDir, '--force'];
  for (const vsix of packages) args.push('--install-extension', resolve(vsix));
  await promisify(execFile)(nodeBin, args, { env: cleanEnvironment() });
}

/**
 * Settings of a machine's scope count only where they stand in the machine's own file: a browser is a remote window to
 * VS Code. In the user's file they are seen for a moment, until the extension that declares them is known.
 */
function writeSettings(folder, settings) {
  const machine = ([name]) => /^ory\.(connections$|sandbox\.)/.test(name);
  const files = {
    User: Object.entries(settings).filter((setting) => !machine(setting)),
    Machine: Object.entries(settings).filter(machine),
  };
  for (const [name, entries] of Object.entries(files)) {
    const file = join(folder, name, 'settings.json');
    mkdirSync(join(folder, name), { recursive: true });
    if (!existsSync(file)) writeFileSync(file, JSON.stringify(Object.fromEntries(entries), null, 2));
  }
}

function ready(child) {
  return new Promise((done, fail) => {
    child.once('message', (message) =>
      message.type === 'ready'
        ? done(message.port)
        : fail(Object.assign(new Error(message.message), { code: message.code })),
    );
    child.once('exit', (code) => fail(new Error(`the VS Code server ended at its start (${code})`)));
  });
}

/**
 * Starts a server on loopback.
 * @param {import('./server.d.mts').ServerOptions} [options]
 * @returns {Promise<import('./server.d.mts').Server>}
 * @throws {Error} with code EADDRINUSE when the port is taken
 */
export async function startServer(options = {}) {
  await installServer();
  const dataDir = options.dataDir ?? mkdtempSync(join(tmpdir(), 'ory-vscode-'));
  // Unix sockets go here, not into the machine's shared folder.
  const sockets = join(dataDir, 'run');
  mkdirSync(sockets, { recursive: true });
  const settings = { ...quietSettings, ...(options.trust ? {} : trustEverything), ...options.settings };
  writeSettings(join(dataDir, 'data'), settings);
  await installExtensions(options.extensions ?? [], dataDir);

  const args = [join(here, 'serve.mjs'), '--code-server', layout(serverHome).codeServer];
  args.push('--port', String(options.port ?? 0), '--server-data-dir', dataDir);
  if (options.builtinExtensions) args.push('--builtin-extensions-dir', options.builtinExtensions);
  if (options.tokenFile) args.push('--connection-token-file', options.tokenFile);
  // Without this flag the server ignores extensionTestsPath silently; with it, it mutes notifications.
  if (options.developmentMode) args.push('--enable-smoke-test-driver');
  const child = spawn(nodeBin, args, {
    env: cleanEnvironment({ XDG_RUNTIME_DIR: sockets, ...options.env }),
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
  });
  const log = createWriteStream(options.log ?? join(dataDir, 'server.log'));
  child.stdout.pipe(log);
  child.stderr.pipe(log);
  const stop = async () => {
    await stopProcess(child);
    if (!options.dataDir) rmSync(dataDir, { recursive: true, force: true, maxRetries: 10, retryDelay: 100 });
  };
  try {
    const port = await ready(child);
    return { port, dataDir, child, stop, url: (what) => workbenchUrl({ port, token: options.token }, what) };
  } catch (error) {
    await stop();
    throw error;
  }
}
