import { pointerOf } from '../../ory/json/pointer.ts';
import type { FieldProblem } from '../../resources/save-error.ts';

interface Client {
  readonly redirect_uris?: unknown;
  readonly post_logout_redirect_uris?: unknown;
}

/** What Hydra refuses in a client, and no schema can say: an address for after signing out must be at a redirect URI's server. */
export function clientProblems(value: unknown): readonly FieldProblem[] {
  if (typeof value !== 'object' || value === null) return [];
  const { redirect_uris: redirects, post_logout_redirect_uris: logouts } = value as Client;
  const servers = new Set(texts(redirects).map(serverOf));
  return texts(logouts).flatMap((address, at) => {
    const server = serverOf(address);
    if (server === undefined || servers.has(server)) return [];
    return [
      {
        pointer: pointerOf(['post_logout_redirect_uris', String(at)]),
        message: 'Scheme, domain and port must be those of one of the redirect_uris.',
      },
    ];
  });
}

const texts = (value: unknown): readonly string[] =>
  Array.isArray(value) ? value.filter((one) => typeof one === 'string') : [];

/** Scheme, host and port as they stand there; undefined where that can't be told. */
function serverOf(address: string): string | undefined {
  return /^([a-z][a-z0-9+.-]*:\/\/[^/?#]*)/i.exec(address)?.[1]?.toLowerCase();
}
