import type { SandboxAnswer } from './service.ts';
import { error } from './answers.ts';

const LOOPBACK = /^(127\.0\.0\.1|localhost|\[::1\])(:\d+)?$/i;

/**
 * Refuses a request whose Host is not this machine. A page on the web can point its own name at 127.0.0.1
 * (DNS rebinding) and would then be same-origin with the sandbox; its Host still gives it away.
 */
export function refuseForeignHost(host: string | undefined): SandboxAnswer | undefined {
  if (host !== undefined && LOOPBACK.test(host)) return undefined;
  return error({
    code: 403,
    reason: `The sandbox answers only to 127.0.0.1, localhost and [::1], not to the host ${JSON.stringify(host ?? '')}.`,
  });
}
