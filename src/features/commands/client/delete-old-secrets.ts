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
    title: 'Delete Old Client Secrets',
  });
  if (!chosen) return;
  const { connection, all } = chosen;
  const whose = several(all, 'clients');
  const done = await askThenPerform(container, {
    connection,
    all,
    question: `Delete the old secrets of ${whose} from ${connection.name}?`,
    consequence: 'Whoever still uses one of them is refused, and it can’t be undone.',
    verb: 'Delete',
    name: whose,
    title: `Deleting the old secrets of ${whose}`,
    couldnt: `delete the old secrets of ${whose}`,
    lacks: 'rotating client secrets',
    work: (client, { id }, call) => client.call(deleteRotatedOAuth2ClientSecrets, { id }, call),
  });
  if (done.length > 0) tellDone(`Deleted the old secrets of ${several(done, 'clients')}`, connection);
}
