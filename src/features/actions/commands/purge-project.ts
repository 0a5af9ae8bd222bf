import { purgeProject } from '../../../ory/operations/projects.ts';
import type { Actions } from '../actions.ts';
import { askProject } from '../ask/project.ts';
import { chooseOne } from '../../../editor/target.ts';
import { destroyAll } from '../../../editor/deeds/destroy-all.ts';
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
  const done = await destroyAll(container, {
    connection,
    all: [one],
    question: `Purge ${one.name} from ${connection.name}?`,
    consequence: 'All its identities, clients, keys and settings are lost. There is no way back.',
    verb: 'Purge',
    name: one.name,
    always: true,
    title: `Purging ${one.name}`,
    couldnt: `purge ${one.name}`,
    lacks: 'purging projects',
    work: (client, { id }, call) => client.call(purgeProject, { project_id: id }, call),
  });
  if (done.length > 0) tellDone(`Purged ${one.name}`, connection);
}
