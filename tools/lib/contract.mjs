// Plays recorded answers of real servers against the sandbox, where that folder lies beside the project.
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { root, tee } from './run.mjs';
import { startSandbox } from './sandbox.mjs';

export const contractFolder = join(root, '..', 'shared', 'ory', 'contract');

export const contractThere = () => existsSync(join(contractFolder, 'play.mjs'));

const SUM = /^(\d+) steps: status same (\d+), shape same (\d+), all same (\d+)$/;

/** Plays files on a sandbox of their own. @returns {Promise<number[]>} steps, same status, same shape, same values */
async function play(label, set, files) {
  const config = (name) => join(contractFolder, 'servers', `${name}.yml`);
  const kratos = label.startsWith('kratos-') ? label : 'kratos-head';
  const sandbox = await startSandbox([
    '--empty',
    ...['--kratos-config', config(kratos)],
    ...['--hydra-config', config('hydra-head')],
    ...['--keto-config', config('keto')],
  ]);
  try {
    const addresses = JSON.stringify(sandbox.addresses);
    const options = ['--label', label, '--set', set, '--addresses', addresses];
    const { lines } = await tee(process.execPath, [
      join(contractFolder, 'play.mjs'),
      'check',
      ...options,
      ...files,
    ]);
    return (SUM.exec(lines.at(-1)) ?? [0, 0, 0, 0, 0]).slice(1).map(Number);
  } finally {
    await sandbox.stop();
  }
}

/**
 * Holds the sandbox against one server's recordings.
 * @param {string} label such as kratos-head
 * @param {string} set of scenarios, such as records
 * @param {number} share of the steps whose values must be the same, too
 * @throws {Error} under 100 % of status and shape, or that share of values
 */
export async function checkContract(label, set, share = 0.98) {
  const area = join(contractFolder, label.split('-')[0]);
  const scenarios = readdirSync(area)
    .filter((name) => name.endsWith('.json'))
    .map((name) => ({ file: join(area, name), ...JSON.parse(readFileSync(join(area, name), 'utf8')) }))
    .filter((scenario) => scenario.set === set && scenario.steps.some((step) => step.recorded?.[label]));
  const fresh = scenarios.filter((scenario) => scenario.fresh).map((scenario) => [scenario.file]);
  const shared = scenarios.filter((scenario) => !scenario.fresh).map((scenario) => scenario.file);

  const sums = [];
  for (const files of [shared, ...fresh]) sums.push(await play(label, set, files));
  const [steps, status, shape, values] = [0, 1, 2, 3].map((column) =>
    sums.reduce((sum, row) => sum + row[column], 0),
  );
  console.log(`${label} ${set}: ${steps} steps, status ${status}, shape ${shape}, values ${values}`);
  if (steps === 0 || status < steps || shape < steps || values < steps * share)
    throw new Error(`${label}: status and shape must all be the same, values in ${share * 100} of 100`);
}
