import * as vscode from 'vscode';
import { originOf } from '../connections/address.ts';
import { addressOf, type Connection } from '../connections/model.ts';
import { clientSlot, type ConnectionSecrets } from '../connections/secrets.ts';
import type { OryClient } from '../ory/client.ts';
import { hasStatus, OryError } from '../ory/errors.ts';
import { getOidcDynamicClient } from '../ory/operations/dynamic-clients.ts';
import { oneLine } from './text.ts';

/** What it takes to use a client's registration token. */
export interface TokenHost {
  readonly secrets: ConnectionSecrets;
  client(connection: Connection): Promise<OryClient>;
}

/** An administrator's write to a client. */
export interface ClientWrite {
  readonly connection: Connection;
  readonly id: string;
  readonly name: string;
  /** The button: "Save", "Rename". */
  readonly verb: string;
}

/**
 * Asks before an administrator's write to a client that was registered dynamically, as far as that is known here: the
 * newest Hydra ends its registration access token with each PATCH and PUT.
 * @returns whether one may go on
 */
export async function mayEndRegistrationToken({ secrets }: TokenHost, write: ClientWrite): Promise<boolean> {
  const { connection, id, name, verb } = write;
  if (keptAt(secrets, connection, id) === undefined) return true;
  const anyway = `${verb} Anyway`;
  const chosen = await vscode.window.showWarningMessage(
    `${verb} ${oneLine(name)} on ${connection.name}?`,
    {
      modal: true,
      detail: vscode.l10n.t(
        '{0} was registered dynamically, and its registration access token is kept here. The newest Hydra ends that token when an administrator changes the client: nobody can manage the client with it afterwards, and no new one is given out.',
        oneLine(name),
      ),
    },
    anyway,
  );
  return chosen === anyway;
}

/**
 * The same for a save that nobody asked for by hand, such as an auto-save: that one asks nothing.
 * @throws {OryError} `refused`
 */
export async function orRefuse(host: TokenHost, write: ClientWrite, manual: boolean): Promise<void> {
  if (!manual && keptAt(host.secrets, write.connection, write.id) !== undefined)
    throw new OryError(
      'refused',
      vscode.l10n.t('This would end the client’s registration token: save it by hand to decide'),
    );
  if (!(await mayEndRegistrationToken(host, write)))
    throw new OryError('refused', vscode.l10n.t('Not saved: the client keeps its registration token'));
}

/** Forgets a registration token that a write has ended: the server no longer takes it. */
export async function forgetEndedToken(host: TokenHost, connection: Connection, id: string): Promise<void> {
  const origin = keptAt(host.secrets, connection, id);
  if (origin === undefined) return;
  const slot = clientSlot('registration-token', id);
  try {
    const token = await host.secrets.get(connection, origin, slot);
    if (!token) return;
    const api = await host.client(connection);
    await api.call(getOidcDynamicClient, { id, Authorization: token });
  } catch (error) {
    if (hasStatus(error, 401)) await host.secrets.delete(connection, origin, slot);
    // What isn't known now is found out when it is used.
    else if (!(error instanceof OryError)) throw error;
  }
}

/** The origin that a client's registration token is kept for; undefined where none is. */
function keptAt(secrets: ConnectionSecrets, connection: Connection, id: string): string | undefined {
  const address = addressOf(connection, 'hydra-public');
  const origin = address === undefined ? undefined : originOf(address);
  return origin !== undefined && secrets.holds(connection, origin, clientSlot('registration-token', id))
    ? origin
    : undefined;
}
