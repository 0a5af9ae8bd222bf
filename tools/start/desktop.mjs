// Desktop VS Code, with settings and extensions of its own: the user's stay as they are.
import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { say, sh, stopProcess } from '../lib/run.mjs';
import { which } from '../lib/system.mjs';
import { writeUserSettings } from './user-settings.mjs';

/** @returns {string | undefined} the `code` command, where there is a display to open it on */
export function desktopCode() {
  // Inside VS Code's remote terminals `code` talks to the window that is open: it cannot start one of ours.
  if (process.env.VSCODE_IPC_HOOK_CLI) return undefined;
  const display = process.platform !== 'linux' || process.env.DISPLAY || process.env.WAYLAND_DISPLAY;
  return display ? which(process.platform === 'win32' ? 'code.cmd' : 'code') : undefined;
}

/** @returns {Promise<{ announcement: string, address?: undefined, ended: Promise<void>, stop: () => Promise<void> }>} */
export async function openDesktop(code, { home, workspace, extensions, addresses }) {
  const data = join(home, 'desktop');
  const folders = ['--user-data-dir', data, '--extensions-dir', join(data, 'extensions')];
  const shell = process.platform === 'win32';
  writeUserSettings(join(data, 'User', 'settings.json'), addresses);
  say('installing the extension into a VS Code of its own…');
  for (const vsix of extensions)
    await sh(code, [...folders, '--install-extension', vsix, '--force'], { shell });
  const child = spawn(code, [...folders, '--new-window', '--wait', workspace], { stdio: 'ignore', shell });
  return {
    announcement: 'VS Code opens with the extension. Closing its window stops the sandbox, too.',
    ended: new Promise((done) => child.once('exit', () => done())),
    stop: () => stopProcess(child),
  };
}
