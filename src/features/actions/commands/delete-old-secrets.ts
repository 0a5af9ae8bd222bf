import { confirmDestruction } from '../../../editor/confirm.ts';
import { oneLine } from '../../../editor/text.ts';
import { deleteRotatedOAuth2ClientSecrets } from '../../../ory/operations/clients.ts';
import type { Actions } from '../actions.ts';
import { askClient } from '../ask/client.ts';
import { choose } from '../chosen.ts';
import { performAll } from '../perform.ts';
import { listed, several, tellDone } from '../tell-done.ts';

/** Deletes the secrets of clients that were rotated out: only the newest is good from now on. */
export async function run(actions: Actions, ...args: unknown[]): Promise<void> {
  const { container } = actions;
  const chosen = await choose(actions, args, {
    kind: 'clients',
    writes: true,
    ask: (_, connection) => askClient(actions, connection, 'Delete Old Client Secrets'),
  });
  if (!chosen) return;
  const { connection, all } = chosen;
  const whose = several(all, 'clients');
  const sure = await confirmDestruction({
    question: `Delete the old secrets of ${oneLine(whose)} from ${connection.name}?`,
    consequence: `${listed(all)}Whoever still uses one of them is refused, and it can’t be undone.`,
    verb: 'Delete',
    name: oneLine(whose),
    connection,
  });
  if (!sure) return;
  const done = await performAll(container, {
    connection,
    all,
    nameOf: ({ name }) => name,
    title: `Deleting the old secrets of ${whose}`,
    couldnt: `delete the old secrets of ${whose}`,
    lacks: 'rotating client secrets',
    work: (client, { id }, call) => client.call(deleteRotatedOAuth2ClientSecrets, { id }, call),
    onDone: ({ id }) =>
      container.changes.fire({ connection: connection.id, kind: 'clients', id, what: 'saved' }),
  });
  if (done.length > 0) tellDone(`Deleted the old secrets of ${several(done, 'clients')}`, connection);
}
