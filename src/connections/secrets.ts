import type { Redactor } from '../ory/secrets/redactor.ts';
import { secretsIn } from './authorization.ts';
import { type BoundSecret, printBound, readBound } from './bound-secret.ts';
import type { Connection } from './model.ts';
import { differences, throughOf } from './through.ts';

/** Secrets of single OAuth 2.0 clients; they open nothing but the client. */
const CLIENT_SLOTS = ['registration-token', 'client-secret'] as const;
export type ClientSlot = `${(typeof CLIENT_SLOTS)[number]}:${string}`;

/** What kinds of secret a connection can have. */
export type Slot =
  | 'project-key'
  | 'workspace-key'
  | 'authorization'
  | 'proxy-authorization'
  | 'project-key-id'
  | 'session-token'
  | ClientSlot;

/** What a secret opens: the connection, a person's session, or a client. */
export type StoredKind = 'key' | 'session' | 'client';

/** Where a secret of a client is kept; ids of clients may hold any sign. */
export const clientSlot = (what: (typeof CLIENT_SLOTS)[number], clientId: string): ClientSlot =>
  `${what}:${encodeURIComponent(clientId)}`;

/** The id of a key that was made here opens nothing, and a person's session is no credential of the connection. */
function kindOf(slot: string): StoredKind | undefined {
  if (slot.startsWith('project-key-id|')) return undefined;
  if (slot.startsWith('session-token|')) return 'session';
  return CLIENT_SLOTS.some((what) => slot.startsWith(`${what}:`)) ? 'client' : 'key';
}

const isOfProxy = (slot: Slot): boolean => slot === 'proxy-authorization';

/** The editor's encrypted store, or a stand-in for it. */
export interface SecretStorage {
  get(key: string): PromiseLike<string | undefined>;
  store(key: string, value: string): PromiseLike<void>;
  delete(key: string): PromiseLike<void>;
}

/** The names of what is in the store: it can't list them itself. */
export interface KeyIndex {
  keys(): readonly string[];
  save(keys: readonly string[]): PromiseLike<void>;
}

/**
 * The secrets of connections. Each is bound to the scope and id of its connection, to the origin that it was entered
 * for, and to what it went through then: a connection whose address, proxy, CA or client certificate changed has none
 * and asks again.
 */
export class ConnectionSecrets {
  constructor(
    private readonly storage: SecretStorage,
    private readonly index: KeyIndex,
    private readonly redactor: Redactor,
    /** Tells workspaces apart, so that two of them can't share a secret by choosing the same id. */
    private readonly workspaceKey: string,
  ) {}

  /**
   * @param sender the connection that sends it, where it borrows the secret of another one
   * @throws {OryError} `unreachable`, where the CA file can't be read
   */
  async get(
    connection: Connection,
    origin: string,
    slot: Slot,
    sender: Connection = connection,
  ): Promise<string | undefined> {
    const kept = await this.read(connection, origin, slot);
    if (!kept) return undefined;
    const changed = differences(kept.through, await throughOf(sender, isOfProxy(slot)));
    return changed.length === 0 ? kept.value : undefined;
  }

  /**
   * What changed of the way to an origin since a secret was entered for it, so that it isn't sent: "proxy", "CA file",
   * "client certificate". Empty where nothing changed, and where there is no secret.
   */
  async changedSince(
    connection: Connection,
    origin: string,
    slot: Slot,
    sender: Connection = connection,
  ): Promise<readonly string[]> {
    const kept = await this.read(connection, origin, slot);
    return kept ? differences(kept.through, await throughOf(sender, isOfProxy(slot))) : [];
  }

  /** Whether a secret is kept for an origin, whether or not it may be sent there now. */
  holds(connection: Connection, origin: string, slot: Slot): boolean {
    return this.index.keys().includes(this.keyOf(connection, origin, slot));
  }

  async store(connection: Connection, origin: string, slot: Slot, value: string): Promise<void> {
    const key = this.keyOf(connection, origin, slot);
    this.learn(slot, value);
    const through = await throughOf(connection, isOfProxy(slot));
    await this.storage.store(key, printBound({ value, through }));
    await this.index.save([...new Set([...this.index.keys(), key])]);
  }

  async delete(connection: Connection, origin: string, slot: Slot): Promise<void> {
    await this.drop([this.keyOf(connection, origin, slot)]);
  }

  /** Removes everything that was ever stored for a connection, whatever its address was at the time. */
  async forget(connection: Connection): Promise<void> {
    const prefix = this.prefixOf(connection);
    await this.drop(this.index.keys().filter((key) => key.startsWith(prefix)));
  }

  /** Whether anything is stored for a connection. */
  holdsAny(connection: Connection): boolean {
    const prefix = this.prefixOf(connection);
    return this.index.keys().some((key) => key.startsWith(prefix));
  }

  /** What is stored for a connection, each kind once. */
  stored(connection: Connection): readonly StoredKind[] {
    const prefix = this.prefixOf(connection);
    const kinds = this.index
      .keys()
      .filter((key) => key.startsWith(prefix))
      .map((key) => kindOf(key.slice(prefix.length)));
    return (['key', 'session', 'client'] as const).filter((kind) => kinds.includes(kind));
  }

  /** Whether a key of the store, as its events name it, is that of a credential of a connection. */
  isCredentialOf(connection: Connection, key: string): boolean {
    const prefix = this.prefixOf(connection);
    if (!key.startsWith(prefix)) return false;
    return kindOf(key.slice(prefix.length)) === 'key';
  }

  /** Ids of the clients of which one kind of secret is kept for an origin. */
  clientsWith(connection: Connection, origin: string, what: (typeof CLIENT_SLOTS)[number]): string[] {
    const [prefix, suffix] = [`${this.prefixOf(connection)}${what}:`, `|${origin}`];
    return this.index
      .keys()
      .filter((key) => key.startsWith(prefix) && key.endsWith(suffix))
      .map((key) => decodeURIComponent(key.slice(prefix.length, -suffix.length)));
  }

  private async read(connection: Connection, origin: string, slot: Slot): Promise<BoundSecret | undefined> {
    const text = await this.storage.get(this.keyOf(connection, origin, slot));
    if (!text) return undefined;
    const kept = readBound(text);
    this.learn(slot, kept.value);
    return kept;
  }

  private learn(slot: Slot, value: string): void {
    const secrets = slot.endsWith('authorization') ? secretsIn(value) : [value];
    for (const secret of secrets) this.redactor.learn(secret);
  }

  private async drop(keys: readonly string[]): Promise<void> {
    for (const key of keys) await this.storage.delete(key);
    await this.index.save(this.index.keys().filter((key) => !keys.includes(key)));
  }

  private prefixOf({ scope, id }: Connection): string {
    return `connection|${scope === 'user' ? 'user' : this.workspaceKey}|${id}|`;
  }

  private keyOf(connection: Connection, origin: string, slot: Slot): string {
    return `${this.prefixOf(connection)}${slot}|${origin}`;
  }
}
