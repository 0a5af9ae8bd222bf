// The workbench in a browser, for machines without desktop VS Code.
import { randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { say } from '../lib/run.mjs';
import { setUpServer } from '../lib/setup.mjs';
import { startServer } from '../vscode-server/server.mjs';
import { writeUserSettings } from './user-settings.mjs';

/** Without a token any web page that knows the port could run code here. Kept, so that a bookmark goes on working. */
function connectionToken(file) {
  if (!existsSync(file)) writeFileSync(file, randomBytes(24).toString('hex'), { mode: 0o600 });
  return readFileSync(file, 'utf8').trim();
}

/**
 * @param {number} port to listen on
 * @param {{ home: string, workspace: string, extensions: string[], addresses: Record<string, string> }} what
 *   folder for everything that is kept, folder to open, packages to install, where the sandbox listens
 * @returns {Promise<{ announcement: string, address: string, ended: Promise<void>, stop: () => Promise<void> }>}
 */
export async function serveWorkbench(port, { home, workspace, extensions, addresses }) {
  await setUpServer();
  say('starting VS Code…');
  const dataDir = join(home, 'server');
  mkdirSync(dataDir, { recursive: true });
  const settings = (name) => join(dataDir, 'data', name, 'settings.json');
  writeUserSettings(settings('User'), addresses, settings('Machine'));
  const tokenFile = join(dataDir, 'connection-token');
  const token = connectionToken(tokenFile);
  const server = await startServer({ port, dataDir, extensions, tokenFile, token });
  const address = server.url({ folder: workspace });
  return {
    announcement: `VS Code with Ory Explorer: open\n\n  ${address}\n\nin a browser on this machine.`,
    address,
    ended: new Promise((done) => server.child.once('exit', () => done())),
    stop: server.stop,
  };
}
