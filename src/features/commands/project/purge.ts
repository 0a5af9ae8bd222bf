import * as l10n from '@vscode/l10n';
import { purgeProject } from '../../../ory/operations/projects.ts';
import type { Actions } from '../command-host.ts';
import { chooseOne } from '../../../editor/target.ts';
import { askThenPerform } from '../../../editor/tasks/ask-then-perform.ts';
import { tellDone } from '../../../editor/tasks/tell-done.ts';

/** Removes a project with all its data; one types its name first, on every connection. */
export async function run(actions: Actions, ...args: unknown[]): Promise<void> {
  const { container } = actions;
  const chosen = await chooseOne(actions, args, {
    kind: 'projects',
    writes: true,
    title: l10n.t('Purge Project'),
  });
  if (!chosen) return;
  const { connection, one } = chosen;
  const done = await askThenPerform(container, {
    connection,
    all: [one],
    question: l10n.t('Purge {0} from {1}?', one.name, connection.name),
    consequence: l10n.t('All its identities, clients, keys and settings are lost. There is no way back.'),
    verb: l10n.t('Purge'),
    name: one.name,
    always: true,
    title: l10n.t('Purging {0}', one.name),
    couldnt: l10n.t('purge {0}', one.name),
    lacks: l10n.t('purging projects'),
    work: (client, { id }, call) => client.call(purgeProject, { project_id: id }, call),
  });
  if (done.length > 0) tellDone(l10n.t('Purged {0}', one.name), connection);
}
