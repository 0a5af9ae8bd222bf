// Programs from the system's package manager.
import { spawnSync } from 'node:child_process';
import { accessSync, constants } from 'node:fs';
import { delimiter, join } from 'node:path';
import { say, sh } from './run.mjs';

/** @returns {string | undefined} the full path of a program on the PATH */
export function which(program) {
  for (const folder of (process.env.PATH ?? '').split(delimiter)) {
    const path = join(folder, program);
    try {
      accessSync(path, constants.X_OK);
      return path;
    } catch {
      // not here
    }
  }
  return undefined;
}

/** @returns {string | undefined} a Chromium or Chrome that playwright-core can drive */
export const findChromium = () =>
  process.env.CHROMIUM_PATH ??
  ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'].map(which).find(Boolean);

/** What a headless VS Code needs beyond npm: a compiler for two add-ons, and a browser. */
const NEEDED = [
  ['python3', () => which('python3')],
  ['make', () => which('make')],
  ['g++', () => which('g++')],
  ['chromium', findChromium],
];

/**
 * Installs missing system packages as root with apt-get.
 * @param {{ browser: boolean }} what whether a browser to drive is needed
 * @throws {Error} that says what to install, where that is not possible
 */
export async function installSystemPackages({ browser }) {
  const missing = NEEDED.filter(([name, found]) => (browser || name !== 'chromium') && !found()).map(
    ([name]) => name,
  );
  if (missing.length === 0) return;
  if (process.getuid?.() !== 0 || !which('apt-get'))
    throw new Error(
      `Please install ${missing.join(', ')} (Debian: sudo apt-get install -y ${missing.join(' ')}), then run this again.`,
    );
  say(`installing ${missing.join(', ')} with apt-get…`);
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  const install = ['apt-get', ['install', '-y', '-qq', '--no-install-recommends', ...missing]];
  // Package lists may be missing (a fresh container) or fine: try first what costs nothing.
  if (spawnSync(...install, { env, stdio: 'ignore' }).status === 0) return;
  await sh('apt-get', ['update', '-qq'], { env });
  await sh(...install, { env });
}
