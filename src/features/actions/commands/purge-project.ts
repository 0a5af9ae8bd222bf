import { confirmDestruction } from '../../../editor/confirm.ts';
import { oneLine } from '../../../editor/text.ts';
import { purgeProject } from '../../../ory/operations/projects.ts';
import type { Actions } from '../actions.ts';
import { askProject } from '../ask/project.ts';
import { chooseOne } from '../../../editor/target.ts';
import { perform } from '../../../editor/deeds/perform.ts';
import { tellDone } from '../../../editor/deeds/tell-done.ts';

/** Removes a project with all its data; one types its name first, on every connection. */
export async function run(actions: Actions, ...args: unknown[]): Promise<void> {
  const { container } = actions;
  const chosen = await chooseOne(actions, args, {
    kind: 'projects',
    writes: true,
    ask: (connection) => askProject(actions, connection, 'Purge Project'),
  });
  if (!chosen) return;
  const { connection, one } = chosen;
  const sure = await confirmDestruction({
    question: `Purge ${oneLine(one.name)} from ${connection.name}?`,
    consequence: 'All its identities, clients, keys and settings are lost. There is no way back.',
    verb: 'Purge',
    name: oneLine(one.name),
    connection,
    always: true,
  });
  if (!sure) return;
  const done = await perform(
    container,
    {
      connection,
      title: `Purging ${one.name}`,
      couldnt: `purge ${one.name}`,
      lacks: 'purging projects',
    },
    (client, call) => client.call(purgeProject, { project_id: one.id }, call),
  );
  if (!done) return;
  container.changes.fire({ connection: connection.id, kind: 'projects', id: one.id, what: 'deleted' });
  tellDone(`Purged ${one.name}`, connection);
}
