// npm run bench: packages the extension, builds bench/*.bench.ts and runs them one by one, each alone on the machine.
// `npm run bench -- activation` runs those whose name contains the word.
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { root, sh } from './lib/run.mjs';
import { setUpModules, setUpServer } from './lib/setup.mjs';
import { runSteps } from './lib/steps.mjs';

await setUpModules();
await setUpServer();
const node = (...args) => sh(process.execPath, args);
await node('esbuild.js', '--tests');
await node('tools/package.mjs');

const words = process.argv.slice(2);
const steps = readdirSync(join(root, 'out', 'bench'))
  .filter((file) => file.endsWith('.bench.js'))
  .filter((file) => words.length === 0 || words.some((word) => file.includes(word)))
  .map((file) => ({
    name: file.replace('.bench.js', ''),
    about: file,
    run: () => node(join('out', 'bench', file)),
  }));
const { failed } = await runSteps(steps, []);
process.exitCode = failed > 0 ? 1 : 0;
