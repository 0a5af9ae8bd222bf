// The address of the workbench for a folder, with what VS Code reads from it.
import { resolve } from 'node:path';

/**
 * @param {{ port: number, token?: string }} server
 * @param {object} [what]
 * @param {string} [what.folder] absolute path of the folder to open
 * @param {string} [what.workspace] absolute path of a .code-workspace file, instead
 * @param {string[]} [what.extensionDevelopmentPath] extensions to load from source (development mode only)
 * @param {string} [what.extensionTestsPath] module with run(), loaded into the extension host (development mode only)
 * @param {[string, string][]} [what.payload] more of the workbench's own options
 * @returns {string}
 */
export function workbenchUrl({ port, token }, what = {}) {
  const host = `127.0.0.1:${port}`;
  const remote = (path) =>
    `vscode-remote://${host}${resolve(path).split('/').map(encodeURIComponent).join('/')}`;
  const payload = (what.extensionDevelopmentPath ?? []).map((path) => [
    'extensionDevelopmentPath',
    remote(path),
  ]);
  if (what.extensionTestsPath) payload.push(['extensionTestsPath', remote(what.extensionTestsPath)]);
  payload.push(...(what.payload ?? []));
  const query = new URLSearchParams();
  if (token) query.set('tkn', token);
  if (what.workspace) query.set('workspace', resolve(what.workspace));
  else if (what.folder) query.set('folder', resolve(what.folder));
  else query.set('ew', 'true');
  if (payload.length > 0) query.set('payload', JSON.stringify(payload));
  return `http://${host}/?${query}`;
}
