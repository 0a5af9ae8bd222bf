import type * as vscode from 'vscode';
import type { Connection } from '../../connections/model.ts';
import type { CallOptions, Reply, Watch, Write, WriteNotes } from '../../ory/client.ts';
import { hasStatus, isOryError, OryError } from '../../ory/errors.ts';
import { type JsonNode, parseJson } from '../../ory/json/tree.ts';
import { isNoRoute } from '../../ory/no-route.ts';
import type { Operation } from '../../ory/operations/operation.ts';
import { aboutTo, gathered, type Touched, touchedBy } from '../../kinds/touched.ts';
import { type Before, readBefore } from '../../saving/take-back.ts';
import type { ConnectionStore } from '../connection-store.ts';
import type { TokenHost } from '../registration-token.ts';
import { forgetEndedToken } from '../registration-token.ts';
import { readOnlyReasonNow } from '../require-connection.ts';
import type { ResourceChanges } from '../resource-changes.ts';
import type { SaveHistory } from '../save-history.ts';
import type { Redactor } from '../../ory/secrets/redactor.ts';
import { keepAfter, keepBefore } from './keep.ts';
import { outcomeOf, ProductionWrites } from './production-writes.ts';
import type { UndoMemory } from './undo-memory.ts';

export interface DoorHost extends TokenHost {
  readonly connections: Pick<ConnectionStore, 'byId'>;
  readonly changes: ResourceChanges;
  readonly redactor: Redactor;
  readonly undo: UndoMemory;
  readonly log: vscode.LogOutputChannel;
  readonly context: Pick<vscode.ExtensionContext, 'globalStorageUri'>;
  history(): Promise<SaveHistory>;
}

/** Requests of an administrator after which the newest Hydra takes no registration access token any more. */
const END_TOKENS: ReadonlySet<string> = new Set(['patchOAuth2Client', 'setOAuth2Client']);

/**
 * Every write of this window passes it, whoever asks, because it stands around each request that changes something. It
 * refuses what a read-only connection must not be sent, keeps the versions before and after, remembers how the write is
 * taken back, records what was done to production, and announces what was touched. Asking people is the gate's.
 */
export class Door {
  readonly production: ProductionWrites;

  constructor(private readonly host: DoorHost) {
    this.production = new ProductionWrites(host.context.globalStorageUri, host.redactor, () => host.log);
  }

  /** What the client of a connection has around its writes. */
  readonly watch =
    (connection: Connection): Watch =>
    (write, call, send) =>
      this.pass(connection, write, call, send);

  /**
   * Does many writes as one: nothing is kept or read for each of them, and what they touched is announced once, at the
   * end. Whoever starts it has passed the gate once.
   * @param work passes the notes on with each call, as `CallOptions.write`
   */
  async batch<T>(connection: Connection, work: (notes: WriteNotes) => Promise<T>): Promise<T> {
    const touched: Touched[] = [];
    const collect: WriteNotes['collect'] = (write, answer, isSure) =>
      void touched.push(...touchedAs(write, answer, isSure));
    try {
      return await work({ unkept: true, collect });
    } finally {
      this.announce(connection, gathered(touched));
    }
  }

  /** A write that went another way than through the client: what a library sent for an operation of the catalogue. */
  async sent(connection: Connection, operation: Operation, status: number): Promise<void> {
    if (operation.effect === 'read') return;
    const touched = status < 400 ? touchedBy({ operation, values: {} }) : [];
    this.announce(connection, touched);
    await this.record(connection, operation, undefined, touched, `${status}`);
  }

