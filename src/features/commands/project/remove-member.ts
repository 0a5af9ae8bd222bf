import { chooseResource } from '../../../editor/choose-resource.ts';
import { KINDS } from '../../../kinds/kinds.ts';
import * as vscode from 'vscode';
import type { Connection } from '../../../connections/model.ts';
import { partsOf } from '../../../editor/row-part.ts';
import { withoutIcons } from '../../../editor/text.ts';
import { getProjectMembers, removeProjectMember } from '../../../ory/operations/projects.ts';
import type { Actions } from '../command-host.ts';
import type { Named } from '../../../editor/named.ts';
import { askThenPerform } from '../../../editor/tasks/ask-then-perform.ts';
import { perform } from '../../../editor/tasks/perform.ts';
import { several, tellDone } from '../../../editor/tasks/tell-done.ts';
import { requireConnection } from '../../../editor/require-connection.ts';

interface Members {
  readonly project: string;
  readonly all: readonly Named[];
}

/** Takes the access to a project from members. */
export async function run(actions: Actions, ...args: unknown[]): Promise<void> {
  const { container } = actions;
  const parts = partsOf(args, 'member');
  const [first] = parts;
  const connection = await requireConnection(
    container,
    { service: 'console', writes: true },
    first?.connection,
  );
  if (!connection) return;
  const found = first
    ? { project: first.project, all: parts.filter(({ project }) => project === first.project) }
    : await askMembers(actions, connection);
  if (!found || found.all.length === 0) return;
  const { project, all } = found;
  const whom = several(all, 'members');
  const done = await askThenPerform(container, {
    connection,
    all,
    question: vscode.l10n.t('Remove {0} from the project on {1}?', whom, connection.name),
    consequence: vscode.l10n.t('They can’t open the project any more; its data stays.'),
    verb: vscode.l10n.t('Remove'),
    name: whom,
    title: vscode.l10n.t('Removing {0}', whom),
    couldnt: vscode.l10n.t('remove {0}', whom),
    lacks: vscode.l10n.t('removing members'),
    work: (client, { id }, call) => client.call(removeProjectMember, { project, member: id }, call),
  });
  if (done.length === 0) return;
  tellDone(vscode.l10n.t('Removed {0}', several(done, 'members')), connection);
}

async function askMembers(actions: Actions, connection: Connection): Promise<Members | undefined> {
  const title = vscode.l10n.t('Remove Member');
  const [project] =
    connection.type === 'network' && connection.projectId
      ? [{ id: connection.projectId, name: connection.name }]
      : await chooseResource(actions.container, connection, KINDS.projects, { title });
  if (!project) return undefined;
  const { id, name } = project;
  const read = await perform(
    actions.container,
    {
      connection,
      title: vscode.l10n.t('Reading the members of {0}', name),
      couldnt: vscode.l10n.t('read the members of {0}', name),
      lacks: 'members',
    },
    async (client, call) => (await client.call(getProjectMembers, { project: id }, call)).data,
  );
  if (!read) return undefined;
  const picked = await vscode.window.showQuickPick(
    read.value.map((member) => ({
      label: withoutIcons(member.email || member.name || member.id),
      description: member.role,
      one: { id: member.id, name: member.email || member.name || member.id },
    })),
    {
      title: `${title} of ${name} · ${connection.name}`,
      placeHolder: vscode.l10n.t('Whom?'),
      canPickMany: true,
    },
  );
  return picked && { project: id, all: picked.map(({ one }) => one) };
}
