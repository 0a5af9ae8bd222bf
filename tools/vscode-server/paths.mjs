// Where the VS Code server lives: in the user's cache, so that every clone on a machine shares one install.
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';

/** This folder: recipe, lockfile and the script that the bundled Node runs. */
export const here = import.meta.dirname;

/** Everything that the tools keep between runs. Nothing in it is needed: it may be deleted at any time. */
export const cacheRoot = join(process.env.XDG_CACHE_HOME || join(homedir(), '.cache'), 'ory-explorer');

const read = (name) => readFileSync(join(here, name), 'utf8');
const version = JSON.parse(read('package.json')).dependencies['code-server'];

/** Changes with whatever decides what an install looks like; an old install is then left alone, not mended. */
export const recipe = createHash('sha256')
  .update(['package.json', 'package-lock.json', 'install.mjs', 'native.mjs'].map(read).join('\0'))
  .digest('hex')
  .slice(0, 8);

/** The installed server. Holds `stamp` only when the install was finished. */
export const serverHome = join(cacheRoot, `vscode-server-${version}-${recipe}`);
export const stamp = '.ready';

/** @param {string} home an install, finished or in the making */
export const layout = (home) => ({
  codeServer: join(home, 'node_modules', 'code-server'),
  vscode: join(home, 'node_modules', 'code-server', 'lib', 'vscode'),
  node: join(home, 'node_modules', `node-linux-${process.arch}`),
});

/** The Node 24 binary that the server needs; everything else of this project runs on the user's own Node. */
export const nodeBin = join(layout(serverHome).node, 'bin', 'node');
export const serverMain = join(layout(serverHome).vscode, 'out', 'server-main.js');
