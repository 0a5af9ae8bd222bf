import * as l10n from '@vscode/l10n';
import { addressOf, type Connection } from '../connections/model.ts';
import { readOnlyReason } from '../connections/read-only.ts';
import { sameWay } from '../connections/through.ts';
import { OryError } from '../ory/errors.ts';
import type { Service } from '../ory/operations/operation.ts';
import type { ConnectionStore } from './connection-store.ts';

/** The connection of a panel, as the settings have it now: they change while the panel is open. */
export class LiveConnection {
  private readonly opened: Connection;
  private last: Connection;

  /** @param services those that the panel asks; what it holds is theirs, and goes to no other address */
  constructor(
    private readonly connections: Pick<ConnectionStore, 'byId'>,
    connection: Connection,
    private readonly services: readonly Service[],
  ) {
    this.opened = this.last = connection;
  }

  get id(): string {
    return this.opened.id;
  }

  /** As it is now; one that was removed, as it was last. */
  get now(): Connection {
    return (this.last = this.connections.byId(this.id) ?? this.last);
  }

  /** Why nothing can be asked of it any more, in a sentence; empty where it can. */
  get gone(): string {
    const { now, opened, services } = this;
    if (!this.connections.byId(this.id)) return l10n.t('The connection {0} was removed.', now.name);
    if (services.some((service) => addressOf(now, service) !== addressOf(opened, service)))
      return l10n.t('{0} has another address than when this was opened: open it again.', now.name);
    return sameWay(now, opened)
      ? ''
      : l10n.t(
          '{0} has another proxy or certificate file than when this was opened: open it again.',
          now.name,
        );
  }

  /** Why nothing can be changed through it, in a sentence; empty where it can. */
  get readOnlyReason(): string {
    const { gone, now } = this;
    return gone || (readOnlyReason(now) ?? '');
  }

  /** @throws {OryError} `refused`, where nothing can be asked of it any more */
  forReading(): Connection {
    return assertOpen(this.gone, this.now);
  }

  /** @throws {OryError} `refused`, where nothing can be changed through it (any more) */
  forWriting(): Connection {
    return assertOpen(this.readOnlyReason, this.now);
  }
}

function assertOpen(reason: string, connection: Connection): Connection {
  if (reason) throw new OryError('refused', reason.replace(/\.$/, ''));
  return connection;
}
