import type { Endpoint, EndpointSource } from '../ory/client.ts';
import { OryError } from '../ory/errors.ts';
import { LazyTransport } from '../ory/http/choose-transport.ts';
import type { Transport } from '../ory/http/transport.ts';
import type { Credential, Service } from '../ory/operations/operation.ts';
import { originOf, parseAddress } from './address.ts';
import { addressOf, type Connection, SANDBOX_WORKSPACE_KEY } from './model.ts';
import type { ConnectionSecrets, Slot } from './secrets.ts';

/** Finds the connection whose workspace key another one borrows. */
export type ConnectionLookup = (id: string) => Connection | undefined;

/**
 * The endpoints of one connection, each with a transport of its own that is made when it is first needed.
 * A credential goes only to the origin that it was entered for.
 */
export class ConnectionEndpoints {
  private readonly transports = new Map<string, Transport>();

  constructor(
    private readonly connection: Connection,
    private readonly secrets: ConnectionSecrets,
    private readonly lookup: ConnectionLookup,
  ) {}

  readonly find: EndpointSource = async (service, credential): Promise<Endpoint> => {
    const address = addressOf(this.connection, service);
    if (address === undefined) throw missing(this.connection, service);
    const { baseUrl } = parseAddress(address);
    const authorization = await this.authorize(service, credential, originOf(address));
    return { baseUrl, transport: this.transportOf(address), ...(authorization ? { authorization } : {}) };
  };

  async close(): Promise<void> {
    await Promise.all([...this.transports.values()].map((transport) => transport.close()));
    this.transports.clear();
  }

  private transportOf(address: string): Transport {
    const known = this.transports.get(address);
    if (known) return known;
    const { baseUrl, socketPath } = parseAddress(address);
    const { caFile, certFile, keyFile, proxy } = this.connection;
    const transport = new LazyTransport(baseUrl, {
      ...(socketPath ? { socketPath } : {}),
      ...(caFile ? { caFile } : {}),
      ...(certFile ? { certFile } : {}),
      ...(keyFile ? { keyFile } : {}),
      ...(proxy ? { proxy } : {}),
    });
    this.transports.set(address, transport);
    return transport;
  }

  private async authorize(
    service: Service,
    credential: Credential,
    origin: string,
  ): Promise<string | undefined> {
    const { connection } = this;
    if (connection.type === 'self-hosted') {
      if (service === 'console' && connection.sandbox) return `Bearer ${SANDBOX_WORKSPACE_KEY}`;
      const token = await this.secrets.get(connection, origin, 'authorization');
      return token ? `Bearer ${token}` : undefined;
    }
    if (service === 'console') {
      const key = await this.workspaceKey(origin);
      if (!key) throw unauthenticated(connection, 'workspace-key');
      return `Bearer ${key}`;
    }
    if (credential !== 'project-key') return undefined;
    const key = await this.secrets.get(connection, origin, 'project-key');
    if (!key) throw unauthenticated(connection, 'project-key');
    return `Bearer ${key}`;
  }

  /** A project's own workspace key, or that of the workspace connection it was opened from, on the same origin. */
  private async workspaceKey(origin: string): Promise<string | undefined> {
    const own = await this.secrets.get(this.connection, origin, 'workspace-key');
    if (own || this.connection.type !== 'network' || !this.connection.workspace) return own;
    const workspace = this.lookup(this.connection.workspace);
    return workspace?.scope === this.connection.scope
      ? this.secrets.get(workspace, origin, 'workspace-key')
      : undefined;
  }
}

const serviceNames: Record<Service, string> = {
  'kratos-public': 'Kratos (public)',
  'kratos-admin': 'Kratos (admin)',
  'hydra-public': 'Hydra (public)',
  'hydra-admin': 'Hydra (admin)',
  'keto-read': 'Keto (read)',
  'keto-write': 'Keto (write)',
  'keto-opl': 'Keto (OPL syntax)',
  console: 'console API',
};

/** What a service is called in messages. */
export const serviceName = (service: Service): string => serviceNames[service];

function missing(connection: Connection, service: Service): OryError {
  return new OryError('no-service', `${connection.name} has no address for ${serviceName(service)}.`, {
    service,
  });
}

function unauthenticated(connection: Connection, slot: Slot): OryError {
  const what = slot === 'workspace-key' ? 'workspace API key (ory_wak_…)' : 'project API key (ory_pat_…)';
  return new OryError('no-credential', `${connection.name} needs a ${what}.`);
}
