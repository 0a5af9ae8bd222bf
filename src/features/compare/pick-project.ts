import * as l10n from '@vscode/l10n';
import type * as vscode from 'vscode';
import { type Connection, hasService, kindOf } from '../../connections/model.ts';
import type { Container } from '../../container.ts';
import { errorWords } from '../../editor/error-words.ts';
import { withPatience } from '../../editor/patience.ts';
import { withoutIcons } from '../../editor/text.ts';
import { listProjects } from '../../ory/operations/projects.ts';
import { projectKind } from '../../kinds/project/project.ts';
import { projectRow } from '../../kinds/project/row.ts';
import type { OnServer } from './copy.ts';

interface Item extends vscode.QuickPickItem {
  readonly project?: OnServer;
}

/** The connections whose projects have a configuration that can be read. */
export const consolesOf = ({ connections }: Container): readonly Connection[] =>
  connections.all.filter((connection) => hasService(connection, 'console'));

/**
 * The projects of all connections, as items of a list. A connection that can't list its projects says why.
 * @param but left out
 */
export async function projectItems(container: Container, but?: OnServer): Promise<Item[]> {
  const all = await withPatience(l10n.t('Reading the projects'), (call) =>
    Promise.all(
      consolesOf(container).map(async (connection): Promise<Item[]> => {
        try {
          if (connection.type === 'network' && connection.projectId) {
            return [itemOf(connection, connection.projectId, connection.name, kindOf(connection))];
          }
          const client = await container.client(connection);
          const { data } = await client.call(listProjects, {}, call);
          // A project that is a connection of its own stands there by its own name already.
          return data.map((project) => {
            const { id, label, description } = projectRow(project);
            return itemOf(connection, id, label, [connection.name, description].join(' · '));
          });
        } catch (error) {
          const { message } = errorWords(error, connection.name, connection);
          const description = withoutIcons(container.redactor.text(message));
          return [{ label: `$(warning) ${withoutIcons(connection.name)}`, description }];
        }
      }),
    ),
  );
  return all
    .flat()
    .filter(({ project }) => !but || project?.ref.id !== but.ref.id || project.connection !== but.connection);
}

function itemOf(connection: Connection, id: string, name: string, about: string): Item {
  const ref = { connection: connection.id, kind: projectKind.id, id };
  return {
    label: withoutIcons(name),
    description: withoutIcons(about),
    project: { ref, connection, name },
  };
}
