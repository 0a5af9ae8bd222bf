import * as l10n from '@vscode/l10n';
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
    title: l10n.t('Extend Session'),
    several: true,
  });
  if (!chosen) return;
  const { connection, all } = chosen;
  const what =
    all.length === 1 ? l10n.t('the session {0}', several(all, 'sessions')) : several(all, 'sessions');
  const done = await performAll(container, {
    connection,
    all,
    nameOf: ({ name }) => name,
    title: l10n.t('Extending {0}', what),
    couldnt: l10n.t('extend {0}', what),
    lacks: l10n.t('extending sessions'),
    work: (client, { id }, call) => client.call(extendSession, { id }, call),
  });
  if (done.length > 0) {
    tellDone(l10n.t('Extended {0}, where its server lets sessions be extended this early', what), connection);
  }
}
