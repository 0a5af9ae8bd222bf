import { originOf } from '../../../connections/address.ts';
import { addressOf } from '../../../connections/model.ts';
import { askSession } from '../ask-session.ts';
import { connectionFor } from '../choose-connection.ts';
import type { Flows } from '../flows.ts';
import { panelWith } from '../use-session.ts';

/** Tells whom a session token or a browser's cookies belong to. */
export async function run(flows: Flows, given?: unknown): Promise<void> {
  const connection = await connectionFor(flows.container, given, false);
  if (!connection) return;
  const origin = originOf(addressOf(connection, 'kratos-public') ?? '');
  const session = await askSession(flows, connection, origin, undefined, false);
  if (!session) return;
  const panel = await panelWith(flows, connection, session);
  await panel.guard(() => panel.run.whoAmI());
}
