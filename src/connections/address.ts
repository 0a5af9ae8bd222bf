import * as l10n from '@vscode/l10n';
import { withoutSlash } from '../ory/trim.ts';
/** A server's address as it was checked: `unix:/path` addresses speak HTTP over a Unix domain socket. */
export interface Address {
  /** Base URL without a slash at its end. */
  readonly baseUrl: string;
  readonly socketPath?: string;
}

/** Why an address can't be used, in words for its input field. */
export class AddressError extends Error {}

/**
 * Checks an address that a person typed or a setting holds.
 * @throws {AddressError} with what is wrong and what to do
 */
export function parseAddress(text: string): Address {
  const trimmed = text.trim();
  if (trimmed.startsWith('unix:')) {
    const socketPath = trimmed.slice('unix:'.length).replace(/^\/\/(?=\/)/, '');
    if (!socketPath.startsWith('/'))
      throw new AddressError(l10n.t('A Unix socket is given as unix:/path/to/socket.'));
    return { baseUrl: 'http://localhost', socketPath };
  }
  const url = parseUrl(trimmed);
  if (url.protocol !== 'http:' && url.protocol !== 'https:') {
    throw new AddressError(
      l10n.t("{0} addresses can't be used: give an http or https address.", url.protocol),
    );
  }
  if (url.username || url.password) {
    throw new AddressError(
      l10n.t(
        'The address holds a user name or password. Take it out: enter it with “Ory: Enter API Key…”, which keeps it in the secret store.',
      ),
    );
  }
  if (url.search || url.hash) throw new AddressError(l10n.t('Leave out everything from “?” or “#” on.'));
  return { baseUrl: `${url.origin}${withoutSlash(url.pathname)}` };
}

function parseUrl(text: string): URL {
  if (!/^[a-z][\w+.-]*:\/\//i.test(text)) {
    throw new AddressError(
      l10n.t('An address begins with http:// or https://, for instance http://127.0.0.1:4434.'),
    );
  }
  try {
    return new URL(text);
  } catch {
    throw new AddressError(l10n.t('This isn’t a valid address.'));
  }
}

/** What a secret is bound to: scheme, host and port, or the socket. */
export function originOf(address: string): string {
  const { baseUrl, socketPath } = parseAddress(address);
  return socketPath ? `unix:${socketPath}` : new URL(baseUrl).origin;
}
