import * as l10n from '@vscode/l10n';
import { serviceName } from '../../connections/endpoints.ts';
import { type Connection, hasService } from '../../connections/model.ts';
import { readOnlyReason } from '../../connections/read-only.ts';
import type { CallOptions, OryClient } from '../../ory/client.ts';
import type { Operation, Service } from '../../ory/operations/operation.ts';
import { whyMissing } from '../../ory/operations/versions.ts';
import { serviceHealth } from '../../kinds/service-health.ts';

/** Versions as the servers of a connection tell them. */
export type Versions = ReadonlyMap<Service, string>;

/** Why a connection can't run an operation, as a sentence; undefined where it can, as far as is known. */
export function whyUnavailable(
  operation: Operation,
  connection: Connection,
  versions: Versions,
): string | undefined {
  const { service, effect } = operation;
  if (!hasService(connection, service))
    return connection.type === 'workspace'
      ? l10n.t('{0} is a workspace: open one of its projects for this.', connection.name)
      : l10n.t('{0} has no address for {1}.', connection.name, serviceName(service));
  // Where a console is, it is Ory Network's, or speaks as Ory Network's does.
  const network = connection.type !== 'self-hosted' || service === 'console';
  const missing = whyMissing(operation, { network, version: versions.get(service) });
  if (missing) return missing;
  return effect === 'read' ? undefined : readOnlyReason(connection);
}

/** Asks the servers of a self-hosted connection for their versions; those that don't tell are left out. */
export async function versionsOf(
  client: OryClient,
  connection: Connection,
  services: readonly Service[],
  call: CallOptions,
): Promise<Versions> {
  if (connection.type !== 'self-hosted') return new Map();
  const asked = services.filter((service) => service !== 'console' && hasService(connection, service));
  const told = await Promise.all(
    asked.map(async (service) => {
      const health = await serviceHealth(client, service, call).catch(() => undefined);
      return [service, health?.version ?? ''] as const;
    }),
  );
  return new Map(told.filter(([, version]) => version !== ''));
}
