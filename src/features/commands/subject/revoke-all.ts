import * as l10n from '@vscode/l10n';
import type { CallOptions, OryClient } from '../../../ory/client.ts';
import type { Actions } from '../command-host.ts';
import { askThenPerform } from '../../../editor/tasks/ask-then-perform.ts';
import { chooseSubject, followRevocation } from './subject.ts';
import { tellDone } from '../../../editor/tasks/tell-done.ts';

export interface Revocation {
  readonly title: string;
  /** "all consents". */
  readonly what: string;
  readonly consequence: string;
  readonly work: (client: OryClient, subject: string, call: CallOptions) => Promise<unknown>;
}

/** Takes something from a subject as a whole, after asking. */
export async function revokeAll(
  actions: Actions,
  args: readonly unknown[],
  { title, what, consequence, work }: Revocation,
): Promise<void> {
  const of = await chooseSubject(actions, args, { title, writes: true });
  if (!of) return;
  const { connection, subject, name } = of;
  const done = await askThenPerform(actions.container, {
    connection,
    all: [{ id: subject, name }],
    question: l10n.t('Revoke {0} of {1} on {2}?', what, name, connection.name),
    consequence,
    verb: l10n.t('Revoke'),
    name,
    title: l10n.t('Revoking {0} of {1}', what, name),
    couldnt: l10n.t('revoke {0} of {1}', what, name),
    lacks: l10n.t('revoking {0}', what),
    work: (client, { id }, call) => work(client, id, call),
  });
  if (done.length === 0) return;
  tellDone(l10n.t('Revoked {0} of {1}', what, name), connection);
  await followRevocation(actions, of);
}
