import { createConsole } from './console/console.ts';
import type { Addresses, Clock, ServiceGroup } from './http/service.ts';
import { createHydra } from './hydra/hydra.ts';
import { createKeto } from './keto/keto.ts';
import { createKratos } from './kratos/kratos.ts';
import { GeneratedIds } from './kratos/seed/generated-ids.ts';
import type { SandboxOptions } from './options.ts';
import type { Origin } from './state/snapshot.ts';
import { createTalos } from './talos/talos.ts';

/** However many identities there are, no more than this many are known to Hydra. */
const CONSENTING = 250;

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
  const ids = new GeneratedIds(origin.seed, origin.identities);
  const shared = { clock, addresses, seed: origin.seed };
  const hydra = createHydra({
    ...shared,
    config: options.hydra?.config,
    clients: origin.clients,
    // The people of Kratos, as the login page of a real installation would name them.
    people: Array.from({ length: Math.min(origin.identities, CONSENTING) }, (_, at) => ids.at(at)),
  });
  return {
    kratos: createKratos({
      ...shared,
      config: options.kratos?.config,
      configFile: options.kratos?.file ?? '',
      identities: origin.identities,
      oauth2: hydra.logins,
    }),
    hydra,
    keto: createKeto({
      clock,
      seed: origin.seed,
      config: options.keto?.config,
      configFile: options.keto?.file ?? '',
      people: { count: options.empty ? 0 : origin.identities, idOf: (index) => ids.at(index) },
    }),
    talos: createTalos({ ...shared, empty: options.empty === true }),
    console: createConsole({
      ...shared,
      empty: options.empty === true,
      configs: { identity: options.kratos?.config, oauth2: options.hydra?.config },
    }),
  };
}
