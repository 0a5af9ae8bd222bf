// The sandbox as a child process.
import { spawn } from 'node:child_process';
import { createInterface } from 'node:readline';
import { join } from 'node:path';
import { root, stopProcess } from './run.mjs';

/** Its services that listen on a port, by their option's name. */
const SERVICES = [
  'kratos-public',
  'kratos-admin',
  'hydra-public',
  'hydra-admin',
  'console',
  'keto-read',
  'keto-write',
  'keto-opl',
  'talos',
];

/**
 * Starts the sandbox and waits for its line of addresses.
 * @param {string[]} [options] of `npm run sandbox`; ports that are not named are any free ones
 * @returns {Promise<import('./sandbox.d.mts').Sandbox>}
 * @throws {Error} with what it printed, when it ends before it is ready
 */
export async function startSandbox(options = []) {
  const ports = SERVICES.filter((service) => !options.includes(`--${service}`)).flatMap((service) => [
    `--${service}`,
    '0',
  ]);
  const child = spawn(process.execPath, [join(root, 'tools', 'sandbox.mjs'), ...ports, ...options], {
    cwd: root,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  // Whatever ends this process, the sandbox does not stay behind.
  const kill = () => child.kill();
  process.once('exit', kill);
  child.once('exit', () => process.off('exit', kill));
  const errors = [];
  child.stderr.on('data', (chunk) => {
    // Kept only until it is ready: enough to tell why it did not start.
    if (errors.length < 50) errors.push(String(chunk));
  });
  const addresses = await new Promise((done, fail) => {
    createInterface({ input: child.stdout }).on('line', (line) => {
      if (line.startsWith('{')) done(JSON.parse(line));
    });
    child.once('error', fail);
    child.once('exit', (code, signal) =>
      fail(new Error(`the sandbox ended before it was ready (${code ?? signal})\n${errors.join('')}`)),
    );
  });
  return { addresses, child, stop: () => stopProcess(child) };
}

/**
 * The sandbox as an entry of the setting `ory.connections`.
 * @param {Record<string, string>} addresses by service, as the sandbox prints them
 */
export const sandboxConnection = (addresses) => ({
  id: 'sandbox',
  name: 'Local sandbox',
  type: 'self-hosted',
  kratosPublic: addresses['kratos-public'],
  kratosAdmin: addresses['kratos-admin'],
  hydraPublic: addresses['hydra-public'],
  hydraAdmin: addresses['hydra-admin'],
  ketoRead: addresses['keto-read'],
  ketoWrite: addresses['keto-write'],
  ketoOpl: addresses['keto-opl'],
  talos: addresses.talos,
  console: addresses.console,
  sandbox: true,
});
