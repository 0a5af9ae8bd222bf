import { isOryError } from '../../ory/errors.ts';
import type { TransportSettings } from '../../ory/http/transport.ts';
import type { Service } from '../../ory/operations/operation.ts';
import { originOf } from '../address.ts';
import { alternativesTo } from './alternatives.ts';
import { probe, type Probed } from './probe.ts';
import { unreachableVerdict, type Verdict, verdictOn } from './verdict.ts';

export interface TryOptions {
  readonly settings?: TransportSettings;
  /** Value of the `Authorization` header; sent to the origin of the address only, whatever is suggested. */
  readonly authorization?: string;
  readonly signal?: AbortSignal;
  /** What to add where an address doesn't answer. */
  readonly hint?: (address: string) => string;
}

/** What trying an address as that of a service came to. */
export interface Tried {
  readonly verdict: Verdict;
  /** A certificate is signed by an authority that isn't trusted. */
  readonly untrusted: boolean;
  /** Missing where nothing answers. */
  readonly probed?: Probed;
  /** Why nothing answers. */
  readonly error?: unknown;
}

/**
 * Tries an address as that of a service. Where it isn't, those that may have been meant are tried, too: https for http,
 * without a path that belongs to the API.
 * @throws {OryError} `cancelled`
 */
export async function tryService(
  address: string,
  service: Service,
  options: TryOptions = {},
): Promise<Tried> {
  const tried = await once(address, service, options);
  if (tried.verdict.ok || options.signal?.aborted) return tried;
  for (const { address: other, why } of alternativesTo(address, tried.probed, tried.error)) {
    const isSameOrigin = originOf(other) === originOf(address);
    const found = await once(other, service, isSameOrigin ? options : { ...options, authorization: '' });
    if (!found.verdict.ok && !found.untrusted) continue;
    const message = `${why} ${found.verdict.message}`;
    return { ...tried, verdict: { ok: false, message, suggestion: other } };
  }
  return tried;
}

async function once(address: string, service: Service, { hint, ...options }: TryOptions): Promise<Tried> {
  try {
    const probed = await probe(address, options);
    return { verdict: verdictOn(probed, service), untrusted: false, probed };
  } catch (error) {
    const verdict = unreachableVerdict(error, hint?.(address));
    if (!verdict) throw error;
    const code = isOryError(error) ? error.facts.code : undefined;
    return { verdict, untrusted: /SELF_SIGNED|UNABLE_TO/.test(code ?? ''), error };
  }
}
