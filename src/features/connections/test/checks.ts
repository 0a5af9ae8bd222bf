import { serviceName } from '../../../connections/endpoints.ts';
import { addressOf, type Connection } from '../../../connections/model.ts';
import { originOf } from '../../../connections/address.ts';
import { probe } from '../../../connections/probe/probe.ts';
import { unreachableVerdict, verdictOn } from '../../../connections/probe/verdict.ts';
import type { Container } from '../../../container.ts';
import { errorWords } from '../../../editor/error-words.ts';
import { isOryError } from '../../../ory/errors.ts';
import { listIdentities } from '../../../ory/operations/identities.ts';
import type { Service } from '../../../ory/operations/operation.ts';
import { listProjects } from '../../../ory/operations/projects.ts';
import { transportOf } from '../transport-settings.ts';
import { loopbackHint } from '../../../editor/this-machine.ts';

export interface Outcome {
  readonly ok: boolean;
  readonly message: string;
  /** The command that may mend it. */
  readonly next?: 'ory.enterKey' | 'ory.editConnection' | 'ory.startSandbox';
}

/** One thing that a connection needs, and how it is tried. */
export interface Check {
  readonly label: string;
  readonly address: string;
  readonly run: (signal: AbortSignal) => Promise<Outcome>;
}

/** What must work for a connection to work. */
export function checksOf(container: Container, connection: Connection): Check[] {
  switch (connection.type) {
    case 'self-hosted':
      return (Object.entries(connection.addresses) as [Service, string][]).map(([service, address]) => ({
        label: service === 'console' ? 'Console API' : serviceName(service),
        address,
        run: (signal) => tryServer(container, connection, service, address, signal),
      }));
    case 'network':
      return [
        called(container, connection, 'Project', 'kratos-admin', async (client, signal) => {
          await client.call(listIdentities, { page_size: 1 }, { signal });
          return 'It answers, and takes the key.';
        }),
      ];
    case 'workspace':
      return [
        called(container, connection, 'Console API', 'console', async (client, signal) => {
          const { length } = (await client.call(listProjects, {}, { signal })).data;
          return `It answers, and takes the key: ${length === 1 ? 'one project' : `${length} projects`}.`;
        }),
      ];
  }
}

async function tryServer(
  { secrets }: Container,
  connection: Extract<Connection, { type: 'self-hosted' }>,
  service: Service,
  address: string,
  signal: AbortSignal,
): Promise<Outcome> {
  const next = connection.sandbox ? 'ory.startSandbox' : 'ory.editConnection';
  try {
    const token = await secrets.get(connection, originOf(address), 'authorization');
    const probed = await probe(address, {
      signal,
      settings: transportOf(connection),
      ...(token ? { authorization: `Bearer ${token}` } : {}),
    });
    const { ok, message, asksForCredential } = verdictOn(probed, service);
    if (asksForCredential) {
      const refused = token ? 'The access token is refused (401).' : 'An access token is asked for (401).';
      return { ok: false, message: refused, next: 'ory.enterKey' };
    }
    return ok ? { ok, message } : { ok, message, next };
  } catch (error) {
    const verdict = connection.sandbox ? undefined : unreachableVerdict(error, loopbackHint(address));
    return {
      ok: false,
      message: verdict?.message ?? errorWords(error, connection.name, connection).message,
      next,
    };
  }
}

type Client = Awaited<ReturnType<Container['client']>>;

function called(
  container: Container,
  connection: Connection,
  label: string,
  service: Service,
  attempt: (client: Client, signal: AbortSignal) => Promise<string>,
): Check {
  return {
    label,
    address: addressOf(connection, service) ?? '',
    run: async (signal) => {
      try {
        return { ok: true, message: await attempt(await container.client(connection), signal) };
      } catch (error) {
        if (!isOryError(error)) throw error;
        const { message, next } = errorWords(error, connection.name);
        return {
          ok: false,
          message,
          next: next.includes('enter-key') ? 'ory.enterKey' : 'ory.editConnection',
        };
      }
    },
  };
}
