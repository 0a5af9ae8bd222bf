import * as l10n from '@vscode/l10n';
import type { Endpoint, EndpointSource } from '../ory/client.ts';
import { OryError } from '../ory/errors.ts';
import { LazyTransport } from '../ory/http/choose-transport.ts';
import type { Transport } from '../ory/http/transport.ts';
import type { Credential, Service } from '../ory/operations/operation.ts';
import { originOf, parseAddress } from './address.ts';
import { headerOf } from './authorization.ts';
import { addressOf, type Connection, SANDBOX_WORKSPACE_KEY } from './model.ts';
import type { ConnectionSecrets, Slot } from './secrets.ts';
import { throughOf } from './through.ts';

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
    const transport = await this.transportOf(address);
    return { baseUrl, transport, ...(authorization ? { authorization } : {}) };
  };

  async close(): Promise<void> {
    await Promise.all([...this.transports.values()].map((transport) => transport.close()));
    this.transports.clear();
  }

  private async transportOf(address: string): Promise<Transport> {
    const { caFile, certFile, keyFile, proxy } = this.connection;
    const { baseUrl, socketPath } = parseAddress(address);
    const proxyAuthorization = socketPath ? undefined : await this.authorizeAtProxy();
    // What a CA file holds may change: a connection that was made with another one is not used again.
    const { ca } = await throughOf(this.connection);
    const key = JSON.stringify([address, ca, proxyAuthorization]);
    const known = this.transports.get(key);
    if (known) return known;
    const transport = new LazyTransport(baseUrl, {
      ...(socketPath ? { socketPath } : {}),
      ...(caFile ? { caFile } : {}),
      ...(certFile ? { certFile } : {}),
      ...(keyFile ? { keyFile } : {}),
      ...(proxy ? { proxy } : {}),
      ...(proxyAuthorization ? { proxyAuthorization } : {}),
    });
    this.transports.set(key, transport);
    return transport;
  }

  private async authorizeAtProxy(): Promise<string | undefined> {
    const { proxy } = this.connection;
    return proxy ? this.stored(this.connection, originOf(proxy), 'proxy-authorization') : undefined;
  }

  private async authorize(
    service: Service,
    credential: Credential,
    origin: string,
  ): Promise<string | undefined> {
    const { connection } = this;
    if (connection.type === 'self-hosted') {
      if (service === 'console' && connection.sandbox) return `Bearer ${SANDBOX_WORKSPACE_KEY}`;
      const kept = await this.stored(connection, origin, 'authorization');
      return kept === undefined ? undefined : headerOf(kept);
    }
    if (service === 'console') {
      const key = await this.workspaceKey(origin);
      if (!key) throw unauthenticated(connection, 'workspace-key');
      return `Bearer ${key}`;
    }
    if (credential !== 'project-key') return undefined;
    const key = await this.stored(connection, origin, 'project-key');
    if (!key) throw unauthenticated(connection, 'project-key');
    return `Bearer ${key}`;
  }

  /** A project's own workspace key, or that of the workspace connection it was opened from, on the same origin. */
  private async workspaceKey(origin: string): Promise<string | undefined> {
    const { connection } = this;
    const own = await this.secrets.get(connection, origin, 'workspace-key');
    const workspace =
      connection.type === 'network' && connection.workspace ? this.lookup(connection.workspace) : undefined;
    if (own === undefined && workspace?.scope === connection.scope)
      return this.stored(workspace, origin, 'workspace-key');
    return own ?? this.stored(connection, origin, 'workspace-key');
  }

  /**
   * What is kept for an origin.
   * @param owner whose it is; it is sent on this connection's way
   * @throws {OryError} `no-credential`, where something is kept that went another way when it was entered
   */
  private async stored(owner: Connection, origin: string, slot: Slot): Promise<string | undefined> {
    const { secrets, connection } = this;
    const kept = await secrets.get(owner, origin, slot, connection);
    if (kept !== undefined) return kept;
    const changed = await secrets.changedSince(owner, origin, slot, connection);
    if (changed.length > 0) throw wentAnotherWay(connection, origin, changed, slot);
    return undefined;
  }
}

const serviceNames: Record<Service, string> = {
  'kratos-public': l10n.t('Kratos (public)'),
  'kratos-admin': l10n.t('Kratos (admin)'),
  'hydra-public': l10n.t('Hydra (public)'),
  'hydra-admin': l10n.t('Hydra (admin)'),
  'keto-read': l10n.t('Keto (read)'),
  'keto-write': l10n.t('Keto (write)'),
  'keto-opl': l10n.t('Keto (OPL syntax)'),
  talos: 'Talos',
  console: l10n.t('console API'),
};

/** What a service is called in messages. */
export const serviceName = (service: Service): string => serviceNames[service];

function missing(connection: Connection, service: Service): OryError {
  return new OryError(
    'no-service',
    l10n.t('{0} has no address for {1}.', connection.name, serviceName(service)),
    {
      service,
    },
  );
}

function unauthenticated(connection: Connection, slot: Slot): OryError {
  const what =
    slot === 'workspace-key'
      ? l10n.t('workspace API key (ory_wak_…)')
      : l10n.t('project API key (ory_pat_…)');
  return new OryError('no-credential', l10n.t('{0} needs a {1}.', connection.name, what));
}

function wentAnotherWay(
  { name }: Connection,
  origin: string,
  changed: readonly string[],
  slot: Slot,
): OryError {
  const what = slot === 'proxy-authorization' ? l10n.t('proxy’s password') : 'key';
  return new OryError(
    'no-credential',
    l10n.t(
      '{0} It wasn’t sent to {1}. Enter it again if the change is right.',
      changeWords(name, changed, what),
      origin,
    ),
    { origin },
  );
}

/** "The proxy and the CA file of staging changed since its key was entered." */
export function changeWords(name: string, changed: readonly string[], what = 'key'): string {
  const parts = changed.map((part, at) => `${at === 0 ? 'The' : 'the'} ${part}`);
  const subject = [parts.slice(0, -1).join(', '), parts.at(-1) ?? ''].filter(Boolean).join(' and ');
  return l10n.t('{0} of {1} changed since its {2} was entered.', subject, name, what);
}
