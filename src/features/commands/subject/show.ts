import * as l10n from '@vscode/l10n';
import type { Actions } from '../command-host.ts';
import { readConsents } from './read-consents.ts';
import { chooseSubject, subjectView } from './subject.ts';

/** Shows what a subject granted to whom, and its login sessions, as a read-only text. */
export async function run(actions: Actions, ...args: unknown[]): Promise<void> {
  const found = await chooseSubject(actions, args, { title: l10n.t('Show Subject'), writes: false });
  if (!found) return;
  const consents = await readConsents(actions, found);
  if (!consents) return;
  const { uri, text } = subjectView(found, consents);
  await actions.views.show(uri, text);
}
