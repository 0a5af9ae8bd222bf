import type { CallOptions, InputOf, OryClient, Reply } from '../ory/client.ts';
import { isOryError, type OryError } from '../ory/errors.ts';
import { getVersion, isReady } from '../ory/operations/meta.ts';
import type { AnswerOf, Service } from '../ory/operations/operation.ts';

/** How a server is. */
export interface ServiceHealth {
  readonly ready: boolean;
  /** As the server tells it; development builds tell none. */
  readonly version?: string;
  /** Why it is not ready, in its own words. */
  readonly detail?: string;
}

/**
 * Asks one server how it is: `GET /health/ready` and `GET /version`.
 * @throws {OryError} where nothing answers, or not as an Ory server does
 */
export async function serviceHealth(
  client: OryClient,
  service: Service,
  call: CallOptions = {},
): Promise<ServiceHealth> {
  const [ready, version] = await Promise.all([
    askReady(client, service, call),
    askVersion(client, service, call),
  ]);
  return { ...ready, ...(version ? { version } : {}) };
}

async function askReady(
  client: OryClient,
  service: Service,
  call: CallOptions,
): Promise<Omit<ServiceHealth, 'version'>> {
  try {
    await askFollowing(client, isReady(service), call);
    return { ready: true };
  } catch (error) {
    if (!isOryError(error, 'refused')) throw error;
    return { ready: false, detail: error.message };
  }
}

async function askVersion(client: OryClient, service: Service, call: CallOptions): Promise<string> {
  try {
    const { data } = await askFollowing(client, getVersion(service), call);
    return data.version ?? '';
  } catch (error) {
    // A server that is up but tells no version is still up.
    if (isOryError(error, 'refused', 'redirected')) return '';
    throw error;
  }
}

type Question = ReturnType<typeof isReady> | ReturnType<typeof getVersion>;

/** Kratos 0.11's admin port keeps health and version under `/admin` and sends there those who ask without it. */
async function askFollowing<O extends Question>(
  client: OryClient,
  operation: O,
  call: CallOptions,
): Promise<Reply<AnswerOf<O>>> {
  const ask = (asked: O) => client.call(asked, {} as InputOf<O>, call);
  try {
    return await ask(operation);
  } catch (error) {
    const path = `/admin${operation.path}`;
    if (!isOryError(error, 'redirected') || !leadsTo(error, path)) throw error;
    return ask({ ...operation, path });
  }
}

/** Whether a redirect stays on the server that was asked and only adds what leads to this path. */
function leadsTo({ facts }: OryError, path: string): boolean {
  const { location, origin } = facts;
  if (location === undefined || origin === undefined) return false;
  try {
    const target = new URL(location, origin);
    return target.origin === origin && target.pathname.endsWith(path);
  } catch {
    return false;
  }
}
