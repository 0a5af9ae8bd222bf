// Installs a real VS Code server (code-server's npm package) and the Node it needs, from the npm registry alone.
// Usage: node tools/vscode-server/install.mjs. Instant when it is there already.
import { copyFileSync, existsSync, mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { say, sh } from '../lib/run.mjs';
import { withLock } from '../lib/lock.mjs';
import { buildNative, trimPlatforms, trimDependencies } from './native.mjs';
import { cacheRoot, here, layout, recipe, serverHome, stamp } from './paths.mjs';

const NPM = ['--omit=dev', '--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error'];

const ready = () => existsSync(join(serverHome, stamp));

/** Builds the install in a folder of its own and renames it when it is whole: a killed run leaves nothing half done. */
async function build() {
  const home = `${serverHome}.part`;
  rmSync(home, { recursive: true, force: true });
  mkdirSync(home, { recursive: true });
  for (const file of ['package.json', 'package-lock.json', '.npmrc'])
    copyFileSync(join(here, file), join(home, file));
  const { vscode, node } = layout(home);

  say('VS Code server: downloading from the npm registry (about 500 MB unpacked, once a machine)…');
  // --ignore-scripts: code-server's own postinstall insists on running under Node 24 itself.
  await sh('npm', ['ci', ...NPM], { cwd: home });
  if (!existsSync(node))
    throw new Error(`no Node build for linux-${process.arch} in the npm registry's node-linux-* packages`);

  // From here on npm runs under the bundled Node: the right ABI, and its headers lie beside it.
  const env = { ...process.env, PATH: `${join(node, 'bin')}:${process.env.PATH}`, npm_config_nodedir: node };
  say('VS Code server: installing its modules and built-in extensions…');
  trimDependencies(vscode);
  await sh('npm', ['install', ...NPM], { cwd: vscode, env });
  await sh('npm', ['install', ...NPM], { cwd: join(vscode, 'extensions'), env });
  say('VS Code server: building two native modules…');
  await buildNative(vscode, env);
  trimPlatforms(vscode);
  rmSync(serverHome, { recursive: true, force: true });
  writeFileSync(join(home, stamp), `${recipe}\n`);
  renameSync(home, serverHome);
  say(`VS Code server: ready in ${serverHome}`);
}

/** Makes sure that the server is installed. Safe to call from several processes at once: one installs, the others wait. */
export async function installServer() {
  if (ready()) return;
  if (process.platform !== 'linux')
    throw new Error(
      'The headless VS Code runs on Linux only. Install desktop VS Code and its `code` command instead.',
    );
  mkdirSync(cacheRoot, { recursive: true });
  await withLock(`${serverHome}.lock`, async () => {
    if (!ready()) await build();
  });
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) await installServer();
