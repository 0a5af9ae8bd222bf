import { originOf } from '../../connections/address.ts';
import { changeWords } from '../../connections/endpoints.ts';
import { addressOf, type Connection, type SelfHostedConnection } from '../../connections/model.ts';
import type { Slot } from '../../connections/secrets.ts';
import type { Container } from '../../container.ts';
import type { Answered, StepPlace } from '../../editor/wizard.ts';
import type { Service } from '../../ory/operations/operation.ts';
import { originsOf } from './keep.ts';
import { learner } from './learn.ts';
import { askAuthorization } from './steps/authorization.ts';
import { askProjectKey, askWorkspaceKey } from './steps/key.ts';
import { askProxyPassword } from './steps/proxy-password.ts';
import type { TokenPlaces } from './token-places.ts';
import { transportOf } from './transport-settings.ts';

/** Asks for the token, or user name and password, of one's own servers. */
export async function askForAuthorization(
  container: Container,
  place: StepPlace,
  connection: SelfHostedConnection,
  { address, origins, schemes }: TokenPlaces,
): Promise<Answered<string>> {
  const [service = 'kratos-admin'] = (Object.entries(connection.addresses) as [Service, string][]).flatMap(
    ([name, at]) => (at === address ? [name] : []),
  );
  return askAuthorization(place, {
    where: `${connection.name} (${origins.join(', ')})`,
    address,
    service,
    origins,
    reached: connection,
    learn: learner(container),
    settings: await transportOf(container.secrets, connection),
    ...(schemes ? { schemes } : {}),
    ...(await whyAgain(container, connection, 'authorization', origins)),
  });
}

/** Asks for a key of Ory Network. */
export async function askForApiKey(
  container: Container,
  place: StepPlace,
  connection: Exclude<Connection, SelfHostedConnection>,
  slot: Slot,
): Promise<Answered<string>> {
  const question = {
    where: connection.name,
    reached: connection,
    learn: learner(container),
    settings: await transportOf(container.secrets, connection),
    ...(await whyAgain(container, connection, slot, originsOf(connection, slot))),
  };
  return slot === 'workspace-key'
    ? askWorkspaceKey(place, { ...question, baseUrl: connection.consoleUrl })
    : askProjectKey(place, { ...question, baseUrl: addressOf(connection, 'kratos-admin') ?? '' });
}

/** Asks for the user name and password of a connection's proxy. */
export async function askForProxyPassword(
  container: Container,
  place: StepPlace,
  connection: Connection,
  proxy: string,
): Promise<Answered<string>> {
  const addresses =
    connection.type === 'self-hosted'
      ? Object.values(connection.addresses)
      : [addressOf(connection, 'kratos-admin') ?? connection.consoleUrl];
  return askProxyPassword(place, {
    proxy,
    address: addresses.find((address) => !address.startsWith('unix:')) ?? '',
    reached: connection,
    learn: learner(container),
    settings: await transportOf(container.secrets, connection),
    ...(await whyAgain(container, connection, 'proxy-authorization', [originOf(proxy)])),
  });
}

/** What changed since a secret was entered, where that is why it is asked for again. */
async function whyAgain(
  { secrets }: Container,
  connection: Connection,
  slot: Slot,
  origins: readonly string[],
): Promise<{ readonly because?: string }> {
  const changed = await Promise.all(origins.map((origin) => secrets.changedSince(connection, origin, slot)));
  const all = [...new Set(changed.flat())];
  return all.length > 0 ? { because: changeWords(connection.name, all) } : {};
}
