// The user settings of the VS Code that `npm start` opens.
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { applyEdits, modify, parse } from 'jsonc-parser';
import { sandboxConnection } from '../lib/sandbox.mjs';
import { quietSettings, trustEverything } from '../vscode-server/settings.mjs';

const FORMAT = { formattingOptions: { insertSpaces: true, tabSize: 2 } };
const set = (text, path, value) => applyEdits(text, modify(text, path, value, FORMAT));

/**
 * Points the connection "Local sandbox" at where the sandbox is now. What people have set themselves stays.
 * @param {string} file settings.json; made when it is not there
 * @param {Record<string, string>} addresses of the sandbox, by service
 */
export function writeUserSettings(file, addresses) {
  let text = existsSync(file) ? readFileSync(file, 'utf8') : '{}';
  const before = parse(text) ?? {};
  for (const [key, value] of Object.entries({ ...quietSettings, ...trustEverything }))
    if (!(key in before)) text = set(text, [key], value);
  const connection = sandboxConnection(addresses);
  const others = (before['ory.connections'] ?? []).filter((one) => one.id !== connection.id);
  text = set(text, ['ory.connections'], [connection, ...others]);
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, text);
}
