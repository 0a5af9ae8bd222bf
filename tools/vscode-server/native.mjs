// What makes the server package fit for this machine: fewer modules, two native add-ons, one platform.
import { existsSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { say, sh } from '../lib/run.mjs';

/** Assistant hosts, Windows parts, dev containers: 230 MB that no extension test touches. */
const UNUSED = [
  '@github/copilot-sdk',
  '@microsoft/mxc-sdk',
  '@devcontainers/cli',
  '@vscode/copilot-api',
  '@vscode/sandbox-runtime',
  '@vscode/sqlite3',
  '@vscode/windows-process-tree',
  '@vscode/windows-registry',
  'ssh2',
  'kerberos',
];

/** @param {string} vscode folder of the server build; its package.json loses the unused dependencies */
export function trimDependencies(vscode) {
  const file = join(vscode, 'package.json');
  const manifest = JSON.parse(readFileSync(file, 'utf8'));
  const unused = (name) => UNUSED.some((one) => name === one || name.startsWith(`${one}@`));
  const keep = (table = {}) => Object.fromEntries(Object.entries(table).filter(([name]) => !unused(name)));
  const trimmed = {
    ...manifest,
    dependencies: keep(manifest.dependencies),
    overrides: keep(manifest.overrides),
  };
  writeFileSync(file, JSON.stringify(trimmed, null, 2));
}

/**
 * Builds the two add-ons that ship as source.
 * Without spdlog the contents of output channels are empty and nothing says why: tests of the log would fail oddly.
 * @throws in CI, when the build fails
 */
export async function buildNative(vscode, env) {
  try {
    await sh('npm', ['rebuild', '--loglevel=error', '@vscode/spdlog', '@vscode/native-watchdog'], {
      cwd: vscode,
      env,
    });
  } catch (error) {
    if (process.env.CI === 'true') throw error;
    say(
      'VS Code server: @vscode/spdlog was not built (python3, make, g++?): output channels will look empty.',
    );
  }
}

/** Removes other platforms' binaries. */
export function trimPlatforms(vscode) {
  const modules = join(vscode, 'node_modules');
  for (const folder of ['@vscode/ripgrep-universal/bin', 'node-pty/prebuilds']) {
    const path = join(modules, folder);
    if (!existsSync(path)) continue;
    for (const platform of readdirSync(path))
      if (platform !== `linux-${process.arch}`)
        rmSync(join(path, platform), { recursive: true, force: true });
  }
  rmSync(join(modules, 'node-pty', 'third_party'), { recursive: true, force: true });
}
