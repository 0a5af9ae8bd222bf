import { OryError } from '../../ory/errors.ts';
import { LazyTransport } from '../../ory/http/choose-transport.ts';
import type { TransportSettings } from '../../ory/http/transport.ts';
import type { Service } from '../../ory/operations/operation.ts';
import { originOf, parseAddress } from '../address.ts';
import { ask, askGently, type Asking, type Heard } from './ask.ts';
import {
  type Answers,
  gatewayIn,
  PATHS,
  type PathName,
  type Refusal,
  refusalIn,
  refusesAsConsole,
  servicesIn,
  tooOldIn,
} from './signs.ts';

export const PROBE_TIMEOUT_MS = 3000;

export interface ProbeOptions {
  /** How the server is reached; its socket is taken from the address. */
  readonly settings?: TransportSettings;
  readonly authorization?: string;
  readonly timeoutMs?: number;
  readonly signal?: AbortSignal;
  /** Give up after the first question where it is not answered as a server of Ory does. */
  readonly quick?: boolean;
}

/** What answers at an address. */
export interface Probed {
  /** Normally one; several behind a gateway; none where it is no server of Ory, or an unknown one. */
  readonly services: readonly Service[];
  /** As the server tells it; public ports do not. */
  readonly version?: string;
  /** Name of a server that is too old to be used. */
  readonly tooOld?: string;
  /** Answers to `/health/alive` as servers of Ory do. */
  readonly healthy: boolean;
  /** Answers HTML: no server of Ory, or a proxy in front of it. */
  readonly html: boolean;
  /** Plain HTTP was spoken to a port that wants TLS. */
  readonly wantsTls: boolean;
  /** How administrators' requests are refused without a credential, or with the one that was given. */
  readonly refusal?: Refusal;
  /** Refuses as the console's API does, which opens to workspace keys only. */
  readonly refusesAsConsole: boolean;
  /** Where it sends everybody: another origin, as gateways with a login of their own do. */
  readonly leadsTo?: string;
  /** Scheme, host and port, or the socket. */
  readonly origin: string;
}

/**
 * Tells which service of Ory answers at an address, and on which kind of port, by what it answers.
 * @throws {OryError} `unreachable`, `timeout`, `interrupted` when nothing answers there
 * @throws {AddressError} when the address can't be used
 */
export async function probe(address: string, options: ProbeOptions = {}): Promise<Probed> {
  const { baseUrl, socketPath } = parseAddress(address);
  const transport = new LazyTransport(baseUrl, {
    ...options.settings,
    ...(socketPath ? { socketPath } : {}),
  });
  const asking: Asking = {
    transport,
    baseUrl,
    timeoutMs: options.timeoutMs ?? PROBE_TIMEOUT_MS,
    ...(options.authorization ? { authorization: options.authorization } : {}),
    ...(options.signal ? { signal: options.signal } : {}),
  };
  try {
    const alive = await ask(asking, PATHS.alive);
    if (options.quick && !isAlive(alive)) return judge({ alive }, undefined, originOf(address));
    const names = (Object.keys(PATHS) as PathName[]).filter((name) => name !== 'alive');
    const [version, ...heard] = await Promise.all([
      askGently(asking, '/version'),
      ...names.map((name) => askGently(asking, PATHS[name])),
    ]);
    const answers = Object.fromEntries(names.map((name, at) => [name, heard[at]])) as Answers;
    return judge({ ...answers, alive }, version, originOf(address));
  } catch (error) {
    if (options.signal?.aborted) throw new OryError('cancelled', 'Cancelled.', { cause: error });
    throw error;
  } finally {
    await transport.close();
  }
}

function judge(answers: Answers, version: Heard | undefined, origin: string): Probed {
  const services = servicesIn(answers);
  const told = (version?.json as { version?: unknown } | undefined | null)?.version;
  const tooOld = services.some((service) => service.endsWith('-admin')) ? undefined : tooOldIn(answers);
  const refusal = refusalIn(answers);
  const leadsTo = gatewayIn(answers);
  return {
    services,
    healthy: isAlive(answers.alive),
    html:
      services.length === 0 &&
      Object.values<Heard | undefined>(answers).some((heard) => heard?.html && !heard.leadsTo),
    wantsTls: answers.alive?.status === 400 && WANTS_TLS.test(answers.alive.text),
    refusesAsConsole: refusesAsConsole(answers),
    origin,
    ...(refusal ? { refusal } : {}),
    ...(leadsTo && services.length === 0 ? { leadsTo } : {}),
    ...(typeof told === 'string' && told !== '' ? { version: told } : {}),
    ...(tooOld ? { tooOld } : {}),
  };
}

/** What Go, nginx, Apache and Java say to plain HTTP. */
const WANTS_TLS = /HTTPS server|plain HTTP|HTTPS port|SSL-enabled|requires TLS/i;

const isAlive = (heard: Heard | undefined): boolean =>
  heard?.status === 200 && (heard.json as { status?: unknown } | null)?.status === 'ok';
