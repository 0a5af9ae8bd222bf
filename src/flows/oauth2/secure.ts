import * as l10n from '@vscode/l10n';
import { OryError } from '../../ory/errors.ts';
import { isLoopback } from '../../ory/http/choose-transport.ts';

/** Whether what is sent to an address can't be read on its way: https, or it stays on this machine. */
export function isSecure(address: string): boolean {
  const { protocol, hostname } = new URL(address);
  return protocol === 'https:' || (protocol === 'http:' && isLoopback(hostname));
}

/**
 * @param what stands there: "The connection’s address"
 * @throws {OryError} where codes and tokens would travel unprotected
 */
export function assertSecure(what: string, address: string): void {
  if (isSecure(address)) return;
  throw new OryError(
    'refused',
    l10n.t(
      '{0} {1} is not https: codes and tokens would travel unprotected. Plain http is fine on this machine only.',
      what,
      new URL(address).origin,
    ),
  );
}
