import * as l10n from '@vscode/l10n';
import { deleteOAuth2Token } from '../../../ory/operations/tokens.ts';
import type { Actions } from '../command-host.ts';
import { choose } from '../../../editor/target.ts';
import { askThenPerform } from '../../../editor/tasks/ask-then-perform.ts';
import { several, tellDone } from '../../../editor/tasks/tell-done.ts';

/** Deletes the access tokens that clients have. */
export async function run(actions: Actions, ...args: unknown[]): Promise<void> {
  const { container } = actions;
  const chosen = await choose(actions, args, {
    kind: 'clients',
    writes: true,
    title: l10n.t('Delete Client Tokens'),
  });
  if (!chosen) return;
  const { connection, all } = chosen;
  const whose = several(all, 'clients');
  const done = await askThenPerform(container, {
    connection,
    all,
    question: l10n.t('Delete all access tokens of {0} from {1}?', whose, connection.name),
    consequence: l10n.t('What uses them is refused at once. Refresh tokens stay good and get new ones.'),
    verb: l10n.t('Delete'),
    name: whose,
    title: l10n.t('Deleting the tokens of {0}', whose),
    couldnt: l10n.t('delete the tokens of {0}', whose),
    lacks: l10n.t('deleting the tokens of a client'),
    work: (client, { id }, call) => client.call(deleteOAuth2Token, { client_id: id }, call),
  });
  if (done.length > 0)
    tellDone(l10n.t('Deleted the access tokens of {0}', several(done, 'clients')), connection);
}
