import type { Server } from 'node:http';
import { systemClock } from './clock.ts';
import { composeGroups } from './compose.ts';
import type { PortChoice } from './config/ports.ts';
import { Faults } from './faults/faults.ts';
import { readCors } from './http/cors.ts';
import { close, listen, PortInUseError } from './http/listen.ts';
import { RequestLog } from './http/request-log.ts';
import { serve, type ServerContext } from './http/server.ts';
import { SERVICE_NAMES, type Addresses, type Service, type ServiceName } from './http/service.ts';
import type { SandboxOptions } from './options.ts';
import { randomFor } from './seed/random.ts';
import { originOf, restoreSnapshot, takeSnapshot, type Origin } from './state/snapshot.ts';
import { SnapshotError, SnapshotFile } from './state/snapshot-file.ts';

export interface Sandbox {
  readonly addresses: Addresses;
  /** Closes all ports and writes the state. */
  close(): Promise<void>;
}

/** Starts a sandbox in this process. Throws a ConfigError, a SnapshotError or a PortInUseError. */
export async function startSandbox(options: SandboxOptions): Promise<Sandbox> {
  const report = options.report ?? (() => undefined);
  const clock = options.clock ?? systemClock;
  const file = options.data === undefined ? undefined : new SnapshotFile(options.data, report);
  const saved = file?.read();
  const origin = originFor(options, saved);
  const addresses: Addresses = {};
  const groups = composeGroups({ options, origin, clock, addresses: () => addresses });
  if (saved !== undefined) restoreSnapshot(saved, groups);

  const snapshot = () => takeSnapshot(origin, groups);
  const context: ServerContext = {
    faults: new Faults(clock, randomFor(origin.seed, 'faults')),
    log: new RequestLog(),
    clock,
    mails: () => Object.values(groups).flatMap((group) => group.mails?.() ?? []),
    changed: () => file?.writeSoon(snapshot),
    report,
  };
  const services = new Map<ServiceName, Service>(
    Object.values(groups).flatMap((group) => group.services.map((service) => [service.name, service])),
  );
  const servers: Server[] = [];
  try {
    for (const name of SERVICE_NAMES) {
      const port = options.ports[name];
      const service = services.get(name);
      if (port === undefined || !service) continue;
      const server = serve(service, corsOf(name, options), context);
      addresses[name] = await bind(server, port, (line) => report(`${name}: ${line}`));
      servers.push(server);
    }
  } catch (cause) {
    await Promise.all(servers.map(close));
    throw cause;
  }
  return {
    addresses,
    async close() {
      await Promise.all(servers.map(close));
      file?.write(snapshot());
    },
  };
}

/** What the data is generated from: the options, else the snapshot, else the defaults. */
function originFor(options: SandboxOptions, saved: unknown): Origin {
  const { seed, identities, clients, empty } = options;
  const before = saved === undefined ? undefined : originOf(saved);
  const fallback = empty ? { identities: 0, clients: 0 } : { identities: 250, clients: 40 };
  const origin = {
    seed: seed ?? before?.seed ?? 1,
    identities: identities ?? (empty ? 0 : (before?.identities ?? fallback.identities)),
    clients: clients ?? (empty ? 0 : (before?.clients ?? fallback.clients)),
  };
  if (before && JSON.stringify(before) !== JSON.stringify(origin)) {
    throw new SnapshotError(
      `the data file ${options.data ?? ''} was made with --seed ${before.seed} --identities ${before.identities} ` +
        `--clients ${before.clients}: leave these options out, or remove the file`,
    );
  }
  return origin;
}

function corsOf(name: ServiceName, options: SandboxOptions) {
  const [product, port] = name.split('-');
  if (port === undefined) return undefined;
  return readCors(options[product as 'kratos' | 'hydra' | 'keto']?.config, port);
}

async function bind(server: Server, port: PortChoice, report: (line: string) => void): Promise<string> {
  if (typeof port === 'number') return listen(server, port);
  try {
    return await listen(server, port.preferred);
  } catch (cause) {
    if (!(cause instanceof PortInUseError)) throw cause;
    report(`port ${port.preferred} is in use, another one was taken`);
    return listen(server, 0);
  }
}
