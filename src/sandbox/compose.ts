import { createConsole } from './console/console.ts';
import type { Addresses, Clock, ServiceGroup } from './http/service.ts';
import { createHydra } from './hydra/hydra.ts';
import { createKratos } from './kratos/kratos.ts';
import type { SandboxOptions } from './options.ts';
import type { Origin } from './state/snapshot.ts';

export interface Composition {
  readonly options: SandboxOptions;
  readonly origin: Origin;
  readonly clock: Clock;
  readonly addresses: () => Addresses;
}

/** Builds the products; the names are those of their parts in a snapshot. Throws a ConfigError. */
export function composeGroups({
  options,
  origin,
  clock,
  addresses,
}: Composition): Record<string, ServiceGroup> {
  const shared = { clock, addresses, seed: origin.seed };
  return {
    kratos: createKratos({
      ...shared,
      config: options.kratos?.config,
      configFile: options.kratos?.file ?? '',
      identities: origin.identities,
    }),
    hydra: createHydra({ ...shared, config: options.hydra?.config, clients: origin.clients }),
    console: createConsole({
      ...shared,
      empty: options.empty === true,
      configs: { identity: options.kratos?.config, oauth2: options.hydra?.config },
    }),
  };
}
