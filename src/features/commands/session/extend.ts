import { extendSession } from '../../../ory/operations/sessions.ts';
import type { Actions } from '../command-host.ts';
import { choose } from '../../../editor/target.ts';
import { performAll } from '../../../editor/tasks/perform.ts';
import { several, tellDone } from '../../../editor/tasks/tell-done.ts';

/** Lets sessions live on, as long as the server is set to. */
export async function run(actions: Actions, ...args: unknown[]): Promise<void> {
  const { container } = actions;
  const chosen = await choose(actions, args, {
    kind: 'sessions',
    writes: true,
    title: 'Extend Session',
    several: true,
  });
  if (!chosen) return;
  const { connection, all } = chosen;
  const what = all.length === 1 ? `the session ${several(all, 'sessions')}` : several(all, 'sessions');
  const done = await performAll(container, {
    connection,
    all,
    nameOf: ({ name }) => name,
    title: `Extending ${what}`,
    couldnt: `extend ${what}`,
    lacks: 'extending sessions',
    work: (client, { id }, call) => client.call(extendSession, { id }, call),
  });
  if (done.length > 0) {
    tellDone(`Extended ${what}, where its server lets sessions be extended this early`, connection);
  }
}
