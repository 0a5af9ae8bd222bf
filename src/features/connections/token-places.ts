import { originOf } from '../../connections/address.ts';
import type { SelfHostedConnection } from '../../connections/model.ts';
import { probe } from '../../connections/probe/probe.ts';
import { verdictOn } from '../../connections/probe/verdict.ts';
import type { ConnectionSecrets } from '../../connections/secrets.ts';
import { isOryError } from '../../ory/errors.ts';
import type { TransportSettings } from '../../ory/http/transport.ts';
import type { Service } from '../../ory/operations/operation.ts';
import { transportOf } from './transport-settings.ts';

/** Where a new access token of a connection is to be used. */
export interface TokenPlaces {
  /** The address at which the token is tried. */
  readonly address: string;
  /** The origins that it is kept for; that of the address is one of them. */
  readonly origins: readonly string[];
  /** The schemes that its server asks for, where it names any. */
  readonly schemes?: readonly string[];
}

/** The services whose administrators a gateway asks for a token, those that the views need first. */
const TRIED_FIRST: readonly Service[] = ['kratos-admin', 'hydra-admin'];

/**
 * Finds where an access token belongs: at the origins that have one already, and at those that ask for one when they
 * are asked without it. Where there is none of either, the token is for the administrators' port alone.
 * @param wanted origins that the token is asked for on purpose
 */
export async function tokenPlaces(
  secrets: Pick<ConnectionSecrets, 'get'>,
  connection: SelfHostedConnection,
  wanted: readonly string[] = [],
): Promise<TokenPlaces> {
  const all = Object.entries(connection.addresses) as [Service, string][];
  const ordered = [
    ...all.filter(([service]) => TRIED_FIRST.includes(service)),
    ...all.filter(([service]) => !TRIED_FIRST.includes(service)),
  ];
  const settings = await transportOf(secrets, connection);
  const places = await Promise.all(
    ordered.map(async ([service, address]) => {
      const origin = originOf(address);
      const isWanted = wanted.includes(origin);
      const schemes = await schemesAskedFor(settings, service, address);
      const taken =
        isWanted ||
        schemes !== undefined ||
        (await secrets.get(connection, origin, 'authorization')) !== undefined;
      return { address, origin, isWanted, taken, schemes };
    }),
  );
  const first = places.find(({ isWanted }) => isWanted) ?? places.find(({ taken }) => taken) ?? places[0];
  if (!first) throw new Error(`${connection.name} has no address.`);
  const origins = new Set([first.origin, ...places.filter(({ taken }) => taken).map(({ origin }) => origin)]);
  const { address, schemes = [] } = first;
  return { address, origins: [...origins], ...(schemes.length > 0 ? { schemes } : {}) };
}

/** The schemes that a server asks for; undefined where it asks for no credential. */
async function schemesAskedFor(
  settings: TransportSettings,
  service: Service,
  address: string,
): Promise<readonly string[] | undefined> {
  try {
    const probed = await probe(address, { settings });
    return verdictOn(probed, service).asksForCredential ? (probed.refusal?.schemes ?? []) : undefined;
  } catch (error) {
    // Nobody answers there: nothing is known of it, so it gets no token.
    if (isOryError(error)) return undefined;
    throw error;
  }
}
