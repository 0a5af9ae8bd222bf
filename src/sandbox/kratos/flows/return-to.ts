import { badRequest, KratosError } from '../http/errors.ts';
import type { Exchange } from '../http/exchange.ts';
import { readQuery } from '../../http/query.ts';
import type { Flow } from './model.ts';

/**
 * Where a browser goes in the end: to what it asked for as `return_to`, else to `otherwise`. `source` is the
 * address that was asked with. Throws a KratosError (400) for an address that the configuration does not allow.
 */
export function returnTo(ex: Exchange, source: string, otherwise: string): string {
  const wanted = askedIn(source);
  if (wanted === '') return otherwise;
  if (!URL.canParse(wanted, otherwise)) {
    throw badRequest('Unable to parse the return_to query parameter as an URL.');
  }
  const url = new URL(wanted, otherwise);
  const { settings } = ex.kratos;
  const allowed = [...settings.selfService.allowedReturns, new URL(`${settings.publicUrl()}/self-service`)];
  // What is no address is a path of the usual one; it has to begin like one.
  const isPlaced = URL.canParse(wanted) || wanted.startsWith('/');
  if (isPlaced && allowed.some((base) => isBelow(url, base)))
    return URL.canParse(wanted) ? wanted : url.toString();
  throw new KratosError({
    code: 400,
    id: 'self_service_flow_return_to_forbidden',
    reason: `The address to return to is not among those that the configuration allows: ${wanted}`,
  });
}

/** Where a completed flow leads. */
export function returnAfter(ex: Exchange, flow: Flow, method: string): string {
  return returnTo(ex, flow.request_url, ex.kratos.settings.selfService.returnAfter(flow.kind, method));
}

/** The address to return to that a flow was begun with, '' for none. */
export function askedReturn({ request_url: url }: Flow): string {
  return askedIn(url);
}

function askedIn(url: string): string {
  if (!URL.canParse(url)) return '';
  return readQuery(new URL(url).search.slice(1)).get('return_to') ?? '';
}

function isBelow(url: URL, base: URL): boolean {
  const wild = decodeURIComponent(base.host).startsWith('*');
  const host = wild ? url.host.endsWith(decodeURIComponent(base.host).slice(1)) : url.host === base.host;
  return url.protocol === base.protocol && host && url.pathname.startsWith(base.pathname);
}
