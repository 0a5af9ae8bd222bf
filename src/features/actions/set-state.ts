import type { Actions } from './actions.ts';
import { askIdentity } from './ask/identity.ts';
import { editIdentity } from './edit-identity.ts';
import { choose } from '../../editor/target.ts';
import { performAll } from '../../editor/deeds/perform.ts';
import { several, tellDone } from '../../editor/deeds/tell-done.ts';

export interface StateChange {
  readonly state: 'active' | 'inactive';
  /** "Activate", "Activating", "Activated". */
  readonly words: readonly [string, string, string];
}

/** Sets the state of identities, and nothing else of them. */
export async function setState(
  actions: Actions,
  args: readonly unknown[],
  { state, words: [verb, going, gone] }: StateChange,
): Promise<void> {
  const { container } = actions;
  const chosen = await choose(actions, args, {
    kind: 'identities',
    writes: true,
    ask: (connection) => askIdentity(actions, connection, `${verb} Identity`),
  });
  if (!chosen) return;
  const { connection, all } = chosen;
  const whom = several(all, 'identities');
  const done = await performAll(container, {
    connection,
    all,
    nameOf: ({ name }) => name,
    title: `${going} ${whom}`,
    couldnt: `${verb.toLowerCase()} ${whom}`,
    lacks: 'changing parts of an identity',
    work: (client, one, call) =>
      editIdentity(
        container,
        connection,
        one,
        (identity) =>
          identity.kind === 'object'
            ? {
                kind: 'object',
                members: new Map([...identity.members, ['state', { kind: 'string', value: state }]]),
              }
            : identity,
        client,
        call,
      ),
    onDone: ({ id }) =>
      container.changes.fire({ connection: connection.id, kind: 'identities', id, what: 'saved' }),
  });
  if (done.length > 0) tellDone(`${gone} ${several(done, 'identities')}`, connection);
}
