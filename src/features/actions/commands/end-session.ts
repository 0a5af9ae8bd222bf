import { confirmDestruction } from '../../../editor/confirm.ts';
import { oneLine } from '../../../editor/text.ts';
import { sessionKind } from '../../../resources/session/session.ts';
import type { Actions } from '../actions.ts';
import { askSessions } from '../ask/session.ts';
import { choose } from '../chosen.ts';
import { performAll } from '../perform.ts';
import { listed, several, tellDone } from '../tell-done.ts';

/** Ends sessions; the server keeps them as ended ones. */
export async function run(actions: Actions, ...args: unknown[]): Promise<void> {
  const { container } = actions;
  const { removing } = sessionKind;
  const chosen = await choose(actions, args, {
    kind: 'sessions',
    writes: true,
    ask: (_, connection) => askSessions(actions, connection, 'End Session'),
  });
  if (!chosen || !removing) return;
  const { connection, all } = chosen;
  const named = several(all, 'sessions');
  const what = all.length === 1 ? `the session ${named}` : named;
  const sure = await confirmDestruction({
    question: `End ${oneLine(what)} at ${connection.name}?`,
    consequence: `${listed(all)}${removing.consequence}`,
    verb: 'End',
    name: oneLine(named),
    connection,
  });
  if (!sure) return;
  const done = await performAll(container, {
    connection,
    all,
    nameOf: ({ name }) => name,
    title: `Ending ${what}`,
    couldnt: `end ${what}`,
    lacks: 'ending single sessions',
    work: (client, { id }, call) => removing.remove(client, id, call),
    onDone: ({ id }) =>
      container.changes.fire({ connection: connection.id, kind: 'sessions', id, what: 'deleted' }),
  });
  if (done.length > 0)
    tellDone(all.length === 1 ? `Ended ${what}` : `Ended ${done.length} sessions`, connection);
}
