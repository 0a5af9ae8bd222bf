import * as l10n from '@vscode/l10n';
import { chooseOne } from '../../../editor/target.ts';
import { removeLeftovers } from '../clean-up.ts';
import type { OAuth2 } from '../oauth2.ts';
import { readClient } from '../run/choose-client.ts';
import { RunPanel } from '../run/run-panel.ts';

/**
 * Opens the runner: for the client that it was called for, or with a temporary one.
 * @param args a client, as other commands take it; or a connection, or what belongs to one
 */
export async function run(oauth2: OAuth2, ...args: unknown[]): Promise<void> {
  void removeLeftovers(oauth2);
  const chosen = await chooseOne(oauth2, args, {
    kind: 'clients',
    writes: false,
    title: l10n.t('Try a Flow'),
    instead: { id: '', name: '' },
  });
  if (!chosen) return;
  const { connection, one } = chosen;
  const client = one.id ? await readClient(oauth2.container, connection, one) : undefined;
  if (one.id && !client) return;
  await new RunPanel(oauth2, connection, client).show();
}
