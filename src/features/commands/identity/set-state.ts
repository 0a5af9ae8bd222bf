import * as l10n from '@vscode/l10n';
import type { Actions } from '../command-host.ts';
import { editIdentity } from './edit-identity.ts';
import { choose } from '../../../editor/target.ts';
import { askThenPerform } from '../../../editor/tasks/ask-then-perform.ts';
import { tellUndoable } from '../../../editor/door/offer-undo.ts';
import { several } from '../../../editor/tasks/tell-done.ts';

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
    title: l10n.t('{0} Identity', verb),
  });
  if (!chosen) return;
  const { connection, all } = chosen;
  const whom = several(all, 'identities');
  const done = await askThenPerform(container, {
    connection,
    all,
    effect: state === 'inactive' ? 'locks out' : 'edits',
    question: `${verb} ${whom} on ${connection.name}?`,
    consequence: l10n.t('{0} can’t sign in until activated again.', all.length === 1 ? 'It' : 'They'),
    verb,
    name: whom,
    title: `${going} ${whom}`,
    couldnt: `${verb.toLowerCase()} ${whom}`,
    lacks: l10n.t('changing parts of an identity'),
    work: (client, { id }, call) =>
      editIdentity(
        id,
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
  });
  if (done.length === 0) return;
  const what = `${gone} ${several(done, 'identities')}`;
  tellUndoable(container, { what, connection, kind: 'identities', ids: done.map(({ id }) => id) });
}
