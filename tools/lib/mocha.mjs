// Runs built mocha tests and ends with one line: `N passed, N failed`.
// usage: node tools/lib/mocha.mjs FOLDER [--timeout MS] [--grep TEXT] [NAME…]   (a NAME picks test files that contain it)
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import Mocha from 'mocha';

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { timeout: { type: 'string', default: '240000' }, grep: { type: 'string' } },
});
const [folder, ...names] = positionals;
const files = readdirSync(folder, { recursive: true })
  .map(String)
  .filter(
    (file) => file.endsWith('.test.js') && (names.length === 0 || names.some((name) => file.includes(name))),
  )
  .sort();

const mocha = new Mocha({ timeout: Number(values.timeout), ...(values.grep ? { grep: values.grep } : {}) });
for (const file of files) mocha.addFile(join(folder, file));
await mocha.loadFilesAsync();
const stats = await new Promise((done) => {
  const runner = mocha.run(() => done(runner.stats));
});
// Failures of hooks count as failures, too; a run of nothing is no success.
const failed = stats.passes + stats.failures === 0 ? 1 : stats.failures;
process.stdout.write(`${stats.passes} passed, ${failed} failed\n`, () => process.exit(failed > 0 ? 1 : 0));
