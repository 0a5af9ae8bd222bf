// VS Code has no option that opens a view: a helper extension, installed only in the VS Code of `npm start`, does.
import { packTinyExtension } from '../lib/tiny-extension.mjs';

/** Once a folder: whoever goes to another view and reloads stays there. */
const code = `
const { commands } = require('vscode');
exports.activate = async ({ workspaceState }) => {
  if (workspaceState.get('opened')) return;
  await commands.executeCommand('workbench.view.extension.ory');
  await workspaceState.update('opened', true);
};
`;

/** @returns {Promise<string>} the package, written to `vsix` */
export async function packViewOpener(vsix) {
  await packTinyExtension(vsix, { name: 'view-opener', activationEvents: ['*'], code });
  return vsix;
}
