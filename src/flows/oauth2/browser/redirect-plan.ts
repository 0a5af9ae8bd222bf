/** How a browser's answer gets back to the editor for one of a client's redirect URIs. */
export type RedirectPlan =
  /** The editor listens on this machine. */
  | {
      readonly way: 'listen';
      readonly redirectUri: string;
      /** `127.0.0.1`, `::1` or `localhost`. */
      readonly host: string;
      /** 0 where any free port will do. */
      readonly port: number;
      readonly path: string;
    }
  /** Somebody else answers there: the person copies the address that the browser came back to. */
  | { readonly way: 'paste'; readonly redirectUri: string };

/** The callback of a client that is made for a run: Hydra takes any port of it. */
export const OWN_CALLBACK = 'http://127.0.0.1/callback';

/**
 * How each redirect URI of a client can be used, the best first. Hydra lets the port differ where the host is a
 * loopback address (RFC 8252); `localhost` is a name and keeps its port.
 */
export function redirectPlans(redirectUris: readonly string[]): RedirectPlan[] {
  const plans = redirectUris.flatMap((uri) => planOf(uri) ?? []);
  return plans.sort((a, b) => rank(a) - rank(b));
}

const rank = (plan: RedirectPlan): number => (plan.way === 'paste' ? 2 : plan.port === 0 ? 0 : 1);

function planOf(redirectUri: string): RedirectPlan | undefined {
  let url: URL;
  try {
    url = new URL(redirectUri);
  } catch {
    return undefined;
  }
  const { protocol, hostname, port, pathname } = url;
  const address = hostname === '127.0.0.1' || hostname === '[::1]';
  if (protocol !== 'http:' || !(address || hostname === 'localhost')) return { way: 'paste', redirectUri };
  return {
    way: 'listen',
    redirectUri,
    host: hostname.replace(/^\[|\]$/g, ''),
    port: address ? 0 : Number(port || 80),
    path: pathname,
  };
}
