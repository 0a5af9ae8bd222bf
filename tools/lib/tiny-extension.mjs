// Packs an extension of a few lines, for what only an extension can do in a VS Code of ours.
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

/**
 * @param {string} vsix where the package goes
 * @param {object} extension
 * @param {string} extension.name
 * @param {string[]} extension.activationEvents
 * @param {string} extension.code CommonJS with `exports.activate`
 * @param {object} [extension.contributes] as in its package.json; icons: codicons only
 */
export async function packTinyExtension(vsix, { name, activationEvents, code, contributes = {} }) {
  // Loaded on use: callers run before `npm ci`.
  const { createVSIX } = await import('@vscode/vsce');
  const folder = mkdtempSync(join(tmpdir(), `${name}-`));
  const manifest = {
    name,
    publisher: 'ory-explorer-tools',
    version: '1.0.0',
    engines: { vscode: '^1.101.0' },
    main: './main.js',
    activationEvents,
    contributes,
    files: ['main.js', 'README.md'],
  };
  try {
    writeFileSync(join(folder, 'package.json'), JSON.stringify(manifest));
    writeFileSync(join(folder, 'README.md'), `A helper of Ory Explorer's tools: ${name}.\n`);
    writeFileSync(join(folder, 'main.js'), code);
    mkdirSync(dirname(vsix), { recursive: true });
    await createVSIX({
      cwd: folder,
      packagePath: vsix,
      dependencies: false,
      allowMissingRepository: true,
      allowStarActivation: true,
      skipLicense: true,
    });
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
