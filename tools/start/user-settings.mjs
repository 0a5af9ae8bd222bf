// The user settings of the VS Code that `npm start` opens.
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { applyEdits, modify, parse } from 'jsonc-parser';
import { sandboxConnection } from '../lib/sandbox.mjs';
import { quietSettings, trustEverything } from '../vscode-server/settings.mjs';

const FORMAT = { formattingOptions: { insertSpaces: true, tabSize: 2 } };
const set = (text, path, value) => applyEdits(text, modify(text, path, value, FORMAT));

/**
 * Writes the quiet settings, and points the connection "Local sandbox" at where the sandbox is now. What people have
 * set themselves stays.
 * @param {string} file the user's settings.json; made when it is not there
 * @param {Record<string, string>} addresses of the sandbox, by service
 * @param {string} [machineFile] the machine's settings.json, where a server keeps connections; default: the user's
 */
export function writeUserSettings(file, addresses, machineFile = file) {
  change(file, (text, before) =>
    Object.entries({ ...quietSettings, ...trustEverything })
      .filter(([key]) => !(key in before))
      .reduce((changed, [key, value]) => set(changed, [key], value), text),
  );
  change(machineFile, (text, before) => {
    const connection = sandboxConnection(addresses);
    const others = (before['ory.connections'] ?? []).filter((one) => one.id !== connection.id);
    return set(text, ['ory.connections'], [connection, ...others]);
  });
}

function change(file, edit) {
  const text = existsSync(file) ? readFileSync(file, 'utf8') : '{}';
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, edit(text, parse(text) ?? {}));
}
