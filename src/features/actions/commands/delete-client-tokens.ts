import { confirmDestruction } from '../../../editor/confirm.ts';
import { oneLine } from '../../../editor/text.ts';
import { deleteOAuth2Token } from '../../../ory/operations/tokens.ts';
import type { Actions } from '../actions.ts';
import { askClient } from '../ask/client.ts';
import { choose } from '../chosen.ts';
import { performAll } from '../perform.ts';
import { listed, several, tellDone } from '../tell-done.ts';

/** Deletes the access tokens that clients have. */
export async function run(actions: Actions, ...args: unknown[]): Promise<void> {
  const { container } = actions;
  const chosen = await choose(actions, args, {
    kind: 'clients',
    writes: true,
    ask: (_, connection) => askClient(actions, connection, 'Delete Client Tokens'),
  });
  if (!chosen) return;
  const { connection, all } = chosen;
  const whose = several(all, 'clients');
  const sure = await confirmDestruction({
    question: `Delete all access tokens of ${oneLine(whose)} from ${connection.name}?`,
    consequence: `${listed(all)}What uses them is refused at once. Refresh tokens stay good and get new ones.`,
    verb: 'Delete',
    name: oneLine(whose),
    connection,
  });
  if (!sure) return;
  const done = await performAll(container, {
    connection,
    all,
    nameOf: ({ name }) => name,
    title: `Deleting the tokens of ${whose}`,
    couldnt: `delete the tokens of ${whose}`,
    lacks: 'deleting the tokens of a client',
    work: (client, { id }, call) => client.call(deleteOAuth2Token, { client_id: id }, call),
  });
  if (done.length > 0) tellDone(`Deleted the access tokens of ${several(done, 'clients')}`, connection);
}
