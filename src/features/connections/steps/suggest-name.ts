import * as l10n from '@vscode/l10n';
import { parseAddress } from '../../../connections/address.ts';
import { isLoopback } from '../../../ory/http/choose-transport.ts';
import { type Draft, type Product, SERVICES_OF } from '../draft.ts';

/** A name for self-hosted servers: "Local Kratos and Hydra", "ory.example.com". */
export function suggestName({ addresses }: Draft): string {
  const [first] = Object.values(addresses);
  if (first === undefined) return 'Ory';
  const { baseUrl, socketPath } = parseAddress(first);
  const { hostname } = new URL(baseUrl);
  if (!socketPath && !isLoopback(hostname)) return hostname;
  const products = (Object.keys(SERVICES_OF) as Product[]).filter((product) =>
    SERVICES_OF[product].some((service) => addresses[service]),
  );
  return l10n.t('Local {0}', products.join(' and '));
}