  private async pass<R extends Reply<unknown>>(
    connection: Connection,
    write: Write,
    call: CallOptions,
    send: () => Promise<R>,
  ): Promise<R> {
    const notes = call.write ?? {};
    const reason = notes.own ? undefined : readOnlyReasonNow(this.host.connections, connection);
    if (reason !== undefined) throw new OryError('refused', reason.replace(/\.$/, ''));
    const before = (notes.unkept ?? notes.own) ? undefined : await readBefore(write, call);
    let reply: R;
    try {
      const sending = send();
      const kept = before && this.keeping(keepBefore(this.host, connection, before));
      reply = await sending.finally(() => kept);
    } catch (error) {
      await this.failed(connection, write, notes, before, error);
      throw error;
    }
    const touched = this.tell(connection, write, notes, reply.text, true);
    await this.record(connection, write.operation, before, touched, `${reply.status}`);
    if (!notes.unkept && !notes.own)
      await this.keeping(keepAfter(this.host, connection, write, before, touched, notes.joins === true));
    const { id } = write.values;
    if (END_TOKENS.has(write.operation.id) && typeof id === 'string')
      void forgetEndedToken(this.host, connection, id);
    return reply;
  }

  /** What a server answers may be anything: a write that was carried out never fails by what is kept of it. */
  private keeping(kept: Promise<void>): Promise<void> {
    return kept.catch((error: unknown) => {
      this.host.log.warn(this.host.redactor.text(`A version could not be kept: ${String(error)}`));
    });
  }

  /** What failed may have been carried out all the same: by a redirect, before a connection broke, or by others. */
  private async failed(
    connection: Connection,
    write: Write,
    notes: WriteNotes,
    before: Before | undefined,
    error: unknown,
  ): Promise<void> {
    const sendsOn = isOryError(error, 'redirected') || hasStatus(error, 422);
    const isGone = aboutTo(write)?.what === 'deleted' && hasStatus(error, 404) && !isNoRoute(error);
    const isOpen = isOryError(error, 'interrupted', 'timeout', 'cancelled', 'not-ory');
    const touched =
      sendsOn || isGone || isOpen
        ? this.tell(connection, write, notes, undefined, sendsOn || isGone)
        : touchedBy({ operation: write.operation, values: write.values });
    await this.record(connection, write.operation, before, touched, outcomeOf(error));
  }

  private tell(
    connection: Connection,
    write: Write,
    { collect, inPlaceOf }: WriteNotes,
    answer: string | undefined,
    isSure: boolean,
  ): readonly Touched[] {
    const touched = touchedAs(write, answer, isSure);
    if (collect) collect(write, answer, isSure);
    else this.announce(connection, touched, inPlaceOf);
    return touched;
  }

  private announce({ id: connection }: Connection, all: readonly Touched[], inPlaceOf?: string): void {
    for (const touched of all) {
      const takes = touched.what === 'created' && inPlaceOf !== undefined ? { inPlaceOf } : {};
      this.host.changes.fire({ connection, ...touched, ...takes });
    }
  }

  private async record(
    connection: Connection,
    { id: operation, service }: Operation,
    before: Before | undefined,
    [touched]: readonly Touched[],
    outcome: string,
  ): Promise<void> {
    const now = this.host.connections.byId(connection.id) ?? connection;
    if (!now.production) return;
    const { kind, id } = touched ?? {};
    const name = before?.document && before.kind.nameOf(before.document, before.id);
    await this.production.note({
      at: Date.now(),
      connection: now.name,
      operation,
      service,
      kind: kind ?? '',
      id: id ?? '',
      name: name === id ? '' : (name ?? ''),
      outcome,
    });
  }
}

/** What a write touched; of one whose end nobody knows, what is to be looked at again. */
function touchedAs(
  { operation, values }: Write,
  answer: string | undefined,
  isSure: boolean,
): readonly Touched[] {
  const touched = touchedBy({ operation, values, answer: answer === undefined ? undefined : parsed(answer) });
  return isSure ? touched : touched.map((one) => ({ ...one, what: 'saved' }));
}

function parsed(text: string): JsonNode | undefined {
  try {
    return parseJson(text);
  } catch {
    return undefined;
  }
}
