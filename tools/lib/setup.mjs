// From a fresh clone to a tree that can build. Node's own modules only: nothing else is there yet.
import { existsSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { root, say, sh } from './run.mjs';
import { withLock } from './lock.mjs';

const OLDEST_NODE = [20, 18, 1];

function checkNode() {
  const found = process.versions.node.split('.').map(Number);
  const at = OLDEST_NODE.findIndex((part, index) => part !== found[index]);
  if (at >= 0 && found[at] < OLDEST_NODE[at])
    throw new Error(`Node ${OLDEST_NODE.join('.')} or newer is needed; this is ${process.versions.node}.`);
}

/** Whether node_modules is what the lockfile asks for: npm writes the hidden lockfile last. */
function upToDate() {
  const installed = join(root, 'node_modules', '.package-lock.json');
  return (
    existsSync(installed) && statSync(installed).mtimeMs >= statSync(join(root, 'package-lock.json')).mtimeMs
  );
}

/**
 * Installs the project's modules when they are missing or older than the lockfile.
 * @throws {Error} on an old Node, or when npm fails
 */
export async function setUpModules() {
  checkNode();
  if (upToDate()) return;
  await withLock(join(root, '.setup.lock'), async () => {
    if (upToDate()) return;
    say('npm ci: installing the modules…');
    await sh('npm', ['ci', '--no-audit', '--no-fund', '--loglevel=error']);
  });
}

/** Everything that a headless VS Code needs on this machine. */
export async function setUpServer() {
  const { installSystemPackages } = await import('./system.mjs');
  const { installServer } = await import('../vscode-server/install.mjs');
  await installSystemPackages({ browser: true });
  await installServer();
}
