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
    title: 'Delete Client Tokens',
  });
  if (!chosen) return;
  const { connection, all } = chosen;
  const whose = several(all, 'clients');
  const done = await askThenPerform(container, {
    connection,
    all,
    question: `Delete all access tokens of ${whose} from ${connection.name}?`,
    consequence: 'What uses them is refused at once. Refresh tokens stay good and get new ones.',
    verb: 'Delete',
    name: whose,
    title: `Deleting the tokens of ${whose}`,
    couldnt: `delete the tokens of ${whose}`,
    lacks: 'deleting the tokens of a client',
    work: (client, { id }, call) => client.call(deleteOAuth2Token, { client_id: id }, call),
  });
  if (done.length > 0) tellDone(`Deleted the access tokens of ${several(done, 'clients')}`, connection);
}
