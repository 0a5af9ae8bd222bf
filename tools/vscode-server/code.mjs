#!/usr/bin/env node
// A stand-in for desktop VS Code's binary: @vscode/test-electron starts it with the binary's own arguments, and it
// runs the tests in the server build and a headless browser, prints their output and ends with their exit code.
import { runHostTests } from './host-tests.mjs';

const options = new Map();
const positional = [];
for (const argument of process.argv.slice(2)) {
  const [, name, value] = /^--([^=]+)(?:=(.*))?$/s.exec(argument) ?? [];
  if (name) options.set(name, [...(options.get(name) ?? []), value ?? '']);
  else positional.push(argument);
}
const [target] = positional;
process.exitCode = await runHostTests({
  extensionDevelopmentPath: options.get('extensionDevelopmentPath') ?? [],
  extensionTestsPath: options.get('extensionTestsPath')?.at(-1),
  ...(target?.endsWith('.code-workspace') ? { workspace: target } : { folder: target }),
});
