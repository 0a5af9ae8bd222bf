import type { Connection } from '../../../connections/model.ts';
import { chooseResource } from '../../../editor/choose-resource.ts';
import type { Hosted, Named } from '../../../editor/target.ts';
import { sessionKind } from '../../../resources/session/session.ts';

/** Has an identity chosen, then some of its active sessions. */
export const askSessions = (
  { container }: Hosted,
  connection: Connection,
  title: string,
): Promise<readonly Named[]> => chooseResource(container, connection, sessionKind, { title, several: true });
