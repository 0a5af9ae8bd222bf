import * as vscode from 'vscode';
import { givenAll } from '../../../editor/given.ts';
import { projectOf } from '../../../kinds/project/configuration-id.ts';
import type { Compare } from '../compare.ts';
import { compareWith } from '../compare.ts';
import type { OnServer } from '../copy.ts';
import { pickOther } from '../pick-other.ts';
import { projectItems } from '../pick-project.ts';
import { compareProject } from './compare-projects.ts';

/** Compares a resource with another one, or with what is asked for then; two rows that are selected with each other. */
export async function run(compare: Compare, ...args: unknown[]): Promise<void> {
  const { connections } = compare.container;
  const subjects = givenAll(args).flatMap(({ ref, name }): OnServer[] => {
    const connection = connections.byId(ref.connection);
    return connection && !ref.isNew ? [{ ref, connection, name: name ?? ref.id }] : [];
  });
  const [one, two, ...more] = subjects;
  if (!one) {
    void vscode.window.showInformationMessage(
      vscode.l10n.t('Open a document of Ory first, or use the menu of a row: that is compared.'),
    );
    return;
  }
  if (two && (more.length > 0 || two.ref.kind !== one.ref.kind)) {
    void vscode.window.showInformationMessage(
      vscode.l10n.t('Two of the same kind can be compared: select two rows.'),
    );
    return;
  }
  if (!two && one.ref.kind === 'configurations') {
    await compareProject(compare, await projectAround(compare, one));
    return;
  }
  const other = two ? ({ is: 'resource', resource: two } as const) : await pickOther(compare.container, one);
  if (other) await compareWith(compare, one, other);
}

/** The configuration of a service is compared as a part of its project: differences are applied to that. */
async function projectAround({ container }: Compare, { ref, connection }: OnServer): Promise<OnServer> {
  const id = projectOf(ref) ?? ref.id;
  const all = await projectItems(container);
  const found = all.find(({ project }) => project?.ref.id === id && project.connection === connection);
  return found?.project ?? { ref: { connection: connection.id, kind: 'projects', id }, connection, name: id };
}
