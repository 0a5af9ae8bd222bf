import * as l10n from '@vscode/l10n';
import type { Service } from '../ory/operations/operation.ts';

/** Where a connection is kept: the user's settings, or those of the workspace that is open. */
export type Scope = 'user' | 'workspace';

interface Common {
  /** Short name that is unique over all connections; the authority of the connection's document URIs. */
  readonly id: string;
  /** What people call it. */
  readonly name: string;
  readonly scope: Scope;
  /** Nothing is written through this connection. */
  readonly readOnly: boolean;
  /** Real users live here: a colour and a word in the status bar, and one types the object's name to delete it. */
  readonly production: boolean;
  readonly caFile?: string;
  readonly certFile?: string;
  readonly keyFile?: string;
  readonly proxy?: string;
}

/** The settings in which a self-hosted connection names its servers. */
export const ADDRESS_SETTINGS = {
  kratosPublic: 'kratos-public',
  kratosAdmin: 'kratos-admin',
  hydraPublic: 'hydra-public',
  hydraAdmin: 'hydra-admin',
  ketoRead: 'keto-read',
  ketoWrite: 'keto-write',
  ketoOpl: 'keto-opl',
  talos: 'talos',
  console: 'console',
} as const satisfies Record<string, Service>;
export type AddressSetting = keyof typeof ADDRESS_SETTINGS;

/** One's own Kratos, Hydra, Keto or Talos; any of them alone is fine. */
export interface SelfHostedConnection extends Common {
  readonly type: 'self-hosted';
  readonly addresses: Readonly<Partial<Record<Service, string>>>;
  /** The embedded sandbox: its console takes a key that is no secret. */
  readonly sandbox: boolean;
}

/** One project of Ory Network. */
export interface NetworkConnection extends Common {
  readonly type: 'network';
  readonly slug: string;
  readonly projectId?: string;
  /** Id of the workspace connection that it was opened from, whose key it borrows for the console's API. */
  readonly workspace?: string;
  readonly consoleUrl: string;
}

/** A workspace of Ory Network, which lists projects and opens them. */
export interface WorkspaceConnection extends Common {
  readonly type: 'workspace';
  readonly consoleUrl: string;
}

export type Connection = SelfHostedConnection | NetworkConnection | WorkspaceConnection;

export const DEFAULT_CONSOLE_URL = 'https://api.console.ory.sh';

/** Key that the sandbox's console takes; everybody may know it. */
export const SANDBOX_WORKSPACE_KEY = 'ory_wak_sandbox';

/** Base URL of a service on a connection, without a slash at its end; undefined where the connection lacks it. */
export function addressOf(connection: Connection, service: Service): string | undefined {
  switch (connection.type) {
    case 'self-hosted':
      return connection.addresses[service];
    case 'network':
      return service === 'console'
        ? connection.consoleUrl
        : `https://${connection.slug}.projects.oryapis.com`;
    case 'workspace':
      return service === 'console' ? connection.consoleUrl : undefined;
  }
}

/** Whether a connection has a service at all. */
export const hasService = (connection: Connection, service: Service): boolean =>
  addressOf(connection, service) !== undefined;

/** What a connection is, in a word or two. */
export function kindOf(connection: Connection): string {
  if (connection.type === 'network') return l10n.t('Ory Network');
  if (connection.type === 'workspace') return l10n.t('Ory Network workspace');
  return connection.sandbox ? 'sandbox' : 'self-hosted';
}
