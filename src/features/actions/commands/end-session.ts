import { sessionKind } from '../../../resources/session/session.ts';
import type { Actions } from '../actions.ts';
import { askSessions } from '../ask/session.ts';
import { choose } from '../../../editor/target.ts';
import { destroyAll } from '../../../editor/deeds/destroy-all.ts';
import { several, tellDone } from '../../../editor/deeds/tell-done.ts';

/** Ends sessions; the server keeps them as ended ones. */
export async function run(actions: Actions, ...args: unknown[]): Promise<void> {
  const { container } = actions;
  const { removing } = sessionKind;
  const chosen = await choose(actions, args, {
    kind: 'sessions',
    writes: true,
    ask: (connection) => askSessions(actions, connection, 'End Session'),
  });
  if (!chosen || !removing) return;
  const { connection, all } = chosen;
  const named = several(all, 'sessions');
  const what = all.length === 1 ? `the session ${named}` : named;
  const done = await destroyAll(container, {
    connection,
    all,
    question: `End ${what} at ${connection.name}?`,
    consequence: removing.consequence,
    verb: 'End',
    name: named,
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
