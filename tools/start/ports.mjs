// Ports: the well-known ones where they are free, so that addresses stay the same from start to start.
import { createServer } from 'node:net';

/** @returns {Promise<boolean>} whether a port of loopback can be listened on */
export function isFree(port) {
  return new Promise((done) => {
    const probe = createServer();
    probe.once('error', () => done(false));
    probe.listen(port, '127.0.0.1', () => probe.close(() => done(true)));
  });
}

/** @returns {Promise<number>} the first free port from `first` on */
export async function firstFree(first) {
  for (let port = first; port < first + 50; port++) if (await isFree(port)) return port;
  throw new Error(`no free port between ${first} and ${first + 49}`);
}

/** Ory's own defaults; the console has none. */
const DEFAULTS = { 'kratos-public': 4433, 'kratos-admin': 4434, 'hydra-public': 4444, 'hydra-admin': 4445 };

/**
 * @param {string} snapshot file in which the sandbox keeps what people changed
 * @returns {Promise<string[]>} options of the sandbox for a demonstration
 */
export async function sandboxOptions(snapshot) {
  const options = ['--identities', '250', '--clients', '40', '--data', snapshot];
  for (const [service, port] of Object.entries(DEFAULTS))
    if (await isFree(port)) options.push(`--${service}`, String(port));
  return options;
}
