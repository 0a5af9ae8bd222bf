import type { Connection } from '../../connections/model.ts';
import { clientKind } from '../../resources/client/client.ts';
import { chooseResource } from '../choose-resource.ts';
import type { Hosted, Named } from '../target.ts';

/** Has an OAuth 2.0 client chosen. */
export const askClient = (
  { container }: Hosted,
  connection: Connection,
  title: string,
): Promise<readonly Named[]> => chooseResource(container, connection, clientKind, { title });
