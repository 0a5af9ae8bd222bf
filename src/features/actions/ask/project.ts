import type { Connection } from '../../../connections/model.ts';
import { chooseResource } from '../../../editor/choose-resource.ts';
import type { Hosted, Named } from '../../../editor/target.ts';
import { projectKind } from '../../../resources/project/project.ts';

/** Has one of the projects chosen that the key of a connection may see. */
export const askProject = (
  { container }: Hosted,
  connection: Connection,
  title: string,
): Promise<readonly Named[]> => chooseResource(container, connection, projectKind, { title });
