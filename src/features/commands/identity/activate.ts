import type { Actions } from '../command-host.ts';
import { setState } from './set-state.ts';

/** Lets identities log in again. */
export async function run(actions: Actions, ...args: unknown[]): Promise<void> {
  await setState(actions, args, { state: 'active', words: ['Activate', 'Activating', 'Activated'] });
}
