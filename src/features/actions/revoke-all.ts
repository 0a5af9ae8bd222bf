import type { CallOptions, OryClient } from '../../ory/client.ts';
import { confirmDestruction } from '../../editor/confirm.ts';
import { oneLine } from '../../editor/text.ts';
import type { Actions } from './actions.ts';
import { perform } from '../../editor/deeds/perform.ts';
import { chooseSubject, followRevocation } from './subject.ts';
import { tellDone } from '../../editor/deeds/tell-done.ts';

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
  const sure = await confirmDestruction({
    question: `Revoke ${what} of ${oneLine(name)} on ${connection.name}?`,
    consequence,
    verb: 'Revoke',
    name: oneLine(name),
    connection,
  });
  if (!sure) return;
  const done = await perform(
    actions.container,
    {
      connection,
      title: `Revoking ${what} of ${name}`,
      couldnt: `revoke ${what} of ${name}`,
      lacks: `revoking ${what}`,
    },
    (client, call) => work(client, subject, call),
  );
  if (!done) return;
  tellDone(`Revoked ${what} of ${name}`, connection);
  await followRevocation(actions, of);
}
