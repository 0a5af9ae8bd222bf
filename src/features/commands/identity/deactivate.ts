import type { Actions } from '../command-host.ts';
import { setState } from './set-state.ts';

/** Keeps identities from logging in; their sessions stay, but are refused. It can be changed back at any time. */
export async function run(actions: Actions, ...args: unknown[]): Promise<void> {
  await setState(actions, args, {
    state: 'inactive',
    words: ['Deactivate', 'Deactivating', 'Deactivated'],
  });
}
