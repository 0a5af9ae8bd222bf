import * as l10n from '@vscode/l10n';
import { deleteRotatedOAuth2ClientSecrets } from '../../../ory/operations/clients.ts';
import type { Actions } from '../command-host.ts';
import { choose } from '../../../editor/target.ts';
import { askThenPerform } from '../../../editor/tasks/ask-then-perform.ts';
import { several, tellDone } from '../../../editor/tasks/tell-done.ts';

/** Deletes the secrets of clients that were rotated out: only the newest is good from now on. */
export async function run(actions: Actions, ...args: unknown[]): Promise<void> {
  const { container } = actions;
  const chosen = await choose(actions, args, {
    kind: 'clients',
    writes: true,
    title: l10n.t('Delete Old Client Secrets'),
  });
  if (!chosen) return;
  const { connection, all } = chosen;
  const whose = several(all, 'clients');
  const done = await askThenPerform(container, {
    connection,
    all,
    question: l10n.t('Delete the old secrets of {0} from {1}?', whose, connection.name),
    consequence: l10n.t('Whoever still uses one of them is refused, and it can’t be undone.'),
    verb: l10n.t('Delete'),
    name: whose,
    title: l10n.t('Deleting the old secrets of {0}', whose),
    couldnt: l10n.t('delete the old secrets of {0}', whose),
    lacks: l10n.t('rotating client secrets'),
    work: (client, { id }, call) => client.call(deleteRotatedOAuth2ClientSecrets, { id }, call),
  });
  if (done.length > 0)
    tellDone(l10n.t('Deleted the old secrets of {0}', several(done, 'clients')), connection);
}
