import * as l10n from '@vscode/l10n';
import type { OAuth2Client } from '@ory/client';
import type { Connection } from '../../../connections/model.ts';
import { type ConnectionSecrets, clientSlot } from '../../../connections/secrets.ts';
import type { CallOptions, OryClient, Reply } from '../../../ory/client.ts';
import { hasStatus, OryError } from '../../../ory/errors.ts';
import {
  createOidcDynamicClient,
  deleteOidcDynamicClient,
  getOidcDynamicClient,
  setOidcDynamicClient,
} from '../../../ory/operations/dynamic-clients.ts';
import { RawBody } from '../../../ory/operations/operation.ts';

/** A registered client as it was answered. */
export interface Registered {
  readonly id: string;
  readonly client: OAuth2Client;
  readonly text: string;
  /** Given out once. */
  readonly secret?: string;
}

/**
 * Clients that were registered without an administrator (OpenID Connect Dynamic Client Registration). Each is read,
 * changed and deleted with its own registration token, which is kept in the secret storage for the origin that gave it.
 */
export class RegisteredClients {
  constructor(
    private readonly api: OryClient,
    private readonly secrets: ConnectionSecrets,
    private readonly connection: Connection,
    /** Origin of the connection's Hydra. */
    private readonly origin: string,
  ) {}

  /** Ids of the clients whose token is kept. */
  known(): string[] {
    return this.secrets.clientsWith(this.connection, this.origin, 'registration-token');
  }

  /** Registers a client. @param body JSON, as it is sent */
  async register(body: string, call?: CallOptions): Promise<Registered> {
    return this.taken(await this.api.call(createOidcDynamicClient, { body: new RawBody(body) }, call));
  }

  async read(id: string, call?: CallOptions): Promise<Registered> {
    const input = { id, ...(await this.token(id)) };
    return this.taken(await asItself(id, this.api.call(getOidcDynamicClient, input, call)), id);
  }

  /** Replaces the whole client; the token may be another one afterwards. */
  async update(id: string, body: string, call?: CallOptions): Promise<Registered> {
    const input = { id, ...(await this.token(id)), body: new RawBody(body) };
    return this.taken(await asItself(id, this.api.call(setOidcDynamicClient, input, call)), id);
  }

  async remove(id: string, call?: CallOptions): Promise<void> {
    const input = { id, ...(await this.token(id)) };
    await asItself(id, this.api.call(deleteOidcDynamicClient, input, call));
    await this.forget(id);
  }

  /** Keeps the token of a client that was registered elsewhere. */
  keep(id: string, token: string): Promise<void> {
    return this.secrets.store(this.connection, this.origin, clientSlot('registration-token', id), token);
  }

  async forget(id: string): Promise<void> {
    await this.secrets.delete(this.connection, this.origin, clientSlot('registration-token', id));
  }

  private async token(id: string): Promise<{ readonly Authorization: string }> {
    const slot = clientSlot('registration-token', id);
    const token = await this.secrets.get(this.connection, this.origin, slot);
    if (token) return { Authorization: token };
    throw new OryError(
      'refused',
      l10n.t(
        'No registration token of {0} is kept for {1}: enter the one that came with its registration',
        id,
        this.origin,
      ),
    );
  }

  private async taken({ data, text }: Reply<OAuth2Client>, known?: string): Promise<Registered> {
    const id = data.client_id ?? known ?? '';
    if (data.registration_access_token) await this.keep(id, data.registration_access_token);
    return { id, client: data, text, ...(data.client_secret ? { secret: data.client_secret } : {}) };
  }
}

/** It is the client's own token that was refused, not the connection's key. */
async function asItself<T>(id: string, asked: Promise<T>): Promise<T> {
  try {
    return await asked;
  } catch (error) {
    if (!hasStatus(error, 401)) throw error;
    throw new OryError(
      'refused',
      l10n.t(
        'The registration token of {0} was refused (401): an administrator changed the client since, or it is gone',
        id,
      ),
      { cause: error },
    );
  }
}
