import * as vscode from 'vscode';
import type { Connection } from '../../connections/model.ts';
import type { OryClient } from '../../ory/client.ts';
import { listIdentitySchemas } from '../../ory/operations/schemas.ts';
import { PageWalk } from '../../ory/paging.ts';
import type { Redactor } from '../../ory/secrets/redactor.ts';
import { schemaAddress } from '../../schemas/addresses.ts';
import { identitySchemaOf } from '../../schemas/identity-traits.ts';
import type { JsonSchema } from '../../schemas/json-schema.ts';
import type { LiveSchemas } from '../../schemas/kinds/identity.ts';
import { errorWords } from '../error-words.ts';

/** The identity schemas of a connection, with their content. */
export interface ReadSchemas extends LiveSchemas {
  readonly schemas: ReadonlyMap<string, JsonSchema>;
}

interface Known {
  /** What was read last; undefined before the first answer. */
  read: ReadSchemas | undefined;
  at: number;
  reading: Promise<ReadSchemas> | undefined;
}

/** Milliseconds after which what is known is looked at again, when it is asked for. */
const STALE = 60_000;
/** Milliseconds that a reading may take, waiting for rate limits included. */
const PATIENCE = 30_000;
const PAGE = 250;
/** More identity schemas than this are not read at once. */
const AT_MOST = 500;

/** The identity schemas that servers have, read with each connection's key when they are first needed, and kept. */
export class LiveIdentitySchemas implements vscode.Disposable {
  private readonly known = new Map<string, Known>();
  private readonly changed = new vscode.EventEmitter<string>();
  private readonly listeners: vscode.Disposable;

  /** Fires with the id of a connection whose schemas are others than before. */
  readonly onDidChange = this.changed.event;

  constructor(
    private readonly connections: {
      byId(id: string): Connection | undefined;
      onDidChange: vscode.Event<void>;
    },
    private readonly client: (connection: Connection) => Promise<OryClient>,
    private readonly redactor: Redactor,
  ) {
    // A key that was entered, an address that was mended, a server that came back: what failed may work now.
    this.listeners = connections.onDidChange(() => {
      for (const [id, { read }] of this.known) if (read?.problem !== undefined) this.refresh(id);
    });
  }

  /**
   * The identity schemas of a connection: what is known, at once, and read again behind it when it is old.
   * @param patience milliseconds to wait for a first answer; after that there are none yet, and `onDidChange` follows
   * @returns never throws: where they could not be read, `problem` says why
   */
  async of(connection: string, patience = PATIENCE): Promise<ReadSchemas> {
    const known = this.entry(connection);
    if (known.read) {
      if (Date.now() - known.at > STALE) void this.read(connection, known);
      return known.read;
    }
    return within(this.read(connection, known), patience, none(connection));
  }

  /**
   * The same, not older than a minute: for decisions that a schema which has changed since would spoil.
   * @returns without schemas where the server does not answer in time
   */
  async fresh(connection: string, patience: number): Promise<ReadSchemas> {
    const known = this.entry(connection);
    if (known.read && Date.now() - known.at <= STALE) return known.read;
    return within(this.read(connection, known), patience, none(connection));
  }

  /** Reads again what is known of a connection, or of all; `onDidChange` tells whether anything changed. */
  refresh(connection?: string): void {
    for (const [id, known] of this.known) {
      if (connection === undefined || id === connection) void this.read(id, known);
    }
  }

  dispose(): void {
    this.listeners.dispose();
    this.changed.dispose();
    this.known.clear();
  }

  private entry(connection: string): Known {
    let known = this.known.get(connection);
    if (!known) this.known.set(connection, (known = { read: undefined, at: 0, reading: undefined }));
    return known;
  }

  private read(id: string, known: Known): Promise<ReadSchemas> {
    known.reading ??= this.ask(id).then((read) => {
      const before = known.read;
      known.reading = undefined;
      known.at = Date.now();
      // A server that does not answer now had these schemas a moment ago.
      if (read.problem !== undefined && before && before.problem === undefined) return before;
      known.read = read;
      if (fingerprint(read) !== fingerprint(before)) this.changed.fire(id);
      return read;
    });
    return known.reading;
  }

  private async ask(id: string): Promise<ReadSchemas> {
    const connection = this.connections.byId(id);
    if (!connection) return none(id, vscode.l10n.t('The connection was removed.'));
    try {
      const walk = new PageWalk(await this.client(connection), listIdentitySchemas, {}, PAGE);
      const call = { signal: AbortSignal.timeout(PATIENCE) };
      const schemas = new Map<string, JsonSchema>();
      let page = await walk.next(call);
      for (let pages = 1; page; pages++) {
        for (const { id: schemaId, schema } of page.items) {
          const fit = identitySchemaOf(schema);
          if (fit) schemas.set(schemaId, fit);
        }
        if (!page.more || schemas.size >= AT_MOST || pages >= AT_MOST) break;
        page = await walk.next(call);
      }
      return { ...none(id), ids: [...schemas.keys()], complete: page?.more !== true, schemas };
    } catch (error) {
      const { message } = errorWords(error, connection.name, connection);
      return none(id, vscode.l10n.t('Its schema could not be read: {0}', this.redactor.text(message)));
    }
  }
}

const none = (connection: string, problem?: string): ReadSchemas => ({
  ids: [],
  complete: false,
  schemas: new Map(),
  addressesOf: (id) => [schemaAddress({ of: 'traits', connection, id })],
  ...(problem === undefined ? {} : { problem }),
});

/** What several connections have, as one: for editors that can't tell documents of one from those of another. */
export function allOf(all: readonly ReadSchemas[]): LiveSchemas {
  const ids = [...new Set(all.flatMap((read) => read.ids))];
  return {
    ids,
    complete: all.length > 0 && all.every(({ complete }) => complete),
    addressesOf: (id) => all.filter((read) => read.ids.includes(id)).flatMap((read) => read.addressesOf(id)),
  };
}

const fingerprint = (read: ReadSchemas | undefined): string =>
  read ? JSON.stringify([[...read.schemas], read.complete, read.problem]) : '';

/** What comes within some milliseconds, else something else. */
async function within<T>(promise: Promise<T>, ms: number, otherwise: T): Promise<T> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const late = new Promise<T>((done) => {
    timer = setTimeout(() => done(otherwise), ms);
  });
  try {
    return await Promise.race([promise, late]);
  } finally {
    clearTimeout(timer);
  }
}
