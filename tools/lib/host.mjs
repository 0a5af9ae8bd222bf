// Runs test/host inside a real extension host through @vscode/test-electron.
// ORY_TEST_DESKTOP=1: in a downloaded desktop VS Code; else in the server build, which needs no display.
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { runTests } from '@vscode/test-electron';
import { root } from './run.mjs';
import { startSandbox } from './sandbox.mjs';

const desktop = process.env.ORY_TEST_DESKTOP === '1';
const scratch = mkdtempSync(join(tmpdir(), 'ory-host-'));
const workspace = join(scratch, 'workspace');
mkdirSync(workspace);
const sandbox = await startSandbox();
try {
  await runTests({
    ...(desktop ? {} : { vscodeExecutablePath: join(root, 'tools', 'vscode-server', 'code.mjs') }),
    extensionDevelopmentPath: root,
    extensionTestsPath: join(root, 'out', 'test', 'host', 'index.cjs'),
    extensionTestsEnv: { ORY_TEST_SANDBOX: JSON.stringify(sandbox.addresses) },
    launchArgs: [workspace],
  });
} catch {
  // The tests have said what failed.
  process.exitCode = 1;
} finally {
  await sandbox.stop();
  rmSync(scratch, { recursive: true, force: true });
}
