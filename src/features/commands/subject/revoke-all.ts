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
    question: `Revoke ${what} of ${name} on ${connection.name}?`,
    consequence,
    verb: 'Revoke',
    name,
    title: `Revoking ${what} of ${name}`,
    couldnt: `revoke ${what} of ${name}`,
    lacks: `revoking ${what}`,
    work: (client, { id }, call) => work(client, id, call),
  });
  if (done.length === 0) return;
  tellDone(`Revoked ${what} of ${name}`, connection);
  await followRevocation(actions, of);
}
