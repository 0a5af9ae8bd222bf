import * as l10n from '@vscode/l10n';
import type * as vscode from 'vscode';
import type { Connection } from '../../connections/model.ts';
import { perform } from '../../editor/tasks/perform.ts';
import type { OAuth2 } from './oauth2.ts';
import { ProviderPanel } from './provider/provider-panel.ts';
import { registeredClients, RegistrationPanel } from './registration/registration-panel.ts';
import { readClient } from './run/choose-client.ts';
import { RunPanel } from './run/run-panel.ts';

/** What a panel leaves behind when the window is reloaded: ids, and nothing else. */
interface Left {
  readonly connection: Connection;
  /** Id of the client; empty where it is about none. */
  readonly client: string;
}

type Restore = (oauth2: OAuth2, left: Left, panel: vscode.WebviewPanel) => Promise<unknown>;

/**
 * How each kind of panel is made again after a reload of the window. What was decided, registered or run before is gone,
 * and so are tokens: panels that show one token or one challenge do not come back.
 */
export const RESTORES = {
  'oauth2-run': async (oauth2, { connection, client: id }, panel) => {
    const client = id ? await readClient(oauth2.container, connection, { id, name: id }) : undefined;
    await new RunPanel(oauth2, connection, client).show(panel);
  },
  'oauth2-provider': async (oauth2, { connection }, panel) => {
    if (!(await ProviderPanel.open(oauth2, connection, panel))) panel.dispose();
  },
  'oauth2-client': async (oauth2, { connection, client: id }, panel) => {
    const clients = await registeredClients(oauth2, connection);
    if (!id) return new RegistrationPanel(oauth2, connection, clients).show(panel);
    const read = await perform(
      oauth2.container,
      {
        connection,
        title: l10n.t('Reading {0} as itself', id),
        couldnt: l10n.t('read {0} as itself', id),
        lacks: l10n.t('dynamic client registration'),
      },
      (_, call) => clients.read(id, call),
    );
    if (read) return new RegistrationPanel(oauth2, connection, clients, read.value).show(panel);
    panel.dispose();
  },
} satisfies Readonly<Record<string, Restore>>;

/** What was left, as far as it can be believed: it comes from disk. */
export function leftBy(oauth2: OAuth2, restore: unknown): Left | undefined {
  const { connection: id, client } = (restore ?? {}) as Readonly<Record<string, unknown>>;
  const connection = typeof id === 'string' ? oauth2.container.connections.byId(id) : undefined;
  return connection && { connection, client: typeof client === 'string' ? client : '' };
}
