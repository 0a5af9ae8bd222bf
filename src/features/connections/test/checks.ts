import * as l10n from '@vscode/l10n';
import { changeWords, serviceName } from '../../../connections/endpoints.ts';
import { addressOf, type Connection } from '../../../connections/model.ts';
import { originOf } from '../../../connections/address.ts';
import { headerOf } from '../../../connections/authorization.ts';
import { tryService } from '../../../connections/probe/try-service.ts';
import type { Container } from '../../../container.ts';
import { errorWords } from '../../../editor/error-words.ts';
import { isOryError, PROXY_AUTHENTICATION } from '../../../ory/errors.ts';
import { listIdentities } from '../../../ory/operations/identities.ts';
import type { Service } from '../../../ory/operations/operation.ts';
import { listProjects } from '../../../ory/operations/projects.ts';
import { transportOf } from '../transport-settings.ts';
import { loopbackHint } from '../../../editor/this-machine.ts';

export interface Outcome {
  readonly ok: boolean;
  readonly message: string;
  /** The command that may mend it. */
  readonly next?: 'enterKey' | 'editConnection' | 'startSandbox';
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
        label: service === 'console' ? l10n.t('Console API') : serviceName(service),
        address,
        run: (signal) => tryServer(container, connection, service, address, signal),
      }));
    case 'network':
      return [
        called(container, connection, 'Project', 'kratos-admin', async (client, signal) => {
          await client.call(listIdentities, { page_size: 1 }, { signal });
          return l10n.t('It answers, and takes the key.');
        }),
      ];
    case 'workspace':
      return [
        called(container, connection, l10n.t('Console API'), 'console', async (client, signal) => {
          const { length } = (await client.call(listProjects, {}, { signal })).data;
          return l10n.t(
            'It answers, and takes the key: {0}.',
            length === 1 ? 'one project' : `${length} projects`,
          );
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
  const next = connection.sandbox ? 'startSandbox' : 'editConnection';
  try {
    const origin = originOf(address);
    const token = await secrets.get(connection, origin, 'authorization');
    const changed = await secrets.changedSince(connection, origin, 'authorization');
    if (changed.length > 0)
      return { ok: false, message: changeWords(connection.name, changed), next: 'enterKey' };
    const { verdict, probed, error } = await tryService(address, service, {
      signal,
      settings: await transportOf(secrets, connection),
      hint: loopbackHint,
      ...(token ? { authorization: headerOf(token) } : {}),
    });
    const { ok, message, asksForCredential, suggestion } = verdict;
    if (asksForCredential) {
      const status = probed?.refusal?.status ?? 401;
      const what = token
        ? l10n.t('The access token or password is refused')
        : l10n.t('A credential is asked for');
      return { ok: false, message: `${what} (${status}).`, next: 'enterKey' };
    }
    if (isOryError(error) && (connection.sandbox || error.facts.code === PROXY_AUTHENTICATION)) throw error;
    const offer = suggestion === undefined ? '' : ` Use ${suggestion}.`;
    return ok ? { ok, message } : { ok, message: message + offer, next };
  } catch (error) {
    const ofProxy = isOryError(error) && error.facts.code === PROXY_AUTHENTICATION;
    const { message } = errorWords(error, connection.name, connection);
    return { ok: false, message, next: ofProxy ? 'enterKey' : next };
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
          next: next.includes('enter-key') ? 'enterKey' : 'editConnection',
        };
      }
    },
  };
}
