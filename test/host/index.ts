// The entry that the extension host loads as `extensionTestsPath`: runs every *.test.ts of this folder with mocha.
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { format } from 'node:util';
import Mocha from 'mocha';
import { watchMenus } from './menus-support.ts';
import './trees.ts';

/**
 * Everything goes through the host's console, among its own noise: the runner shows only lines that start with the
 * tag. (The console itself cannot be replaced there, so mocha's is.)
 */
const tag = process.env.HOST_TEST_TAG ?? '';
const print = (...values: unknown[]) => {
  for (const line of format(...values).split('\n')) console.log(tag + line);
};

/**
 * Called by the extension host.
 * @throws when a test failed, or when there was none
 */
export async function run(): Promise<void> {
  watchMenus();
  Mocha.reporters.Base.consoleLog = print;
  const grep = process.env.TEST_GREP;
  const mocha = new Mocha({
    color: process.env.FORCE_COLOR === '1',
    timeout: 240_000,
    ...(grep ? { grep } : {}),
  });
  for (const file of readdirSync(__dirname).sort())
    if (file.endsWith('.test.cjs')) mocha.addFile(join(__dirname, file));
  const stats = await new Promise<Mocha.Stats | undefined>((done) => {
    const runner = mocha.run(() => done(runner.stats));
  });
  const { passes, failures } = stats ?? { passes: 0, failures: 1 };
  print(`${passes} passed, ${failures} failed`);
  if (failures > 0 || passes === 0) throw new Error(`${failures} tests failed, ${passes} passed`);
}
