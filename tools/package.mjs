// npm run package: ory-explorer.vsix at the top, from a production build.
import { statSync } from 'node:fs';
import { join } from 'node:path';
import { root, say, sh } from './lib/run.mjs';
import { setUpModules } from './lib/setup.mjs';

await setUpModules();
const vsix = join(root, 'ory-explorer.vsix');
await sh(process.execPath, ['esbuild.js', '--production']);
const { createVSIX } = await import('@vscode/vsce');
await createVSIX({
  cwd: root,
  packagePath: vsix,
  // Everything is bundled.
  dependencies: false,
  // Images and links of the README stay as they are: there is no repository on the web to point them at.
  rewriteRelativeLinks: false,
  allowMissingRepository: true,
});
say(`${vsix}: ${(statSync(vsix).size / 1024).toFixed(0)} KiB`);
