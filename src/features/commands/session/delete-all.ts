import { hasStatus } from '../../../ory/errors.ts';
import { deleteIdentitySessions } from '../../../ory/operations/sessions.ts';
import type { Actions } from '../command-host.ts';
import { choose } from '../../../editor/target.ts';
import { askThenPerform } from '../../../editor/tasks/ask-then-perform.ts';
import { orTooOld } from '../../../editor/tasks/too-old.ts';
import { several, tellDone } from '../../../editor/tasks/tell-done.ts';

const LACKS = 'deleting all sessions of an identity';

/** Deletes every session of identities, ended ones included. */
export async function run(actions: Actions, ...args: unknown[]): Promise<void> {
  const { container } = actions;
  const chosen = await choose(actions, args, {
    kind: 'identities',
    writes: true,
    title: 'Delete All Sessions',
  });
  if (!chosen) return;
  const { connection, all } = chosen;
  const whose = several(all, 'identities');
  const done = await askThenPerform(container, {
    connection,
    all,
    question: `Delete all sessions of ${whose} at ${connection.name}?`,
    consequence: 'Whoever uses one has to log in again, and it can’t be undone.',
    verb: 'Delete',
    name: whose,
    title: `Deleting all sessions of ${whose}`,
    couldnt: `delete all sessions of ${whose}`,
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
  if (done.length > 0) tellDone(`Deleted all sessions of ${several(done, 'identities')}`, connection);
}
