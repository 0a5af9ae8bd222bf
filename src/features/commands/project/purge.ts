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
    title: 'Purge Project',
  });
  if (!chosen) return;
  const { connection, one } = chosen;
  const done = await askThenPerform(container, {
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
