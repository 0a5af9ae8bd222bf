import * as l10n from '@vscode/l10n';
import type { Actions } from '../command-host.ts';
import { choose } from '../../../editor/target.ts';
import { mayRemove, removeAll } from '../../../editor/door/remove.ts';

/** Ends sessions; the server keeps them as ended ones. */
export async function run(actions: Actions, ...args: unknown[]): Promise<void> {
  const { container } = actions;
  const chosen = await choose(actions, args, {
    kind: 'sessions',
    writes: true,
    title: l10n.t('End Session'),
    several: true,
  });
  if (!chosen) return;
  const { connection } = chosen;
  const all = chosen.all.map((one) => ({ ...one, connection: connection.id, kind: 'sessions' as const }));
  if (await mayRemove(container, connection, all)) await removeAll(container, connection, all);
}
