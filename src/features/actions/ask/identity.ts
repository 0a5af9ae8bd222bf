import type { Connection } from '../../../connections/model.ts';
import { chooseResource } from '../../../editor/choose-resource.ts';
import type { Hosted, Named } from '../../../editor/target.ts';
import { identityKind } from '../../../resources/identity/identity.ts';

/** Has an identity chosen, by what a person knows of it. */
export const askIdentity = (
  { container }: Hosted,
  connection: Connection,
  title: string,
): Promise<readonly Named[]> => chooseResource(container, connection, identityKind, { title });
