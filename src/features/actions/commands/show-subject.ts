import type { Actions } from '../actions.ts';
import { perform } from '../../../editor/deeds/perform.ts';
import { chooseSubject, consentsOf, subjectView } from '../subject.ts';

/** Shows what a subject granted to whom, and its login sessions, as a read-only text. */
export async function run(actions: Actions, ...args: unknown[]): Promise<void> {
  const found = await chooseSubject(actions, args, { title: 'Show Subject', writes: false });
  if (!found) return;
  const { connection, subject, name } = found;
  const read = await perform(
    actions.container,
    {
      connection,
      title: `Reading what ${name} granted`,
      couldnt: `read what ${name} granted`,
      lacks: 'listing consents',
    },
    (client, call) => consentsOf(client, subject, call),
  );
  if (!read) return;
  const { uri, text } = subjectView(found, read.value);
  await actions.views.show(uri, text);
}
