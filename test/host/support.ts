// What tests in the extension host share.
import type { SandboxAddresses } from '../../tools/lib/sandbox.mjs';

/**
 * The addresses of the sandbox that the runner has started for this run, by service. Tests of one run share it: make
 * your own identities and clients in it, and count on nothing that another test may have changed.
 */
export function sandboxAddresses(): SandboxAddresses {
  const text = process.env.ORY_TEST_SANDBOX;
  if (!text) throw new Error('ORY_TEST_SANDBOX is not set: run these tests with `npm test -- host`');
  return JSON.parse(text) as SandboxAddresses;
}
