import * as l10n from '@vscode/l10n';
import { pointerOf } from '../../ory/json/pointer.ts';
import type { FieldProblem } from '../save-error.ts';

interface Client {
  readonly redirect_uris?: unknown;
  readonly post_logout_redirect_uris?: unknown;
}

/** What Hydra refuses in a client, and no schema can say: an address for after signing out must be at a redirect URI's server. */
export function clientProblems(value: unknown): readonly FieldProblem[] {
  if (typeof value !== 'object' || value === null) return [];
  const { redirect_uris: redirects, post_logout_redirect_uris: logouts } = value as Client;
  // Hydra 2.0 takes a patch that removes the one, or empties a part of it, and keeps the other.
  if (!Array.isArray(redirects) || !Array.isArray(logouts)) return [];
  if (!redirects.every((address) => typeof address === 'string')) return [];
  const servers = new Set(redirects.map(serverOf));
  return logouts.flatMap((address, at) => {
    const server = serverOf(address);
    if (server === undefined || servers.has(server)) return [];
    return [
      {
        pointer: pointerOf(['post_logout_redirect_uris', String(at)]),
        message: l10n.t('Scheme, domain and port must be those of one of the redirect_uris.'),
      },
    ];
  });
}

/** Scheme, host and port as they stand there; undefined where that can't be told. */
function serverOf(address: unknown): string | undefined {
  if (typeof address !== 'string') return undefined;
  const [, scheme, server] = /^([a-z][a-z0-9+.-]*):\/\/([^/?#]*)/i.exec(address) ?? [];
  if (scheme === undefined || server === undefined) return undefined;
  return `${scheme}://${server.slice(server.lastIndexOf('@') + 1)}`.toLowerCase();
}
