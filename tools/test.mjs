// npm test: sets up whatever is missing, then runs every check. `npm test -- unit host` runs only those (and the
// builds they need); `npm test -- --list` names the steps.
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { checkContract, contractFolder, contractThere } from './lib/contract.mjs';
import { root, sh, tee } from './lib/run.mjs';
import { setUpModules, setUpServer } from './lib/setup.mjs';
import { runSteps } from './lib/steps.mjs';

const node = (...args) => sh(process.execPath, args);
const bin = (name, ...args) => node(join('node_modules', ...name.split('/')), ...args);

/** Runs something whose last line is `N passed, N failed`. */
async function counted(args, env = {}) {
  const { code, lines } = await tee(process.execPath, args, { env: { ...process.env, ...env } });
  const [, passed, failed] =
    lines.map((line) => /^(\d+) passed, (\d+) failed$/.exec(line)).findLast(Boolean) ?? [];
  if (passed === undefined) throw new Error(`${args[0]} ended with ${code} before it had counted its tests`);
  // An error beside the tests (a crash at the end) counts as one.
  return { passed: Number(passed), failed: Number(failed) || (code === 0 ? 0 : 1) };
}

const contract = (label, set, share) => ({
  name: `contract-${label}-${set}`,
  about: `the sandbox against recordings of ${label}`,
  needs: ['build'],
  run: () => checkContract(label, set, share),
});

/** @type {import('./lib/steps.mjs').Step[]} */
const steps = [
  {
    name: 'format',
    about: 'Prettier',
    run: () => bin('prettier/bin/prettier.cjs', '--check', '--log-level', 'warn', '.'),
  },
  {
    name: 'types',
    about: 'TypeScript',
    run: async () => {
      for (const project of ['tsconfig.json', 'src/webviews', 'src/permissions', 'src/sandbox'])
        await bin('typescript/bin/tsc', '--noEmit', '-p', project);
    },
  },
  { name: 'lint', about: 'ESLint', run: () => bin('eslint/bin/eslint.js', '.', '--max-warnings', '0') },
  ...(existsSync(join(root, 'tools', 'docs.mjs'))
    ? [
        {
          name: 'docs',
          about: 'generated documents are up to date',
          run: () => node('tools/docs.mjs', '--check'),
        },
      ]
    : []),
  { name: 'build', about: 'product and tests', run: () => node('esbuild.js', '--tests') },
  {
    name: 'unit',
    about: 'the cores',
    needs: ['build'],
    run: () => counted(['tools/lib/mocha.mjs', 'out/test/unit']),
  },
  {
    name: 'host',
    about: 'inside the extension host',
    needs: ['build'],
    run: () => counted(['tools/lib/host.mjs']),
  },
  ...(contractThere()
    ? [
        {
          name: 'recorded',
          about: 'the client and the catalogue against recordings and documents of real servers',
          needs: ['build'],
          run: () =>
            counted(['tools/lib/mocha.mjs', 'out/test/contract'], {
              ORY_CONTRACT: contractFolder,
              ORY_SPECS: join(contractFolder, '..', 'specs'),
            }),
        },
        contract('kratos-head', 'records'),
        contract('kratos-head', 'flows'),
        contract('kratos-head-strict', 'flows'),
        contract('hydra-head', 'records'),
        contract('hydra-head', 'flows'),
        contract('keto-head', 'relationships'),
      ]
    : []),
  { name: 'package', about: 'ory-explorer.vsix', run: () => node('tools/package.mjs') },
  {
    name: 'contents',
    about: 'what is in the package',
    needs: ['package'],
    run: () => node('tools/check-package.mjs'),
  },
  {
    name: 'e2e',
    about: 'the package in the real workbench',
    needs: ['build', 'package'],
    run: () => counted(['tools/lib/mocha.mjs', 'out/test/e2e', '--timeout', '600000']),
  },
  { name: 'start', about: 'npm start', run: () => node('tools/start.mjs', '--smoke') },
];

const names = process.argv.slice(2);
if (names.includes('--list')) {
  for (const step of steps) console.log(`${step.name.padEnd(22)} ${step.about}`);
} else {
  await setUpModules();
  await setUpServer();
  const { passed, failed } = await runSteps(steps, names);
  console.log(`${passed} passed, ${failed} failed`);
  process.exitCode = failed > 0 ? 1 : 0;
}
