import type { Connection } from '../../../connections/model.ts';
import { chooseResource } from '../../../editor/choose-resource.ts';
import type { Hosted, Named } from '../../../editor/target.ts';
import { keySetKind } from '../../../resources/key-set/key-set.ts';

/** Has a key set chosen; Hydra can’t list its sets, so all but its own two are named. */
export const askKeySet = (
  { container }: Hosted,
  connection: Connection,
  title: string,
): Promise<readonly Named[]> => chooseResource(container, connection, keySetKind, { title });
