import * as l10n from '@vscode/l10n';
import { hasStatus } from '../../../ory/errors.ts';
import { deleteIdentitySessions } from '../../../ory/operations/sessions.ts';
import type { Actions } from '../command-host.ts';
import { choose } from '../../../editor/target.ts';
import { askThenPerform } from '../../../editor/tasks/ask-then-perform.ts';
import { orTooOld } from '../../../editor/tasks/too-old.ts';
import { several, tellDone } from '../../../editor/tasks/tell-done.ts';

const LACKS = l10n.t('deleting all sessions of an identity');

/** Deletes every session of identities, ended ones included. */
export async function run(actions: Actions, ...args: unknown[]): Promise<void> {
  const { container } = actions;
  const chosen = await choose(actions, args, {
    kind: 'identities',
    writes: true,
    title: l10n.t('Delete All Sessions'),
  });
  if (!chosen) return;
  const { connection, all } = chosen;
  const whose = several(all, 'identities');
  const done = await askThenPerform(container, {
    connection,
    all,
    question: l10n.t('Delete all sessions of {0} at {1}?', whose, connection.name),
    consequence: l10n.t('Whoever uses one has to log in again, and it can’t be undone.'),
    verb: l10n.t('Delete'),
    name: whose,
    title: l10n.t('Deleting all sessions of {0}', whose),
    couldnt: l10n.t('delete all sessions of {0}', whose),
    lacks: LACKS,
    async work(client, { id }, call) {
      try {
        await client.call(deleteIdentitySessions, { id }, call);
      } catch (error) {
        // An identity without sessions is a 404 on some servers: there is nothing to delete.
        if (!hasStatus(error, 404) || orTooOld(error, LACKS) !== error) throw error;
      }
    },
  });
  if (done.length > 0)
    tellDone(l10n.t('Deleted all sessions of {0}', several(done, 'identities')), connection);
}
